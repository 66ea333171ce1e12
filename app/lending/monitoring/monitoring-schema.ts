import { z } from 'zod';
import { choice } from '~/lending/deal-record/choice';
import { day, needed, whole, words } from '~/lending/covenants/form-fields';
import { m } from '~/paraglide/messages';
import { dayImpossible, isEnteredDay } from '~/platform/forms/entered-day';
import { isLocale, type locales } from '~/paraglide/runtime';
import { latinDigits } from '~/platform/forms/latin-digits';
import { type IncidentKind, incidentKinds, reportFrequencies } from './monitoring-lists';
import type { IncidentFields } from './record-incident.server';

/** The acts of the page of reports; those on a link also on the page of a late report. */
export const reportingActs = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('schedule'),
    frequency: z.enum(reportFrequencies, choice(m.monitoring_frequency)),
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
    locale: z.custom<(typeof locales)[number]>(isLocale, choice(m.monitoring_link_language)),
  }),
  z.object({ intent: z.literal('revoke'), accessId: z.guid() }),
  z.object({ intent: z.literal('remind'), accessId: z.guid() }),
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
  .refine((date) => !Number.isNaN(date.getTime()), { error: () => m.monitoring_problem_moment(), abort: true })
  .refine((date) => isEnteredDay(date.toISOString().slice(0, 10)), { error: () => dayImpossible() });
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
      kind: z.enum(incidentKinds, choice(m.monitoring_incident_kind)),
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
