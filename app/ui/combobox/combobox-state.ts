import type { Choice } from './choice';

/** What a combobox shows. `active`: the option that Enter chooses, -1 for none. */
export type ComboboxState = {
  text: string;
  chosen: readonly Choice[];
  isOpen: boolean;
  active: number;
  /** The text was typed since the last choice: it filters the list, and is not the name of what is chosen. */
  isTyped: boolean;
};

/** What it offers now: the rows of the list, and whether it takes several, may be emptied, or takes words that are not on the list (`isFree`). */
export type Offer = { matches: readonly Choice[]; isMultiple: boolean; mayClear: boolean; hasAdd: boolean; isFree?: boolean };

/** A press of a key: the next state, and whether the browser's own meaning is prevented. `add`: the row that adds a record was chosen. */
export type Pressed = { state: ComboboxState; isTaken: boolean; add?: true };

const page = 8;

export function startState(chosen: readonly Choice[], isMultiple: boolean): ComboboxState {
  const [first] = chosen;
  return { text: first && !isMultiple ? first.label : '', chosen, isOpen: false, active: -1, isTyped: false };
}

/** Typing opens the list and makes its first row active; where free words count, none, as Enter takes the words. */
export function typeText(state: ComboboxState, text: string, isFree = false): ComboboxState {
  return { ...state, text, isOpen: true, isTyped: text !== '', active: isFree || text.trim() === '' ? -1 : 0 };
}

/** Opens the list, at what is chosen where that is one. */
export function openList(state: ComboboxState, { matches, isMultiple }: Offer): ComboboxState {
  const at = isMultiple ? -1 : matches.findIndex(({ value }) => value === state.chosen[0]?.value);
  return { ...state, isOpen: true, active: at };
}

/** Closes the list; typed text gives way to the name of what is chosen. */
export function closeList(state: ComboboxState, { isMultiple }: Offer): ComboboxState {
  return startState(state.chosen, isMultiple);
}

/** Chooses a row. Of several, a row chosen before is taken out again, and the list stays open. */
export function choose(state: ComboboxState, choice: Choice, { isMultiple }: Offer): ComboboxState {
  if (!isMultiple) return startState([choice], false);
  const without = state.chosen.filter(({ value }) => value !== choice.value);
  const chosen = without.length < state.chosen.length ? without : [...state.chosen, choice];
  return { ...state, chosen, text: '', isTyped: false, active: state.isTyped ? -1 : state.active };
}

/** Takes the typed words as they are, of several one by one between semicolons. `named`: the choice that words name in full, which takes their place. */
export function takeWords(state: ComboboxState, named: (words: string) => Choice | null, { isMultiple }: Offer): ComboboxState {
  const parts = (isMultiple ? state.text.split(/[;\n]/) : [state.text]).map((part) => part.trim()).filter(Boolean);
  const taken = parts.map((words) => named(words) ?? { value: words, label: words });
  if (!isMultiple) return startState(taken, false);
  const chosen = new Map([...state.chosen, ...taken].map((choice) => [choice.value, choice]));
  return { ...startState([...chosen.values()], true), isOpen: state.isOpen };
}

export function remove(state: ComboboxState, value: string, { isMultiple }: Offer): ComboboxState {
  const chosen = state.chosen.filter((choice) => choice.value !== value);
  return isMultiple ? { ...state, chosen } : startState(chosen, false);
}

/** Leaving the field: a text that names one choice chooses it, an emptied field is emptied, any other text gives way, unless free words count. */
export function leave(state: ComboboxState, named: (words: string) => Choice | null, offer: Offer): ComboboxState {
  if (offer.isFree && state.isTyped && state.text.trim() !== '') return { ...takeWords(state, named, offer), isOpen: false };
  const meant = state.isTyped ? named(state.text) : null;
  if (meant && !state.chosen.some(({ value }) => value === meant.value))
    return { ...choose(state, meant, offer), isOpen: false, active: -1 };
  const isEmptied = !offer.isMultiple && state.text.trim() === '' && offer.mayClear;
  return isEmptied ? startState([], false) : closeList(state, offer);
}

/** The keys of the combobox pattern with a list (WAI-ARIA Authoring Practices); Enter in a closed field is left to the form. */
export function pressKey(state: ComboboxState, { key, isAlt }: { key: string; isAlt: boolean }, offer: Offer): Pressed {
  const { matches, isMultiple, hasAdd } = offer;
  const rows = matches.length + (hasAdd ? 1 : 0);
  const to = (next: ComboboxState): Pressed => ({ state: next, isTaken: true });
  const left: Pressed = { state, isTaken: false };
  const move = (at: number) => to({ ...state, isOpen: true, active: rows === 0 ? -1 : at });
  const accept = (isTaken: boolean): Pressed => {
    const choice = matches[state.active];
    if (choice) {
      const next = choose(state, choice, offer);
      return { state: isTaken ? next : { ...next, isOpen: false }, isTaken };
    }
    return hasAdd && state.active === matches.length ? { state: { ...state, isOpen: false }, isTaken: true, add: true } : left;
  };
  switch (key) {
    case 'ArrowDown':
      if (!state.isOpen) {
        const opened = openList(state, offer);
        return to(isAlt || opened.active >= 0 ? opened : { ...opened, active: rows > 0 ? 0 : -1 });
      }
      return move(state.active + 1 >= rows ? 0 : state.active + 1);
    case 'ArrowUp':
      if (isAlt && state.isOpen) return state.active >= 0 ? accept(true) : to({ ...state, isOpen: false });
      if (!state.isOpen) return to({ ...openList(state, offer), active: rows - 1 });
      return move(state.active <= 0 ? rows - 1 : state.active - 1);
    case 'PageDown':
      return state.isOpen ? move(Math.min(rows - 1, state.active + page)) : left;
    case 'PageUp':
      return state.isOpen ? move(Math.max(0, state.active - page)) : left;
    case 'Enter':
      if (!state.isOpen) return left;
      return state.active >= 0 ? accept(true) : { state: closeList(state, offer), isTaken: state.isTyped };
    case 'Tab':
      // As in a native menu, the active row is chosen on the way out. Of several, only one that was searched: a second press would take it out.
      return state.isOpen && matches[state.active] && (state.isTyped || !isMultiple) ? accept(false) : left;
    case 'Escape':
      return state.isOpen || state.isTyped ? to(closeList(state, offer)) : left;
    case 'Backspace': {
      const last = state.chosen.at(-1);
      return isMultiple && state.text === '' && last ? to(remove(state, last.value, offer)) : left;
    }
    default:
      return left;
  }
}
