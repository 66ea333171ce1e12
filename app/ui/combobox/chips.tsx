import type { KeyboardEvent, RefObject } from 'react';
import { m } from '~/paraglide/messages';
import { Icon } from '../icon';
import type { Choice } from './choice';

/** What is chosen, each with a button that takes it out: pressed, or by Delete and Backspace. The arrows lead along them. */
export function Chips({
  chosen,
  onRemove,
  field,
}: {
  chosen: readonly Choice[];
  onRemove: (choice: Choice) => void;
  field: RefObject<HTMLInputElement>;
}) {
  if (chosen.length === 0) return null;
  /** Focus goes to the next chip, else to the field: never to the top of the page. */
  const focusBeside = (button: HTMLElement, step: 1 | -1) => {
    const buttons: HTMLElement[] = [...(button.closest('ul')?.querySelectorAll('button') ?? [])];
    const next = buttons[buttons.indexOf(button) + step];
    (next ?? (step === 1 ? field.current : null))?.focus();
  };
  const takeOut = (choice: Choice, button: HTMLElement) => {
    focusBeside(button, 1);
    onRemove(choice);
  };
  const onKeyDown = (choice: Choice, event: KeyboardEvent<HTMLButtonElement>) => {
    const isForward = event.key === (getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
    if (event.key === 'Delete' || event.key === 'Backspace') takeOut(choice, event.currentTarget);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') focusBeside(event.currentTarget, isForward ? 1 : -1);
    else return;
    event.preventDefault();
  };
  return (
    <ul aria-label={m.choices_chosen()} className="contents">
      {chosen.map((choice) => (
        <li key={choice.value} className="combobox-chip">
          <span className="min-w-0 truncate">{choice.label}</span>
          <button
            type="button"
            aria-label={m.choices_remove({ name: choice.label })}
            onClick={(event) => takeOut(choice, event.currentTarget)}
            onKeyDown={(event) => onKeyDown(choice, event)}
            className="combobox-button"
          >
            <Icon name="close" className="size-3" />
          </button>
        </li>
      ))}
    </ul>
  );
}
