import { describe, expect, it } from 'vitest';
import { type ComboboxState, leave, type Offer, openList, pressKey, startState, takeWords, typeText } from './combobox-state';

const choices = ['Kenya', 'Nepal', 'Norway'].map((label) => ({ value: label.slice(0, 2), label }));
const [kenya, nepal, norway] = choices;
if (!kenya || !nepal || !norway) throw new Error('three choices are needed');
const one: Offer = { matches: choices, isMultiple: false, mayClear: true, hasAdd: false };
const several: Offer = { ...one, isMultiple: true };
const n: Offer = { ...one, matches: [nepal, norway] };

/** The state after keys, and whether the last of them was taken from the browser. */
function press(state: ComboboxState, keys: string[], offer = one) {
  let isTaken = false;
  let current = state;
  for (const key of keys) {
    const pressed = pressKey(current, { key: key.replace('Alt+', ''), isAlt: key.startsWith('Alt+') }, offer);
    current = pressed.state;
    isTaken = pressed.isTaken;
  }
  return { ...current, isTaken, labels: current.chosen.map(({ label }) => label) };
}

describe('a field for one choice', () => {
  const empty = startState([], false);

  it('opens at the first row by the arrow down, at the last by the arrow up, and goes round', () => {
    expect(press(empty, ['ArrowDown'])).toMatchObject({ isOpen: true, active: 0, isTaken: true });
    expect(press(empty, ['ArrowUp'])).toMatchObject({ isOpen: true, active: 2 });
    expect(press(empty, ['ArrowDown', 'ArrowUp'])).toMatchObject({ active: 2 });
    expect(press(empty, ['ArrowUp', 'ArrowDown'])).toMatchObject({ active: 0 });
  });

  it('opens at what is chosen, with Alt without choosing', () => {
    const chosen = startState([nepal], false);
    expect(press(chosen, ['ArrowDown'])).toMatchObject({ active: 1 });
    expect(press(empty, ['Alt+ArrowDown'])).toMatchObject({ isOpen: true, active: -1 });
    expect(press(chosen, ['Alt+ArrowDown', 'Alt+ArrowUp'])).toMatchObject({ isOpen: false, labels: ['Nepal'] });
  });

  it('chooses the first match of what was typed by Enter and by Tab; Tab leads on', () => {
    const typed = typeText(empty, 'n');
    expect(press(typed, ['Enter'], n)).toMatchObject({ labels: ['Nepal'], text: 'Nepal', isOpen: false, isTaken: true });
    expect(press(typed, ['ArrowDown', 'Tab'], n)).toMatchObject({ labels: ['Norway'], isTaken: false });
  });

  it('leaves Enter in a closed field to the form', () => {
    expect(press(startState([kenya], false), ['Enter'])).toMatchObject({ isTaken: false, labels: ['Kenya'] });
  });

  it('gives the choice back by Escape, and leaves a second Escape to the dialog around it', () => {
    const typed = typeText(startState([kenya], false), 'nep');
    expect(press(typed, ['Escape'], n)).toMatchObject({ text: 'Kenya', labels: ['Kenya'], isOpen: false, isTaken: true });
    expect(press(typed, ['Escape', 'Escape'], n)).toMatchObject({ labels: ['Kenya'], isTaken: false });
  });

  it('leaves Home and End to the text', () => {
    expect(press(openList(empty, one), ['Home'])).toMatchObject({ isTaken: false });
    expect(press(openList(empty, one), ['PageDown'])).toMatchObject({ active: 2, isTaken: true });
  });

  it('reaches the row that adds a record after the last match', () => {
    const pressed = pressKey({ ...typeText(empty, 'x'), active: 0 }, { key: 'Enter', isAlt: false }, { ...one, matches: [], hasAdd: true });
    expect(pressed).toMatchObject({ add: true, isTaken: true, state: { isOpen: false, chosen: [] } });
  });

  it('on leaving takes a text that names one, empties an emptied field, and drops any other text', () => {
    const chosen = startState([kenya], false);
    expect(leave(typeText(chosen, 'nepal'), () => nepal, one)).toMatchObject({ chosen: [nepal], text: 'Nepal' });
    expect(leave(typeText(chosen, ''), () => null, one)).toMatchObject({ chosen: [], text: '' });
    expect(leave(typeText(chosen, ''), () => null, { ...one, mayClear: false })).toMatchObject({ chosen: [kenya], text: 'Kenya' });
    expect(leave(typeText(chosen, 'zz'), () => null, one)).toMatchObject({ chosen: [kenya], text: 'Kenya' });
  });
});

describe('a field that takes free words', () => {
  const free: Offer = { ...one, isFree: true };
  const named = (words: string) => choices.find(({ label }) => label === words) ?? null;
  const words = (text: string) => ({ value: text, label: text });

  it('keeps what was typed on leaving, or the choice that it names', () => {
    const typed = (text: string) => typeText(startState([kenya], false), text, true);
    expect(typed('Ken')).toMatchObject({ active: -1, isOpen: true });
    expect(leave(typed('Ken'), named, free)).toMatchObject({ chosen: [words('Ken')], text: 'Ken', isOpen: false });
    expect(leave(typed('Nepal'), named, free)).toMatchObject({ chosen: [nepal] });
    expect(leave(typed(''), named, free)).toMatchObject({ chosen: [] });
  });

  it('takes several between semicolons once each', () => {
    const typed = typeText(startState([words('lint')], true), 'lint; Norway;  cotton bags ;', true);
    expect(takeWords(typed, named, { ...free, isMultiple: true })).toMatchObject({
      chosen: [words('lint'), norway, words('cotton bags')],
      text: '',
    });
  });
});

describe('a field for several', () => {
  const empty = startState([], true);

  it('adds each chosen row and stays open; a second press takes it out', () => {
    const added = press(typeText(empty, 'nep'), ['Enter'], { ...n, isMultiple: true });
    expect(added).toMatchObject({ labels: ['Nepal'], text: '', isOpen: true, active: -1 });
    expect(press(empty, ['ArrowDown', 'Enter', 'Enter'], several)).toMatchObject({ labels: [] });
  });

  it('removes the last by Backspace in an empty text, and no other', () => {
    const chosen = startState([kenya, nepal], true);
    expect(press(chosen, ['Backspace'], several)).toMatchObject({ labels: ['Kenya'], isTaken: true });
    expect(press(typeText(chosen, 'n'), ['Backspace'], several)).toMatchObject({ labels: ['Kenya', 'Nepal'], isTaken: false });
  });

  it('does not take out what the arrows are at when Tab leaves it', () => {
    expect(press(empty, ['ArrowDown', 'Enter', 'Tab'], several)).toMatchObject({ labels: ['Kenya'], isTaken: false });
  });
});
