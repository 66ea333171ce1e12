import type { SentEntry } from '~/features/audit/entries';
import { formatMoment } from '~/ui/format';
import type { Pack } from './pack';

/** What an entry says, line by line, enough to tell one from another. */
export function valueLines(pack: Pack, entry: SentEntry): string[] {
  const question = pack.sections.flatMap(({ questions }) => questions).find(({ key }) => key === entry.key);
  if (typeof entry.value !== 'object' || entry.value === null) return [];
  return Object.values(entry.value).flatMap((value): string[] => {
    if (value === null || value === '' || typeof value === 'boolean') return [];
    const choice = question?.choices.find((each) => each.value === value);
    if (choice) return [choice.label];
    if (typeof value === 'number') return [String(value)];
    if (typeof value === 'string') return [/^\d{4}-\d\d-\d\dT/.test(value) ? formatMoment(value) : value];
    return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string') ? [value.join(', ')] : [];
  });
}
