import type { ChangeEvent } from 'react';
import { m } from '~/paraglide/messages';
import { TextArea } from '~/ui/field';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { useRecognition } from './sector-input';

/** Products, a line each; below, the goods of the List of Goods that their words are recognised as. */
export function ProductsInput({
  failure,
  saved,
  classify,
}: {
  failure: FormFailure | null | undefined;
  saved: string | undefined;
  classify: string;
}) {
  const { words, ask } = useRecognition(classify);
  const type = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const lines = event.currentTarget.value.split(/[\n;]/).map((line) => line.trim());
    const country = event.currentTarget.form?.elements.namedItem('country');
    ask([
      ...lines
        .filter(Boolean)
        .slice(0, 20)
        .map((line): [string, string] => ['product', line]),
      ...(country instanceof HTMLInputElement ? [['country', country.value] as [string, string]] : []),
    ]);
  };
  return (
    <>
      <TextArea
        label={m.suppliers_products_label()}
        hint={m.suppliers_hint_products()}
        rows={3}
        onChange={type}
        {...fieldOf(failure, 'products', saved)}
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
    </>
  );
}
