import type { RememberedField } from '~/suppliers/classification/term-key';
import { wordListName } from '~/suppliers/classification/term-words';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import type { ShownValue, ValueState } from './closed-fields';
import { codeLabel, stateLabel } from './labels';

const tones: Record<ValueState, string> = {
  open: 'text-danger',
  guess: 'text-warning',
  decided: 'text-success',
  read: 'text-muted',
};

/** What is read from a value, by what, and one button for each likely meaning. */
export function ValueReading({
  row,
  field,
  labels,
  busyAct,
}: {
  row: ShownValue & { at: number };
  field: RememberedField;
  labels: Readonly<Record<string, string>>;
  busyAct: string | null;
}) {
  const { at, value, state, read, by, candidates } = row;
  const nameOf = (code: string) => codeLabel(field, code, labels);
  const button = (act: string, text: string, name: string) => (
    <Button key={act} name="do" value={act} size="sm" className="text-start whitespace-normal!" aria-label={name} busy={busyAct === act}>
      {text}
    </Button>
  );
  const others = candidates.filter((code) => code !== read);
  return (
    <div className="grid gap-1">
      <p>
        <span className={classNames('font-semibold', tones[state])}>{stateLabel(state)}</span>
        {read !== null && <span> · {nameOf(read)}</span>}
        {(state === 'decided' || state === 'read') && read === null && <span> · {m.import_cleaning_closed_none()}</span>}
      </p>
      {by && <p className="text-xs text-muted">{m.classification_by({ text: by.text, list: wordListName(by.source) })}</p>}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {state === 'guess' &&
          read !== null &&
          button(`pick:${at}:${read}`, m.classification_confirm(), m.classification_confirm_of({ name: nameOf(read), text: value }))}
        {state === 'decided' && button(`forget:${at}`, m.classification_forget(), m.classification_forget_of({ text: value }))}
        {state !== 'decided' &&
          others.map((code) => button(`pick:${at}:${code}`, nameOf(code), m.classification_use_of({ name: nameOf(code), text: value })))}
      </div>
    </div>
  );
}
