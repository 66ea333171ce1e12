import { m } from '~/paraglide/messages';
import { classNames } from '../class-names';
import { Icon } from '../icon';
import type { Choice } from './choice';

/** The list under the field. Focus stays in the field, which names the active row. */
export function ChoiceList({
  id,
  matches,
  chosen,
  active,
  isMultiple,
  isOpen,
  add,
  onChoose,
  onAdd,
  onPoint,
}: {
  id: string;
  matches: readonly Choice[];
  chosen: readonly Choice[];
  active: number;
  isMultiple: boolean;
  isOpen: boolean;
  /** The label of the row that adds a record. */
  add: string | null;
  onChoose: (choice: Choice) => void;
  onAdd: () => void;
  onPoint: (row: number) => void;
}) {
  const row = (index: number) => ({
    id: `${id}-${index}`,
    'data-active': index === active ? '' : undefined,
    onPointerMove: () => index !== active && onPoint(index),
  });
  return (
    <div
      id={id}
      role="listbox"
      aria-label={m.choices_list()}
      aria-multiselectable={isMultiple || undefined}
      hidden={!isOpen}
      className="combobox-list"
      // The field keeps the focus while a row is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {isOpen &&
        matches.map((choice, index) => {
          const isChosen = chosen.some(({ value }) => value === choice.value);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: its keys are those of the field
            <div
              key={choice.value}
              {...row(index)}
              role="option"
              aria-selected={isChosen}
              onClick={() => onChoose(choice)}
              className={classNames('combobox-option', isChosen && 'font-semibold')}
            >
              <span className="min-w-0 grow">{choice.label}</span>
              {choice.detail && <span className="shrink-0 text-xs font-normal text-muted">{choice.detail}</span>}
              {isChosen && <Icon name="check" className="size-3 shrink-0" />}
            </div>
          );
        })}
      {isOpen && add !== null && (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: its keys are those of the field
        <div
          {...row(matches.length)}
          role="option"
          aria-selected={false}
          onClick={onAdd}
          className={classNames('combobox-option text-accent', matches.length > 0 && 'border-t border-line')}
        >
          <Icon name="add" className="size-3 shrink-0" />
          <span className="min-w-0 grow">{add}</span>
        </div>
      )}
    </div>
  );
}
