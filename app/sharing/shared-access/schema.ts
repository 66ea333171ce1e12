import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { enteredDay } from '~/platform/forms/entered-day';
import { purposes } from '~/platform/terms/shared-access-terms';

const isoDay = enteredDay(() => m.shared_access_problem_until());
const purpose = z.enum(purposes, { error: () => m.shared_access_problem_purpose() });
const reason = z
  .string({ error: () => m.shared_access_problem_reason() })
  .trim()
  .min(3, { error: () => m.shared_access_problem_reason() })
  .max(1000, { error: () => m.shared_access_problem_reason() });
const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: () => m.requests_email_bad() }).max(254, { error: () => m.requests_email_bad() }));

/** The form of new shared access: the recipient by code, or by an address that receives the offer as a link. */
export const sharedAccessFields = z
  .object({
    response: z.guid({ error: () => m.shared_access_problem_assessment() }),
    sections: z.preprocess(
      (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
      z.array(z.string()).min(1, { error: () => m.shared_access_problem_sections() }),
    ),
    files: z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(z.guid())),
    code: z.string().trim().optional(),
    email: email.optional(),
    purpose,
    reason,
    until: isoDay,
    request: z.guid().optional(),
  })
  .refine(({ code, email: address, request }) => Boolean(code || request) !== Boolean(address), {
    path: ['code'],
    error: () => m.shared_access_problem_recipient(),
  });

/** The form of shared access to a signed report. */
export const reportGrantFields = z
  .object({
    forms: z.preprocess(
      (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
      z.array(z.string()).min(1, { error: () => m.auditpapers_problem_forms() }),
    ),
    code: z.string().trim().optional(),
    email: email.optional(),
    purpose,
    reason,
    until: isoDay,
  })
  .refine(({ code, email: address }) => Boolean(code) !== Boolean(address), {
    path: ['code'],
    error: () => m.shared_access_problem_recipient(),
  });

/** The owner's actions on a page of shared access. */
export const givenActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('revoke') }),
  z.object({ intent: z.literal('term'), until: isoDay }),
]);

/** The actions of the recipient. */
export const receivedActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept') }),
  z.object({ intent: z.literal('refuse'), reason: z.string().trim().max(1000).optional() }),
  z.object({ intent: z.literal('attach'), supplier: z.string({ error: () => m.responses_new_choose() }) }),
  z.object({ intent: z.literal('detach') }),
]);

/** A request for access: by the code of an organization, or by a questionnaire that was sent to it. */
export const askAccessFields = z
  .object({ code: z.string().trim().optional(), response: z.guid().optional(), purpose, reason })
  .refine(({ code, response }) => Boolean(code) || Boolean(response), { path: ['code'], error: () => m.shared_access_problem_code() });

/** Reasons why a request for access is refused. */
export const refuseAccessFields = z.object({ request: z.guid(), answer: z.string().trim().max(1000).optional() });
