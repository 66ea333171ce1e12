import { type ForwardedRef, forwardRef, type ReactNode } from 'react';
import { classNames } from '../class-names';
import { type FieldCommon, FieldFrame } from '../field';
import type { Choice, ChoiceSource } from './choice';
import { type ComboboxHandle, ComboboxInput } from './combobox-input';
import { PlainChoice } from './plain-choice';
import { SearchStep } from './search-step';

export type ComboboxProps = Omit<FieldCommon, 'label'> & {
  label: string;
  source: ChoiceSource;
  /** The list that a browser without script searches (`platform/forms/choice-lists`); choices that come with the page need none. */
  list?: string;
  /** What is chosen when the form is drawn: codes without a label are looked up by the caller. */
  chosen: readonly Choice[];
  isMultiple?: boolean;
  /** The label of no choice; without it one must be chosen. */
  empty?: string;
  required?: boolean;
  /** Words that are not on the list are taken as they are written. */
  isFree?: boolean;
  /** What the form does, where only its button says so: a search must find back to it. */
  intent?: string | undefined;
  /** The label is read, not seen: inside a line of filters. */
  isLabelHidden?: boolean;
  /** Adds a record of the typed name: the label of its row, what it does, and where a browser without script goes to do it. */
  add?: { label: (text: string) => string; onAdd: (text: string) => void; href?: string } | undefined;
  onChoose?: (chosen: readonly Choice[]) => void;
};

/** Chooses one of many, or several, by typing a part of a name. Sends the values under `name`, as a menu or boxes would. */
export const Combobox = forwardRef(function Combobox(props: ComboboxProps, handle: ForwardedRef<ComboboxHandle>) {
  const {
    name,
    label,
    hint,
    error,
    optional,
    className,
    source,
    list,
    chosen,
    isMultiple = false,
    isFree = false,
    empty,
    isLabelHidden,
    add,
    intent,
  } = props;
  const id = props.id ?? `field-${name}`;
  const plain = { name, label, hint, error, chosen, isMultiple, empty };
  const input = <ComboboxInput {...props} id={id} isMultiple={isMultiple} ref={handle} />;
  return (
    <div className={className}>
      <div className="scripted-only">
        {isLabelHidden ? (
          <Named id={id} label={label} input={input} />
        ) : (
          <FieldFrame {...{ id, label, hint, error, optional }}>{input}</FieldFrame>
        )}
      </div>
      <noscript>
        <div className={classNames(isLabelHidden && 'max-w-56')}>
          {'options' in source ? (
            <PlainChoice {...plain} options={source.options} />
          ) : (
            <SearchStep {...plain} list={list} isFree={isFree} addHref={add?.href} intent={intent} />
          )}
        </div>
      </noscript>
    </div>
  );
});

function Named({ id, label, input }: { id: string; label: string; input: ReactNode }) {
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      {input}
    </>
  );
}
