import type { EntryValue } from '~/audits/entries/entries';
import type { Pack } from './pack';

/**
 * How many people of a planned group were heard so far; `isLeast`: origin or contract was not asked in some interviews.
 * Null where interviews do not say it: shifts. Pure.
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
