import type { PersonalData } from './finding';
import { type HintWords, hintText, personalDataLeft } from './hint-text';

type Written = HTMLTextAreaElement | HTMLInputElement;

const pauseMs = 500;
/** What the writer marked as a false alarm, by field: kept while the field exists, and for these texts only. */
const marks = new WeakMap<Element, Set<string>>();

const isWritten = (element: Element | null | undefined): element is Written =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** What in a field looks like personal data, without what its writer marked as a false alarm. */
export const unmarkedIn = (field: Element | null): PersonalData[] =>
  isWritten(field) ? personalDataLeft(field, marks.get(field) ?? new Set()) : [];

/**
 * Updates the hint of the field before it: after a pause in typing it names what looks like personal data, and its button marks that as a false alarm. It
 * runs on the device and sends nothing. The elements come from `PersonalDataHint`; only their text changes. Returns a function that stops it.
 */
export function wireHint(place: HTMLElement, words: HintWords): () => void {
  const field = place.parentElement?.querySelector('textarea, input');
  const sentence = place.querySelector('[data-personal-found]');
  const button = place.querySelector<HTMLElement>('[data-personal-mark]');
  if (!isWritten(field) || !sentence || !button) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const text = hintText(unmarkedIn(field), words, document.documentElement.lang || 'en');
    if (sentence.textContent !== text) sentence.textContent = text;
    button.hidden = text === '';
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(look, pauseMs);
  };
  const mark = () => {
    const known = marks.get(field) ?? new Set();
    for (const { text } of unmarkedIn(field)) known.add(text);
    marks.set(field, known);
    look();
    field.focus();
    // What waited for this is saved now.
    if (field.type !== 'file') field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  field.addEventListener('input', later);
  field.addEventListener('change', later);
  button.addEventListener('click', mark);
  later();
  return () => {
    clearTimeout(timer);
    field.removeEventListener('input', later);
    field.removeEventListener('change', later);
    button.removeEventListener('click', mark);
  };
}
