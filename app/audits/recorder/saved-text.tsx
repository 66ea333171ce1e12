import { type ReactNode, useEffect, useRef } from 'react';
import { PersonalDataHint } from '~/platform/privacy/personal-data-hint';
import { unmarkedIn } from '~/platform/privacy/wire-hint';
import { m } from '~/paraglide/messages';
import { FieldFrame } from '~/ui/field';

const pauseMs = 700;

/** A text area that saves itself: after a pause in typing, on blur, and when the page is hidden. External changes apply only while nothing is being typed. */
export function SavedText({
  id,
  label,
  hint,
  value,
  maxLength,
  rows = 2,
  isNeeded = false,
  refusesNames = false,
  onSave,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  value: string;
  maxLength: number;
  rows?: number;
  /** Whether it has to be filled in before the end; it saves without all the same. */
  isNeeded?: boolean;
  /** Saves nothing while the text contains a name that was not confirmed as harmless. */
  refusesNames?: boolean;
  onSave: (text: string) => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const saved = useRef(value);
  const save = useRef(onSave);
  save.current = onSave;
  const flush = useRef(() => {
    clearTimeout(timer.current);
    const text = area.current?.value;
    if (text === undefined || text === saved.current) return;
    if (refusesNames && unmarkedIn(area.current).some(({ kind }) => kind === 'name')) return;
    saved.current = text;
    save.current(text);
  });
  useEffect(() => {
    const field = area.current;
    if (!field || document.activeElement === field || field.value === value) return;
    field.value = value;
    saved.current = value;
  }, [value]);
  useEffect(() => {
    const finish = flush.current;
    addEventListener('pagehide', finish);
    document.addEventListener('visibilitychange', finish);
    return () => {
      removeEventListener('pagehide', finish);
      document.removeEventListener('visibilitychange', finish);
      finish();
    };
  }, []);
  return (
    <FieldFrame id={id} label={label} hint={hint} optional={!isNeeded}>
      <textarea
        ref={area}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        defaultValue={value}
        rows={rows}
        maxLength={maxLength}
        className="control"
        onInput={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(flush.current, pauseMs);
        }}
        onBlur={flush.current}
      />
      <PersonalDataHint {...(refusesNames ? { hint: m.recorder_restricted_unsaved({ found: '{found}' }) } : {})} />
    </FieldFrame>
  );
}
