import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { allParameters, type ReferenceTableId, referenceTableIds, type Scored, vintagesOf } from '#scoring';
import { workedScore } from './read-worked.server';

type Dated = { effectiveFrom: string; value: unknown; unit: string; reason: string };
export type ParameterDifference = { id: string; before: Dated | null; after: Dated | null };
export type TableDifference = { id: ReferenceTableId; title: string; before: string | null; after: string | null };
export type MethodComparison = {
  from: string;
  to: string;
  parameters: ParameterDifference[];
  tables: TableDifference[];
  /** The fictional example by the method of either day. */
  examples: { before: Scored; after: Scored };
};
export type ComparisonAsked = { from: string; to: string } | { problem: 'no-date' | 'before-first'; first: string };

/** The days on which a number or a table came into force, newest first. On the first of them the method begins. */
export function daysOfChange(): string[] {
  const days = [
    ...allParameters().map(({ effectiveFrom }) => effectiveFrom),
    ...referenceTableIds.flatMap((id) => vintagesOf(id).map(({ inForceFrom }) => inForceFrom)),
  ];
  return [...new Set(days)].sort().reverse();
}

/** The two days that an address asks for: without any, the first day of the method and `today`. */
export function readComparison(search: URLSearchParams, today: string): ComparisonAsked {
  const first = daysOfChange().at(-1) ?? today;
  const days = z.object({ from: z.iso.date(), to: z.iso.date() }).safeParse({
    from: search.get('from') || first,
    to: search.get('to') || today,
  });
  if (!days.success) return { problem: 'no-date', first };
  if (days.data.from < first || days.data.to < first) return { problem: 'before-first', first };
  return days.data;
}

/** What differs between the methods of two days (ISO dates on which the method is in force), and what the example scores by each. */
export function compareMethods(from: string, to: string): MethodComparison {
  const ids = [...new Set(allParameters().map(({ id }) => id))];
  return {
    from,
    to,
    parameters: ids.flatMap((id) => {
      const [before, after] = [valueOn(id, from), valueOn(id, to)];
      return isDeepStrictEqual(before?.value, after?.value) ? [] : [{ id, before, after }];
    }),
    tables: referenceTableIds.flatMap((id) => {
      const [before, after] = [tableOn(id, from), tableOn(id, to)];
      if (before?.vintage === after?.vintage) return [];
      const title = (after ?? before)?.origin.title ?? id;
      return [{ id, title, before: before?.vintage ?? null, after: after?.vintage ?? null }];
    }),
    examples: { before: workedScore('garments', from), after: workedScore('garments', to) },
  };
}

function valueOn(id: string, day: string): Dated | null {
  const inForce = allParameters()
    .filter((entry) => entry.id === id && entry.effectiveFrom <= day)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
  return inForce ? { effectiveFrom: inForce.effectiveFrom, value: inForce.value, unit: inForce.unit, reason: inForce.reason } : null;
}

function tableOn(id: ReferenceTableId, day: string) {
  return vintagesOf(id).findLast(({ inForceFrom }) => inForceFrom <= day);
}
