import { type RefObject, useEffect, useRef } from 'react';
import type { FormDrafts } from './form-drafts';

const pauseMs = 400;
type Named = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isNamed = (element: Element): element is Named =>
  (element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) &&
  element.name !== '';
const isBox = (field: Named): field is HTMLInputElement => field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);

/** Saves the values of a form while it is filled in, and restores them when it opens again. `drop` deletes them: the form was saved or left. */
export function useFormDraft(form: RefObject<HTMLFormElement>, { drafts, kind, key }: { drafts: FormDrafts; kind: string; key: string }) {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isOver = useRef(false);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    restore(element, drafts.of(kind, key)?.fields ?? null);
    const keep = () => {
      clearTimeout(timer.current);
      if (isOver.current || timer.current === undefined) return;
      timer.current = undefined;
      const fields = [...new FormData(element)].flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      );
      void drafts.keep({ kind, key, fields });
    };
    const soon = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, pauseMs);
    };
    element.addEventListener('input', soon);
    addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      keep();
      element.removeEventListener('input', soon);
      removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
    };
  }, [form, drafts, kind, key]);
  return {
    drop: () => {
      isOver.current = true;
      clearTimeout(timer.current);
      void drafts.drop(kind, key);
    },
  };
}

function restore(form: HTMLFormElement, fields: [string, string][] | null): void {
  if (!fields) return;
  for (const field of form.elements) {
    if (!isNamed(field)) continue;
    const given = fields.flatMap(([name, value]) => (name === field.name ? [value] : []));
    if (isBox(field)) field.checked = given.includes(field.value);
    else if (given[0] !== undefined) field.value = given[0];
    // Sections with a restored value are opened.
    if (given.some((value) => value !== '')) field.closest('details')?.setAttribute('open', '');
  }
}
