import { type KeyboardEvent, type RefObject, useRef } from 'react';

const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLInputElement ? !['radio', 'checkbox'].includes(target.type) : target instanceof HTMLTextAreaElement;

/**
 * Keys of a list of lines (`data-line`) with radio buttons (`data-digit`) and a checkbox each: arrows, J and K go from line to line, a digit chooses
 * for every member of the line, S is the first choice and D is 0, X selects. Within radio buttons arrows stay the browser's.
 */
export function useLineKeys(): { list: RefObject<HTMLOListElement>; onKeyDown: (event: KeyboardEvent) => void } {
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyped(event.target)) return;
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const at = lines.findIndex((line) => line.contains(event.target as Node));
    const line = lines[at];
    const isRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
    const key = event.key.toLowerCase();
    const step = key === 'j' || (!isRadio && key === 'arrowdown') ? 1 : key === 'k' || (!isRadio && key === 'arrowup') ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      lines[Math.max(0, Math.min(lines.length - 1, at + step))]?.focus();
      return;
    }
    if (!line) return;
    const digit = key === 's' ? '1' : key === 'd' ? '0' : /^\d$/.test(key) ? key : null;
    if (digit !== null) {
      event.preventDefault();
      for (const radio of line.querySelectorAll<HTMLInputElement>(`input[data-digit="${digit}"]`)) radio.checked = true;
    } else if (key === 'x') {
      event.preventDefault();
      const box = line.querySelector<HTMLInputElement>('input[type=checkbox]');
      if (box) box.checked = !box.checked;
    }
  };
  return { list, onKeyDown };
}
