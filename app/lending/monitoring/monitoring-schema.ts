import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { isLocale, type locales } from '~/paraglide/runtime';
import { latinDigits } from '~/web/latin-digits';
import type { CovenantFields } from '~/lending/covenants/add-covenant.server';
import {
  covenantKinds,
  frequencies,
  type IncidentKind,
  incidentKinds,
  noticesOf,
  reportFrequencies,
  testers,
  testResults,
} from './monitoring-lists';
import type { IncidentFields } from './record-incident.server';

const choice = { error: () => m.deals_problem_choice() };
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m.monitoring_problem_long() })
    .optional()
    .default('');
const needed = (most: number, error: () => string) =>
  z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(most, { error: () => m.monitoring_problem_long() });
const day = z.iso.date({ error: () => m.monitoring_problem_day() });
const whole = (most: number, error: () => string) =>
  z
    .string({ error })
    .transform((text) => Number(latinDigits(text).replace(/\s/g, '')))
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= most, { error });

/** The form of a covenant; hours and days are stored as hours. */
export const covenantFields = z
  .object({
    kind: z.enum(covenantKinds, choice),
    text: needed(4_000, () => m.monitoring_problem_text()),
    reference: words(200),
    frequency: z.enum(frequencies, choice),
    firstTestOn: day,
    tester: z.enum(testers, choice),
    noticeWithin: whole(366, () => m.monitoring_problem_within()).optional(),
    noticeUnit: z.enum(['hours', 'days'], choice).optional().default('hours'),
    noticeOf: z.enum(noticesOf, choice).optional(),
  })
  .superRefine(({ kind, noticeWithin, noticeOf }, context) => {
    if (kind !== 'notification') return;
    if (noticeWithin === undefined) context.addIssue({ code: 'custom', path: ['noticeWithin'], message: m.monitoring_problem_within() });
    if (noticeOf === undefined) context.addIssue({ code: 'custom', path: ['noticeOf'], message: m.deals_problem_choice() });
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
      testedOn: day,
      result: z.enum(testResults, choice),
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
      verdict: z.enum(['granted', 'refused'], choice),
      answer: words(2_000),
    })
    .refine(({ verdict, answer }) => verdict === 'granted' || answer !== '', {
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
      verdict: z.enum(['agreed', 'refused'], choice),
      answer: words(2_000),
    })
    .refine(({ verdict, answer }) => verdict === 'agreed' || answer !== '', {
      path: ['answer'],
      error: () => m.monitoring_problem_reason(),
    }),
]);

/** The acts of the page of reports. */
export const reportingActs = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('schedule'),
    frequency: z.enum(reportFrequencies, choice),
    firstPeriodFrom: day,
    dueDays: whole(366, () => m.monitoring_problem_days()),
  }),
  z.object({ intent: z.literal('end'), scheduleId: z.string(), endedOn: day, reason: needed(2_000, () => m.monitoring_problem_reason()) }),
  z.object({
    intent: z.literal('link'),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.email({ error: () => m.requests_email_bad() }).max(320, { error: () => m.requests_email_bad() }))
      .nullable()
      .default(null),
    locale: z.custom<(typeof locales)[number]>(isLocale, choice),
  }),
  z.object({ intent: z.literal('revoke'), accessId: z.guid() }),
]);

/** The acts of the page of one report. */
export const reportActs = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accepted'), reportId: z.string(), version: z.coerce.number().int(), comment: words(4_000) }),
  z.object({
    intent: z.literal('questioned'),
    reportId: z.string(),
    version: z.coerce.number().int(),
    comment: needed(4_000, () => m.monitoring_problem_question()),
  }),
]);

/** A moment as a form gives it (day and time, UTC). */
const moment = z
  .string({ error: () => m.monitoring_problem_moment() })
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: () => m.monitoring_problem_moment() })
  .transform((text) => new Date(`${text}:00Z`))
  .refine((date) => !Number.isNaN(date.getTime()), { error: () => m.monitoring_problem_moment() });
const people = z
  .string()
  .transform((text) => Number(latinDigits(text).replace(/\s/g, '')))
  .refine((value) => Number.isInteger(value) && value >= 0 && value <= 1_000_000, { error: () => m.monitoring_problem_people() })
  .optional()
  .transform((value) => value ?? null);
const isRestricted = (kind: IncidentKind) => kind === 'restricted';

/** The form of an incident at `now`. Of a sensitive case it takes neither text nor numbers. */
export const incidentFields = (now: Date) =>
  z
    .object({
      kind: z.enum(incidentKinds, choice),
      text: words(4_000),
      happenedAt: moment,
      learnedAt: moment,
      reportedAt: moment.optional().transform((value) => value ?? null),
      died: people,
      harmed: people,
    })
    .superRefine(({ kind, text, happenedAt, learnedAt, reportedAt, died, harmed }, context) => {
      const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      if (isRestricted(kind) && (text !== '' || died !== null || harmed !== null)) issue('text', m.monitoring_problem_restricted());
      if (!isRestricted(kind) && text === '') issue('text', m.monitoring_problem_text());
      if (happenedAt > now) issue('happenedAt', m.monitoring_problem_future());
      if (learnedAt > now) issue('learnedAt', m.monitoring_problem_future());
      if (reportedAt && reportedAt > now) issue('reportedAt', m.monitoring_problem_future());
      if (learnedAt < happenedAt) issue('learnedAt', m.monitoring_problem_learned());
      if (reportedAt && reportedAt < happenedAt) issue('reportedAt', m.monitoring_refused_told_before());
    })
    .transform((fields): IncidentFields => fields);

/** The acts of the page of one incident. */
export const incidentActs = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('told'), reportedAt: moment }),
  z.object({ intent: z.literal('follow-up'), text: needed(4_000, () => m.monitoring_problem_text()) }),
  z.object({ intent: z.literal('closed'), text: needed(4_000, () => m.monitoring_problem_reason()) }),
]);
