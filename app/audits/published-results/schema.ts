import { z } from 'zod';
import type { DocumentDefinition } from '~/documents/frozen-documents/document-kinds';
import { announcements, auditTypes } from '~/audits/report/audit-report/vocabulary';
import { replyKinds } from '~/findings/right-of-reply/reply-states';
import { m } from '~/paraglide/messages';
import { pastDay } from '~/platform/forms/entered-day';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable();
const place = z.strictObject({ name: z.string().min(1), country });

/** The site's reply to an issue. `text` null: withheld, because a person could be identified. */
const replySchema = z.strictObject({ on: z.iso.date(), kind: z.enum(replyKinds), text: z.string().nullable() });
export type PublicReply = z.infer<typeof replySchema>;

/**
 * One non-compliant question: the text of the questionnaire, never that of the recorder. No number of people, grade, source or photo.
 * `answerBy`: the site's deadline to reply, where it was asked and did not reply.
 */
const issueSchema = z.strictObject({
  question: z.string(),
  text: z.string(),
  isLegalContext: z.boolean(),
  settledOn: z.iso.date().nullable(),
  answerBy: z.iso.date().nullable(),
  replies: z.array(replySchema),
});
export type PublicIssue = z.infer<typeof issueSchema>;

/** The public result of an approved audit. `asked`: questions on the public list; `notAssessed`: how many of them were left open. */
export const publicResultSchema = z.strictObject({
  format: z.literal('public-result/1'),
  organization: z.strictObject({ name: z.string().min(1), isDemonstration: z.boolean() }),
  supplier: place,
  site: place.nullable(),
  audit: z.strictObject({
    number: z.string().min(1),
    ...{ type: z.enum(auditTypes), announcement: z.enum(announcements) },
    ...{ startsOn: z.iso.date(), endsOn: z.iso.date(), approvedOn: z.iso.date() },
    checklist: z.string(),
  }),
  asked: z.int().min(0),
  notAssessed: z.int().min(0),
  issues: z.array(issueSchema),
});
export type PublicResult = z.infer<typeof publicResultSchema>;

/** A published result as it is issued: with whoever agreed to it at the site, as a function, and when. Only `result` is published. */
export const publishedContentSchema = z.strictObject({
  format: z.literal('published-result/1'),
  agreedBy: z.string().min(1),
  agreedOn: z.iso.date(),
  result: publicResultSchema,
});
export const publishedDocument: DocumentDefinition<z.infer<typeof publishedContentSchema>> = {
  ...{ kind: 'published-result', newest: 'published-result/1' },
  schemas: { 'published-result/1': publishedContentSchema },
};

/** The only content published about a withdrawn result. */
export const withdrawnResultSchema = publicResultSchema.omit({ issues: true, asked: true, notAssessed: true });

const words = (missing: () => string, longest: number) => z.string({ error: missing }).trim().min(1, { error: missing }).max(longest);
const list = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => [given].flat());

export const publishFields = z.object({
  /** What was looked at before: a digest of the result with every reply in it. */
  seen: z.string().default(''),
  /** Replies with withheld text: `question:place`. */
  held: list,
  agreedBy: words(m.published_results_agreed_by_missing, 200),
  agreedOn: pastDay(() => m.published_results_agreed_on_bad()),
  screened: z.literal('on', { error: m.published_results_screened_missing }),
});

export const withdrawFields = z.object({ reason: words(m.published_results_withdraw_reason_missing, 500) });
