import { m } from '~/paraglide/messages';

type StatusOf = { isOpen: boolean; count: number; text: string; isCurrent: boolean; hasFailed: boolean; hasAdd: boolean; isFree: boolean };

/** What is said beside the list: how many there are, or why there are none. */
export function ComboboxStatus(of: StatusOf) {
  const { isOpen, count, text, isCurrent, hasFailed, hasAdd, isFree } = of;
  const isSeen = isOpen && count === 0 && !hasAdd;
  const words = hasFailed
    ? m.choices_failed()
    : !isCurrent
      ? m.choices_searching()
      : count > 0
        ? m.choices_count({ count })
        : text.trim() === ''
          ? m.choices_empty()
          : isFree
            ? m.choices_free_enter({ text: text.trim() })
            : m.choices_none({ text: text.trim() });
  return (
    <p role="status" className={isSeen ? 'combobox-list px-3 py-2 text-muted' : 'sr-only'}>
      {isOpen && words}
    </p>
  );
}
