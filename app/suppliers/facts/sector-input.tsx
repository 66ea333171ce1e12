import { useFetcher } from '@remix-run/react';
import { type ChangeEvent, useRef } from 'react';
import type { RecognisedSector, RecognisedWords } from '~/suppliers/classification/recognise-words.server';
import { wordListName } from '~/suppliers/classification/term-words';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import type { ComboboxHandle } from '~/ui/combobox/combobox-input';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { SectorField } from '~/suppliers/choices/closed-lists';
import { factName } from './fact-labels';

type Options = readonly { value: string; label: string }[];
const pause = 300;

/** Asks what the words of a field are recognised as, a moment after the last letter. `classify`: address of the route that answers. */
export function useRecognition(classify: string) {
  const fetcher = useFetcher<RecognisedWords>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  return {
    words: fetcher.data ?? null,
    ask: (parts: readonly [string, string][]) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => fetcher.load(`${classify}?${new URLSearchParams(parts.map(([name, text]) => [name, text]))}`),
        pause,
      );
    },
  };
}

/**
 * The sector: chosen from the list, or named in words. Words show what they are recognised as and the nearest candidates, each one press away. Without
 * script the words are recognised when the form is saved.
 */
export function SectorInput({
  failure,
  saved,
  intent,
  sectors,
  classify,
}: {
  failure: FormFailure | null | undefined;
  saved: string | null | undefined;
  intent?: string | undefined;
  sectors: Options;
  classify: string;
}) {
  const { words, ask } = useRecognition(classify);
  const field = useRef<ComboboxHandle>(null);
  const choose = (value: string, label: string) => {
    field.current?.choose({ value, label });
    field.current?.focus();
  };
  return (
    <div className="grid content-start gap-3">
      <SectorField
        label={factName('sector')}
        empty={m.suppliers_unknown()}
        known={sectors}
        intent={intent}
        handle={field}
        {...fieldOf(failure, 'sector', saved)}
      />
      <Field
        label={m.classification_find()}
        hint={m.classification_find_hint()}
        optional
        maxLength={200}
        autoComplete="off"
        onChange={(event: ChangeEvent<HTMLInputElement>) => ask([['sector', event.currentTarget.value]])}
        {...fieldOf(failure, 'sectorWords')}
      />
      <div aria-live="polite">{words?.sector && <Candidates of={words.sector} choose={choose} />}</div>
    </div>
  );
}

function Candidates({ of: { found, nearest }, choose }: { of: RecognisedSector; choose: (code: string, label: string) => void }) {
  const all = found ? [found, ...nearest] : nearest;
  return (
    <div className="grid gap-2">
      {found === null ? (
        <p className="text-muted">{m.classification_not_recognised()}</p>
      ) : (
        <p>
          <span className="font-semibold text-warning">{found.by ? m.classification_guess() : m.classification_confirmed()}</span>{' '}
          {found.label}
          {found.by && (
            <span className="block text-xs text-muted">
              {m.classification_by({ text: found.by.text, list: wordListName(found.by.source) })}
            </span>
          )}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {all.map(({ value, label }) => (
          <Button key={value} type="button" size="sm" className="text-start whitespace-normal!" onClick={() => choose(value, label)}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
