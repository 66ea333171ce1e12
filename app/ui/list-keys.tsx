import { useEffect } from 'react';
import { areKeysOn } from './key-setting';

/** The rows of the list; the folded table of a chart on the page is none. */
const rows = () => [...document.querySelectorAll<HTMLElement>('tr[data-row]')].filter((row) => row.closest('details') === null);
const linkOf = (row: Element | undefined) => row?.querySelector<HTMLAnchorElement>('th a');

/** Whether the person types, or a dialog is open: then keys are letters. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return true;
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/** Moves to the row `step` further from the one with the focus; from none, to the first or last. */
function move(step: number): void {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
  const link = linkOf(all[next]);
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}

/** Keys of a list: j and k, or the arrows within it, move from row to row; x ticks the row; / goes to the search. Enter opens, as on any link. */
export function ListKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || !areKeysOn()) return;
      const row = rows().find((each) => each.contains(document.activeElement));
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp':
          if (!row) return;
          move(event.key === 'ArrowDown' ? 1 : -1);
          break;
        case 'j':
          move(1);
          break;
        case 'k':
          move(-1);
          break;
        case 'x':
          if (!row) return;
          row.querySelector<HTMLInputElement>('[data-select] input')?.click();
          break;
        case '/':
          document.querySelector<HTMLInputElement>('main input[type="search"][name="q"]')?.select();
          document.querySelector<HTMLInputElement>('main input[type="search"][name="q"]')?.focus();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}
