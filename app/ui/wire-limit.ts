import { sentLength } from './sent-length';

const pauseMs = 300;
/** From which part of its limit on a text says how much is left. */
const near = 0.9;

type Words = { most: number; left: string; over: string };

/** What a limit says of a text: nothing while it is far from it. Pure. */
export function limitText(text: string, { most, left, over }: Words): { said: string; isOver: boolean } {
  const length = sentLength(text);
  if (length > most) return { said: over.replace('{over}', String(length - most)), isOver: true };
  return { said: length >= most * near ? left.replace('{count}', String(most - length)) : '', isOver: false };
}

/**
 * Keeps the limit below a field up to date, and its form from being sent while the text is over it: then the field has the focus. The element comes from
 * `TextLimit`. Returns a function that stops it.
 */
export function wireLimit(place: HTMLElement): () => void {
  const field = place.parentElement?.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
  const { textLimit, textLeft = '', textOver = '' } = place.dataset;
  if (!field || !textLimit) return () => undefined;
  const words = { most: Number(textLimit), left: textLeft, over: textOver };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): boolean => {
    const { said, isOver } = limitText(field.value, words);
    if (place.textContent !== said) place.textContent = said;
    place.toggleAttribute('data-over', isOver);
    return isOver;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(look, pauseMs);
  };
  const hold = (event: Event) => {
    if (field.disabled || !look()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.focus();
  };
  const { form } = field;
  field.addEventListener('input', later);
  form?.addEventListener('submit', hold, true);
  later();
  return () => {
    clearTimeout(timer);
    field.removeEventListener('input', later);
    form?.removeEventListener('submit', hold, true);
  };
}
