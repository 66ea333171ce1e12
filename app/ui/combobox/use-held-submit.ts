import { type RefObject, useEffect, useRef } from 'react';

/**
 * Holds the form of a field back while `isHeld`, and sends it afterwards: what was typed and left is chosen only when its matches have come, and a
 * form that is sent before would lose it.
 */
export function useHeldSubmit(field: RefObject<HTMLInputElement>, isHeld: boolean): void {
  const held = useRef<{ form: HTMLFormElement; submitter: HTMLElement | null } | null>(null);
  useEffect(() => {
    const form = field.current?.form;
    if (!isHeld || !form) return;
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      held.current = { form, submitter: event.submitter };
    };
    form.addEventListener('submit', hold, true);
    return () => form.removeEventListener('submit', hold, true);
  }, [field, isHeld]);
  useEffect(() => {
    if (isHeld || held.current === null) return;
    const { form, submitter } = held.current;
    held.current = null;
    form.requestSubmit(submitter);
  }, [isHeld]);
}
