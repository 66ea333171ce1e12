import {
  type ClipboardEvent,
  type ForwardedRef,
  forwardRef,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { m } from '~/paraglide/messages';
import { classNames } from '../class-names';
import { controlAttributes } from '../field';
import { Icon } from '../icon';
import { useScripted } from '../use-scripted';
import { Chips } from './chips';
import type { Choice } from './choice';
import { ChoiceList } from './choice-list';
import type { ComboboxProps } from './combobox';
import {
  type ComboboxState,
  choose,
  closeList,
  leave,
  openList,
  pressKey,
  remove,
  startState,
  takeWords,
  typeText,
} from './combobox-state';
import { namedChoice } from './match-choices';
import { ComboboxStatus } from './combobox-status';
import { SentValues } from './sent-values';
import { useChoices } from './use-choices';
import { useEarlyText } from './use-early-text';
import { useHeldSubmit } from './use-held-submit';

/** What a form can do with a combobox: choose for the reader, and put the focus into it. */
export type ComboboxHandle = { choose: (choice: Choice) => void; focus: () => void };

type Props = Omit<ComboboxProps, 'list' | 'className' | 'intent'> & { id: string; isMultiple: boolean };

/** The field, its list and what it sends. The keys are in `combobox-state`. */
export const ComboboxInput = forwardRef(function ComboboxInput(props: Props, handle: ForwardedRef<ComboboxHandle>) {
  const { id, name, hint, error, source, isMultiple, empty, required, add, isFree = false, onChoose } = props;
  const [state, setState] = useState<ComboboxState>(() => startState(props.chosen, isMultiple));
  const [isTouched, setTouched] = useState(false);
  const [awaited, setAwaited] = useState<{ text: string; by: 'enter' | 'leaving' } | null>(null);
  const listId = useId();
  // Without script the field is not shown, and a field that must be filled in would keep the form from being sent.
  const isScripted = useScripted();
  const field = useRef<HTMLInputElement | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const values = state.chosen.map(({ value }) => value).join('\n');
  const drawn = useRef(values);
  // Forms that save themselves listen for input; hidden fields give none.
  useEffect(() => {
    if (drawn.current !== values) box.current?.dispatchEvent(new Event('input', { bubbles: true }));
    drawn.current = values;
  }, [values]);
  // A code that the page has no name for is named by the list, or by a search for it.
  const unnamed = isFree || 'options' in source ? undefined : state.chosen.find(({ value, label }) => label === value);
  const isUnnamed = unnamed !== undefined && ('list' in source || !isTouched);
  const text = state.isTyped ? state.text : isUnnamed && 'search' in source ? unnamed.value : '';
  const { all, matches, isCurrent, hasFailed } = useChoices(source, text, isTouched || isUnnamed);
  const isNameable = isUnnamed && all.length > 0;
  useEffect(() => {
    if (!isNameable) return;
    const named = (choice: Choice) => all.find(({ value }) => value === choice.value) ?? choice;
    setState((before) => ({ ...startState(before.chosen.map(named), isMultiple), isOpen: before.isOpen }));
  }, [isNameable, all, isMultiple]);
  const addLabel = add && text.trim() !== '' && isCurrent ? add.label(text.trim()) : null;
  const offer = { matches, isMultiple, mayClear: empty !== undefined || isMultiple || isFree, hasAdd: addLabel !== null, isFree };
  const rows = matches.length + (offer.hasAdd ? 1 : 0);
  const isOpen = state.isOpen && rows > 0;
  const active = isOpen && isCurrent && state.active < rows ? state.active : -1;

  const go = (next: ComboboxState) => {
    setState(next);
    if (next.chosen !== state.chosen) onChoose?.(next.chosen);
    if (next.isOpen && next.active !== state.active) scrollTo(`${listId}-${next.active}`);
  };
  useImperativeHandle(handle, () => ({
    choose: (choice) => go(choose(state, choice, offer)),
    focus: () => field.current?.focus(),
  }));
  const attach = useEarlyText(field, (typed) => {
    setTouched(true);
    if (typed !== state.text) go(typeText(state, typed, isFree));
  });
  const startAdding = () => {
    go(closeList(state, offer));
    add?.onAdd(text.trim());
  };
  // Enter, or the way out, before the matches of the text are there chooses when they come.
  const isAwaited = awaited !== null && isCurrent && awaited.text === state.text;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the matches come
  useEffect(() => {
    if (!isAwaited) return;
    setAwaited(null);
    const wanted = awaited.by === 'enter' || matches.length === 1 ? matches[0] : namedChoice(all, awaited.text);
    if (wanted) go(awaited.by === 'enter' ? choose(state, wanted, offer) : { ...choose(state, wanted, offer), isOpen: false });
    else if (awaited.by === 'leaving') go(closeList(state, offer));
  }, [isAwaited]);
  // Matches that cannot be loaded are not waited for.
  useEffect(() => {
    if (hasFailed) setAwaited(null);
  }, [hasFailed]);
  // What was typed over since is no longer waited for: it would hold the form for good.
  useHeldSubmit(field, awaited !== null && awaited.text === state.text);
  const named = (words: string) => namedChoice(all, words);
  const onBlur = () => {
    if (state.isTyped && !isCurrent && !isFree) setAwaited({ text: state.text, by: 'leaving' });
    else go(leave(state, named, offer));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && state.isTyped && (isFree ? active < 0 : !isCurrent)) {
      event.preventDefault();
      if (isFree) go(takeWords({ ...state, isOpen: isMultiple }, named, offer));
      else setAwaited({ text: state.text, by: 'enter' });
      return;
    }
    const pressed = pressKey({ ...state, active: isCurrent ? state.active : -1 }, { key: event.key, isAlt: event.altKey }, offer);
    if (pressed.isTaken) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (pressed.add) startAdding();
    else if (pressed.state !== state) go(pressed.state);
  };
  const focusAfter = (next: ComboboxState) => {
    go(next);
    field.current?.focus();
  };
  /** A field of one line would run the lines of a pasted list together. */
  const pasteLines = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text').trim();
    if (!pasted.includes('\n')) return;
    event.preventDefault();
    go(takeWords({ ...state, text: pasted }, named, offer));
  };
  // A press beside the text goes to the field, which has its own keys.
  const pressed = {
    onClick: (event: MouseEvent) => event.target instanceof Element && !event.target.closest('button, input') && field.current?.focus(),
  };
  const single = isMultiple ? null : (state.chosen[0] ?? null);
  return (
    <div ref={box} className="relative">
      <SentValues
        name={name}
        values={isMultiple ? state.chosen.map(({ value }) => value) : [single === null ? '' : single.value]}
        isScripted={isScripted}
      />
      <div role="presentation" className={classNames('combobox control', error && 'combobox-wrong')} {...pressed}>
        <div className="combobox-text">
          {isMultiple && <Chips chosen={state.chosen} onRemove={({ value }) => go(remove(state, value, offer))} field={field} />}
          <input
            ref={attach}
            {...controlAttributes({ id, hint, error })}
            type="text"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
            required={isScripted && required && !isMultiple}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={isMultiple && state.chosen.length > 0 ? undefined : empty}
            value={state.text}
            onChange={(event) => go(typeText(state, event.currentTarget.value, isFree))}
            onPaste={isFree && isMultiple ? pasteLines : undefined}
            onFocus={(event) => {
              setTouched(true);
              if (!isMultiple) event.currentTarget.select();
            }}
            onClick={(event) => {
              if (state.isOpen) return;
              if (!isMultiple) event.currentTarget.select();
              go(openList(state, offer));
            }}
            onBlur={onBlur}
            onKeyDown={onKeyDown}
          />
        </div>
        {single && single.value !== '' && offer.mayClear && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={m.choices_clear()}
            onClick={() => focusAfter(startState([], false))}
            className="combobox-button"
          >
            <Icon name="close" className="size-3" />
          </button>
        )}
        <button
          type="button"
          tabIndex={-1}
          aria-label={m.choices_show()}
          // The field keeps the focus, which would otherwise close the list before it is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => focusAfter(state.isOpen ? closeList(state, offer) : openList(state, offer))}
          className="combobox-button"
        >
          <Icon name="down" className="size-3" />
        </button>
      </div>
      <ChoiceList
        id={listId}
        {...{ matches, active, isMultiple, isOpen }}
        chosen={state.chosen}
        add={addLabel}
        onChoose={(choice) => focusAfter(choose(state, choice, offer))}
        onAdd={startAdding}
        onPoint={(row) => setState({ ...state, active: row })}
      />
      <ComboboxStatus
        isOpen={state.isOpen}
        count={matches.length}
        {...{ text, isCurrent, hasFailed }}
        hasAdd={offer.hasAdd}
        isFree={isFree}
      />
    </div>
  );
});

/** Keeps the active row in sight once it is drawn. */
function scrollTo(row: string): void {
  requestAnimationFrame(() => document.getElementById(row)?.scrollIntoView({ block: 'nearest' }));
}
