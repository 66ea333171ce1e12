import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { EntryKind, EntryValue } from '~/audits/entries/entries';
import { entryValues } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { useRecorder } from './recorder-context';
import type { CurrentValue } from './recording';
import { ConflictBox } from './conflict-box';
import { useFormDraft } from './use-form-draft';
import { ViewTitle } from './view-title';

/** Kinds of which there are many, each of which may be withdrawn. */
export type ListedKind = Exclude<
  EntryKind,
  'check' | 'meeting' | 'photo' | 'element' | 'revisit' | 'explanation' | 'narrative' | 'requirement' | 'planLine' | 'signedPlan'
>;
/** The result of a form: a value, or an error under each invalid field. */
export type Read<Kind extends EntryKind> = { value: EntryValue<Kind> } | { errors: Record<string, string> };

/**
 * A list of records of one kind with forms to add and change them. Withdrawn records stay, marked. `beside` is rendered under the fields and saved
 * independently of the form; `onLeaveNew` receives the abandoned new record. `newKey`: the new record begun before.
 */
export function RecordList<Kind extends ListedKind>({
  kind,
  title,
  lead,
  none,
  add,
  isAdding = false,
  newKey,
  above,
  beside,
  onLeaveNew,
  line,
  fields,
  read,
}: {
  kind: Kind;
  title: string;
  lead: ReactNode;
  none: string;
  add: string;
  isAdding?: boolean;
  newKey?: string | undefined;
  above?: ReactNode;
  beside?: (key: string) => ReactNode;
  onLeaveNew?: (key: string) => void;
  line: (current: CurrentValue<Kind>) => ReactNode;
  fields: (value: EntryValue<Kind> | null, errors: Readonly<Record<string, string>>) => ReactNode;
  read: (form: FormData) => Read<Kind>;
}) {
  const { recording, sending } = useRecorder();
  // Samples of a file are many, and are added and withdrawn together.
  const all = recording.all(kind).filter(({ value }) => !('file' in value && value.file !== undefined));
  const isKnown = (key: string) => all.some((current) => current.key === key);
  const [begun, setBegun] = useState(() => newKey ?? crypto.randomUUID());
  const [open, setOpen] = useState<string | null>(isAdding ? begun : null);
  const begin = (key: string) => {
    setBegun(key);
    setOpen(key);
  };
  const save = async (key: string, value: EntryValue<Kind>) => {
    await recording.record(kind, key, () => value);
    setOpen(null);
    sending.later();
  };
  const leave = (key: string) => {
    if (!isKnown(key)) onLeaveNew?.(key);
    setOpen(null);
  };
  const form = (key: string, value: EntryValue<Kind> | null) => (
    <RecordForm
      {...{ kind, value, fields, read, recordKey: key }}
      beside={value === null ? beside?.(key) : null}
      onLeave={() => leave(key)}
      onSave={(saved) => save(key, saved)}
    />
  );
  const unsaved = recording.drafts.keysOf(kind).filter((key) => key !== open && !isKnown(key));
  return (
    <>
      <ViewTitle lead={lead}>{title}</ViewTitle>
      {above}
      {unsaved.map((key) => (
        <Notice key={key} tone="warning" title={m.recorder_unsaved()}>
          <Button type="button" size="lg" onClick={() => begin(key)}>
            {m.recorder_unsaved_go_on()}
          </Button>
        </Notice>
      ))}
      {all.length === 0 && open === null && <p className="text-muted">{none}</p>}
      <ul className="grid gap-3">
        {all.map((current) => (
          <li key={current.key} className="grid gap-2 rounded border border-line bg-surface p-4">
            <ConflictBox kind={kind} recordKey={current.key} />
            {open === current.key ? (
              form(current.key, current.value)
            ) : (
              <>
                {line(current)}
                <div className="flex flex-wrap gap-2">
                  {kind !== 'signature' && (
                    <Button type="button" size="lg" onClick={() => setOpen(current.key)}>
                      {m.recorder_change()}
                    </Button>
                  )}
                  <Button
                    type="button"
                    size="lg"
                    variant="quiet"
                    onClick={() => void save(current.key, { ...current.value, isWithdrawn: true })}
                  >
                    {m.recorder_withdraw()}
                  </Button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      {open !== null && open === begun && !isKnown(open) ? (
        <div className="rounded border border-line bg-surface p-4">{form(open, null)}</div>
      ) : (
        <div>
          <Button type="button" variant="primary" size="lg" onClick={() => begin(crypto.randomUUID())}>
            {add}
          </Button>
        </div>
      )}
    </>
  );
}

function RecordForm<Kind extends ListedKind>({
  kind,
  recordKey,
  value,
  fields,
  beside,
  read,
  onSave,
  onLeave,
}: {
  kind: Kind;
  recordKey: string;
  value: EntryValue<Kind> | null;
  beside: ReactNode;
  fields: (value: EntryValue<Kind> | null, errors: Readonly<Record<string, string>>) => ReactNode;
  read: (form: FormData) => Read<Kind>;
  onSave: (value: EntryValue<Kind>) => Promise<void>;
  onLeave: () => void;
}) {
  const { drafts } = useRecorder().recording;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const id = useId();
  const fieldsOf = useRef<HTMLFormElement>(null);
  const draft = useFormDraft(fieldsOf, { drafts, kind, key: recordKey });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = read(new FormData(form));
    if ('errors' in given) {
      setErrors(given.errors);
      const [first] = Object.keys(given.errors);
      form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const parsed = entryValues[kind].safeParse(given.value);
    if (parsed.success) {
      draft.drop();
      void onSave(parsed.data as EntryValue<Kind>);
    } else setErrors({ '': m.recorder_not_saved() });
  };
  return (
    <div className="grid gap-4">
      <form ref={fieldsOf} id={id} data-record-form={kind} onSubmit={submit} className="grid gap-4" noValidate>
        {fields(value, errors)}
      </form>
      {beside}
      {Object.keys(errors).length > 0 && (
        <p role="alert" className="text-danger">
          {errors[''] ?? m.recorder_form_errors({ count: Object.keys(errors).length })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" form={id} variant="primary" size="lg">
          {m.recorder_save()}
        </Button>
        <Button
          type="button"
          size="lg"
          onClick={() => {
            draft.drop();
            onLeave();
          }}
        >
          {m.recorder_leave()}
        </Button>
      </div>
    </div>
  );
}

/** The trimmed value of a field. */
export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
/** The number in a field, with "," or "." before decimals; null if empty, NaN if invalid. */
export function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name).replace(',', '.');
  return text === '' ? null : Number(text);
}
