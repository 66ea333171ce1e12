import { z } from 'zod';
import { type Count, readCount } from '~/lending/monitoring/report-content';
import { reportingProblem } from '~/lending/monitoring/reporting-labels';
import { choice } from '~/lending/deal-record/choice';
import { m } from '~/paraglide/messages';
import { pastDay } from '~/platform/forms/entered-day';
import { latinDigits } from '~/platform/forms/latin-digits';
import { audiences, channels, groups, knowns, operators, periodCounts, ways } from './engagement-lists';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m.stakeholder_engagement_problem_long() })
    .optional()
    .default('');
const needed = (most: number) => words(most).refine((text) => text !== '', { error: () => m.stakeholder_engagement_problem_words() });
const boxes = <Word extends string>(list: readonly [Word, ...Word[]]) =>
  z
    .preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(z.enum(list)))
    .refine((ticked) => ticked.length > 0, { error: () => m.stakeholder_engagement_problem_boxes() });
const day = pastDay(() => m.monitoring_problem_day());
const known = (label: () => string) => z.enum(knowns, choice(label));

/** Counts of a form, each typed or said to be not known; one to four become *fewer than five* before anything is kept. */
function takeCounts<Name extends string>(names: readonly Name[], typed: Readonly<Record<string, unknown>>, context: z.RefinementCtx) {
  return Object.fromEntries(
    names.map((name) => {
      const text = typeof typed[name] === 'string' ? typed[name] : '';
      const { value, problem } = readCount(text, { isUnknown: typed[`unknown-${name}`] !== undefined, isProtected: true });
      if (problem) context.addIssue({ code: 'custom', path: [name], message: reportingProblem(problem) });
      return [name, value];
    }),
  ) as Record<Name, Count>;
}
const countFields = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.flatMap((name) => [name, `unknown-${name}`].map((field) => [field, z.string().optional()])));

/** The form of one engagement. */
export const entryForm = z
  .looseObject({
    heldOn: day,
    groups: boxes(groups),
    way: z.enum(ways, choice(m.stakeholder_engagement_way)),
    languages: needed(200),
    subjects: needed(4_000),
    answered: words(4_000),
    disclosed: words(2_000),
    ...countFields(['people']),
  })
  .transform(({ heldOn, groups: who, way, languages, subjects, answered, disclosed, ...typed }, context) => ({
    ...{ heldOn, groups: who, way, languages, subjects, answered, disclosed },
    people: takeCounts(['people'], typed, context).people,
  }));
export type Entry = z.output<typeof entryForm>;

/** The form of a way to complain. */
export const mechanismForm = z.object({
  name: needed(200),
  audience: z.enum(audiences, choice(m.stakeholder_engagement_audience)),
  operator: z.enum(operators, choice(m.stakeholder_engagement_operator)),
  channels: boxes(channels),
  languages: needed(200),
  isAnonymous: known(m.stakeholder_engagement_anonymous),
  isFree: known(m.stakeholder_engagement_free),
  noRetaliation: known(m.stakeholder_engagement_no_retaliation),
  note: words(4_000),
});
export type Mechanism = z.output<typeof mechanismForm>;

/** The form of what came in over a period. Of fewer than five closed ones no median is taken: it could be one person's. */
export const periodForm = z
  .looseObject({
    periodFrom: day,
    periodTo: day,
    medianDays: z.string().optional(),
    note: words(2_000),
    ...countFields(periodCounts),
  })
  .transform(({ periodFrom, periodTo, medianDays, note, ...typed }, context) => {
    const counts = takeCounts(periodCounts, typed, context);
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (periodTo < periodFrom) issue('periodTo', m.stakeholder_engagement_problem_period());
    const days = medianDays === undefined ? null : Number(latinDigits(medianDays).replace(/\s/g, ''));
    if (days !== null && !(Number.isInteger(days) && days >= 0 && days <= 3_660))
      issue('medianDays', m.stakeholder_engagement_problem_days());
    const isFew = typeof counts.closed !== 'number' || counts.closed === 0;
    if (days !== null && isFew) issue('medianDays', m.stakeholder_engagement_problem_median());
    return { periodFrom, periodTo, note, ...counts, medianDays: days };
  });
export type Period = z.output<typeof periodForm>;

/** Free-text fields that are checked for names of people. */
export const entryWords = ['languages', 'subjects', 'answered', 'disclosed'] as const;
export const mechanismWords = ['name', 'languages', 'note'] as const;
export const periodWords = ['note'] as const;
