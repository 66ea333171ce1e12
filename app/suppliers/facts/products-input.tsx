import { useRef } from 'react';
import { ProductsField } from '~/suppliers/choices/closed-lists';
import { m } from '~/paraglide/messages';
import type { Choice } from '~/ui/combobox/choice';
import { useRecognition } from './sector-input';

const mostAsked = 20;

/** Products, chosen or in words; below, the goods of the List of Goods that their words are recognised as. */
export function ProductsInput({
  name,
  values,
  error,
  intent,
  classify,
}: {
  name: string;
  values: readonly string[];
  error?: string | undefined;
  intent?: string | undefined;
  classify: string;
}) {
  const { words, ask } = useRecognition(classify);
  const box = useRef<HTMLDivElement>(null);
  const recognise = (chosen: readonly Choice[]) => {
    const country = box.current?.closest('form')?.elements.namedItem('country');
    ask([
      ...chosen.slice(0, mostAsked).map(({ value }): [string, string] => ['product', value]),
      ...(country instanceof HTMLInputElement ? [['country', country.value] as [string, string]] : []),
    ]);
  };
  return (
    <div ref={box} className="grid gap-2">
      <ProductsField
        name={name}
        label={m.suppliers_products_label()}
        hint={m.suppliers_hint_products()}
        error={error}
        intent={intent}
        values={values}
        onChoose={recognise}
      />
      <div aria-live="polite">
        {words && words.goods.length > 0 && (
          <ul className="grid gap-0.5 text-xs text-muted">
            {words.goods.map(({ product, good, by }) => (
              <li key={product}>
                <span className="font-semibold">{by ? m.classification_guess() : m.classification_confirmed()}</span>{' '}
                {m.classification_product_is({ product, good })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
