import {
  type AssessInput,
  answerValueSchema,
  engineVersion,
  impossiblePeople,
  type PeopleCounted,
  type Scored,
  sharesOfPeople,
} from '#scoring';
import { z } from 'zod';
import { type AskedKey, askedFields } from '~/suppliers/fields/definition/asked-fields';
import { latinDigits } from '~/platform/forms/latin-digits';

/** The questionnaire that is opened when none is named. */
export const defaultInstrument = 'ilo-ten-principles@1.0.0';

/** A result as it is stored: the calculation tree is recomputed from the input on demand. */
export type StoredResult = Scored;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export const storedInputSchema = z.custom<AssessInput>(
  (value) => isRecord(value) && typeof value.asOf === 'string' && isRecord(value.facts),
);
/** Whether a score of this version of the method can be set beside those of today: versions of one method share the number before the first dot. */
export const isOfThisMethod = (version: unknown): boolean => typeof version === 'string' && methodOf(version) === methodOf(engineVersion);

const methodOf = (version: string): string => version.split('.')[0] ?? '';

/** A result of today's method as it is stored. Refuses those of an earlier method, which `earlierResultSchema` reads. */
export const storedResultSchema = z.custom<StoredResult>(
  (value) =>
    isRecord(value) &&
    isOfThisMethod(value.engineVersion) &&
    (value.status === 'not-scored' ||
      (value.status === 'scored' && Array.isArray(value.components) && isRecord(value.basis) && isRecord(value.child))),
);

/** A number of the form, empty where it is unknown. */
const numberOf = ([least, most]: readonly [number, number]) =>
  z.preprocess(
    (value) => (value === '' || value === null || value === undefined ? undefined : Number(latinDigits(String(value)).replace(',', '.'))),
    z.number().min(least).max(most).optional(),
  );
/** The shares of the workforce that question P5.Q1 asks for; each 0 to 100 in the form, 0 to 1 in the facts; an empty field is unknown. */
export const workforceSharesSchema = z.object(
  Object.fromEntries(askedFields.map(({ key, unit, range = [1, 100] }) => [key, numberOf(unit === 'share' ? [0, 100] : range)])) as Record<
    AskedKey,
    ReturnType<typeof numberOf>
  >,
);
export type WorkforceShares = z.infer<typeof workforceSharesSchema>;

/** One number of people of a form. */
export const peopleCount = z.preprocess(
  (value) => (value === '' || value === null || value === undefined ? undefined : Number(latinDigits(String(value)))),
  z.number().int().min(0).max(10_000_000).optional(),
);

/** People as a form counts them. What cannot be true beside the others is refused by name. */
export const peopleSchema = z
  .object({
    all: peopleCount,
    foreign: peopleCount,
    internal: peopleCount,
    agency: peopleCount,
    busiest: peopleCount,
    quietest: peopleCount,
  })
  .superRefine((people, context) => {
    for (const key of impossiblePeople(countedIn(people)))
      context.addIssue({ code: 'custom', path: [key], message: 'does not fit the other numbers' });
  });

/** Shares with the people behind them: shares that follow from counts are recalculated, whatever was written beside them. */
export const countedSharesSchema = workforceSharesSchema.extend({ people: peopleSchema.optional() }).transform(({ people, ...shares }) => {
  if (!people) return shares;
  const known = countedIn(people);
  return Object.keys(known).length === 0 ? shares : { ...shares, ...sharesOfPeople(known), people: known };
});

/** The people behind a stored answer; null without counts. */
export function peopleOf(value: unknown): PeopleCounted | null {
  const people = isRecord(value) ? peopleSchema.safeParse(value.people) : null;
  return people?.success ? countedIn(people.data) : null;
}

/** Without empty counts. */
function countedIn(people: z.infer<typeof peopleSchema>): PeopleCounted {
  return Object.fromEntries(Object.entries(people).filter(([, count]) => count !== undefined));
}

export { answerValueSchema };
