import type { EntryValue } from '~/audits/entries/entries';
import type { Pack } from './pack';

/**
 * Interviewees of a planned group so far; `isLeast`: some interviews did not record origin or contract.
 * Null where interviews do not record the dimension: shifts. Pure.
 */
export function intervieweesByGroup(
  { dimension, value }: Pack['sample']['rows'][number],
  tallies: readonly EntryValue<'tally'>[],
): { people: number; isLeast: boolean } | null {
  const all = (count: (tally: EntryValue<'tally'>) => number) => tallies.reduce((sum, tally) => sum + count(tally), 0);
  const apart = (property: 'migrants' | 'agency', isPart: boolean) => ({
    people: all(({ women, men, [property]: part }) => (part === null ? 0 : isPart ? part : women + men - part)),
    isLeast: tallies.some((tally) => tally[property] === null),
  });
  switch (dimension) {
    case 'sex':
      return { people: all(({ women, men }) => (value === 'women' ? women : men)), isLeast: false };
    case 'language':
      return { people: all(({ language, women, men }) => (language === value ? women + men : 0)), isLeast: false };
    case 'origin':
      return apart('migrants', value === 'migrants');
    case 'contract':
      return apart('agency', value === 'agency');
    default:
      return null;
  }
}
