import { z } from 'zod';
import { choice } from '~/lending/deal-record/choice';
import { m } from '~/paraglide/messages';
import type { CovenantFields } from './add-covenant.server';
import { covenantKinds, frequencies, noticesOf, testers, testResults } from './covenant-lists';
import { day, dayThatWas, needed, whole, words } from './form-fields';

/** The form of a covenant; hours and days are kept as hours. */
export const covenantFields = z
  .object({
    kind: z.enum(covenantKinds, choice(m.monitoring_kind)),
    text: needed(4_000, () => m.monitoring_problem_text()),
    reference: words(200),
    frequency: z.enum(frequencies, choice(m.monitoring_frequency)),
    firstTestOn: day,
    tester: z.enum(testers, choice(m.monitoring_tester)),
    noticeWithin: whole(366, () => m.monitoring_problem_within()).optional(),
    noticeUnit: z.enum(['hours', 'days'], choice(m.monitoring_notice_unit)).optional().default('hours'),
    noticeOf: z.enum(noticesOf, choice(m.monitoring_notice_of)).optional(),
  })
  .superRefine(({ kind, noticeWithin, noticeOf }, context) => {
    if (kind !== 'notification') return;
    if (noticeWithin === undefined) context.addIssue({ code: 'custom', path: ['noticeWithin'], message: m.monitoring_problem_within() });
    if (noticeOf === undefined) context.addIssue({ code: 'custom', path: ['noticeOf'], message: choice(m.monitoring_notice_of).error() });
  })
  .transform(({ noticeWithin, noticeUnit, noticeOf, ...fields }): CovenantFields => {
    const isNotice = fields.kind === 'notification' && noticeWithin !== undefined && noticeOf !== undefined;
    return {
      ...fields,
      noticeHours: isNotice ? noticeWithin * (noticeUnit === 'days' ? 24 : 1) : null,
      noticeOf: isNotice ? noticeOf : null,
    };
  });

/** The acts of the page of a covenant. */
export const covenantActs = z.discriminatedUnion('intent', [
  z
    .object({
      intent: z.literal('test'),
      dueOn: day,
      testedOn: dayThatWas,
      result: z.enum(testResults, choice(m.monitoring_result)),
      reason: words(2_000),
      evidence: words(2_000),
    })
    .refine(({ result, evidence }) => result !== 'met' || evidence !== '', {
      path: ['evidence'],
      error: () => m.monitoring_problem_evidence(),
    })
    .refine(({ result, reason }) => result === 'met' || reason !== '', { path: ['reason'], error: () => m.monitoring_problem_reason() }),
  z.object({ intent: z.literal('ask-waiver'), reason: needed(2_000, () => m.monitoring_problem_reason()), untilOn: day }),
  z
    .object({
      intent: z.literal('decide-waiver'),
      waiverId: z.string(),
      verdict: z.enum(['approved', 'rejected'], choice(m.monitoring_waiver_decide)),
      answer: words(2_000),
    })
    .refine(({ verdict, answer }) => verdict === 'approved' || answer !== '', {
      path: ['answer'],
      error: () => m.monitoring_problem_reason(),
    }),
  z.object({ intent: z.literal('planned'), breachId: z.string(), text: needed(4_000, () => m.monitoring_problem_text()), dueOn: day }),
  z.object({ intent: z.literal('remedied'), breachId: z.string(), text: needed(4_000, () => m.monitoring_problem_text()) }),
  z.object({ intent: z.literal('default'), breachId: z.string(), text: needed(4_000, () => m.monitoring_problem_reason()) }),
  z.object({ intent: z.literal('end'), reason: needed(2_000, () => m.monitoring_problem_reason()), endedOn: day }),
  z.object({ intent: z.literal('delete'), reason: needed(2_000, () => m.monitoring_problem_reason()) }),
  z
    .object({
      intent: z.literal('decide-proposal'),
      proposalId: z.string(),
      verdict: z.enum(['approved', 'rejected'], choice(m.monitoring_waiver_decide)),
      answer: words(2_000),
    })
    .refine(({ verdict, answer }) => verdict === 'approved' || answer !== '', {
      path: ['answer'],
      error: () => m.monitoring_problem_reason(),
    }),
]);
