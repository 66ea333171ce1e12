import { z } from 'zod';
import { choice } from '~/lending/deal-record/choice';
import { m } from '~/paraglide/messages';
import {
  affectedGroups,
  type Grading,
  gradings,
  issueStatuses,
  type Judged,
  leastGrade,
  mostGrade,
  residuals,
  topics,
  vulnerableGroups,
} from './rights-lists';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m.human_rights_assessment_problem_long() })
    .optional()
    .default('');
/** Boxes of one name: none, one or several ticked. */
const boxes = <Word extends string>(list: readonly [Word, ...Word[]]) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(z.enum(list)));
/** A grade, or nothing for *not known*. */
const grade = z
  .enum(Array.from({ length: mostGrade - leastGrade + 1 }, (_, at) => String(leastGrade + at)))
  .optional()
  .transform((value) => (value === undefined ? null : Number(value)));
const reasonOf = (grading: Grading) => `${grading}Reason` as const;

/** The form of an issue. A score needs a reason; no score means unknown. */
export const issueForm = z
  .object({
    topic: z.enum(topics, choice(m.human_rights_assessment_topic)),
    title: words(400).refine((text) => text !== '', { error: () => m.human_rights_assessment_problem_title() }),
    affected: boxes(affectedGroups),
    vulnerable: boxes(vulnerableGroups),
    scale: grade,
    scaleReason: words(2_000),
    scope: grade,
    scopeReason: words(2_000),
    irremediability: grade,
    irremediabilityReason: words(2_000),
    likelihood: grade,
    likelihoodReason: words(2_000),
    response: words(4_000),
    lineNumber: z.coerce
      .number()
      .int()
      .positive()
      .optional()
      .transform((value) => value ?? null),
    residual: z
      .enum(residuals)
      .optional()
      .transform((value) => value ?? null),
    residualReason: words(2_000),
    source: words(2_000).refine((text) => text !== '', { error: () => m.human_rights_assessment_problem_source() }),
    status: z.enum(issueStatuses).optional().default('open'),
    statusReason: words(2_000),
  })
  .superRefine((judged, context) => {
    const needsReason = (path: string) =>
      context.addIssue({ code: 'custom', path: [path], message: m.human_rights_assessment_problem_reason() });
    for (const grading of gradings) if (judged[grading] !== null && judged[reasonOf(grading)] === '') needsReason(reasonOf(grading));
    if (judged.residual !== null && judged.residualReason === '') needsReason('residualReason');
    if (judged.status === 'closed' && judged.statusReason === '') needsReason('statusReason');
  })
  .transform((judged): Judged => judged);

/** Free-text fields that are checked for names of people. */
export const wordFields = ['title', ...gradings.map(reasonOf), 'response', 'residualReason', 'source', 'statusReason'] as const;
