import { z } from 'zod';
import { evidenceGrades } from '#scoring';
import { typedNumber, typedPeople, typedText } from '~/suppliers/parties/form-values';
import { typedCount } from '~/suppliers/fields/definition/typed-counts';
import { m } from '~/paraglide/messages';
import { enteredDay, pastDay } from '~/platform/forms/entered-day';
import { currencyDigits, toMinor } from './money';
import { isMore, protectComplaints } from './protect-complaints';
import {
  assessmentConclusions,
  assessmentMethods,
  feeCodes,
  type LineKind,
  legality,
  payers,
  recruiterStatuses,
  type RecordValues,
  reasonCodes,
  sanctionKinds,
} from '~/suppliers/facts/recruiter-record';

const country = () =>
  z.string({ error: () => m.supply_links_error_country() }).regex(/^[A-Z]{2}$/, { error: () => m.supply_links_error_country() });
const optionalDay = () =>
  enteredDay(() => m.supply_links_error_day())
    .optional()
    .transform((day) => day ?? null);
const optionalPastDay = () =>
  pastDay(() => m.supply_links_error_day())
    .optional()
    .transform((day) => day ?? null);
const currencyCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => currencyDigits(code) !== null, { error: () => m.supply_links_error_currency() });
const isAmount = (value: number) => value >= 0 && value <= 1e11;
const note = { note: typedText(2000) };
const corridor = { origin: country(), destination: country() };
const goesAbroad = (ends: { origin: string; destination: string }, context: z.RefinementCtx) => {
  if (ends.origin === ends.destination)
    context.addIssue({ code: 'custom', path: ['destination'], message: m.supply_links_error_corridor() });
};

/** What a form of a line says: its values, and where the member has them from. */
export type TypedLine<Kind extends LineKind> = { values: RecordValues<Kind>; note: string | null };
const asLine = <Values extends { note: string | null }>({ note: from, ...values }: Values) => ({ values, note: from });
const requiredText = (length: number, message: () => string) =>
  z
    .string({ error: message })
    .trim()
    .min(1, { error: message })
    .max(length, { error: () => m.suppliers_error_too_long({ count: length }) });

const licenceFormSchema = z
  .object({
    country: country(),
    licenceNumber: requiredText(200, () => m.supply_links_error_licence()),
    issuer: typedText(300),
    expiresOn: optionalDay(),
    ...note,
  })
  .transform(asLine);

const certificationFormSchema = z
  .object({
    scheme: requiredText(300, () => m.labour_recruiters_error_scheme()),
    certificateNumber: typedText(200),
    issuer: typedText(300),
    expiresOn: optionalDay(),
    ...note,
  })
  .transform(asLine);

const responseFormSchema = z
  .object({
    assessedOn: pastDay(() => m.recruiter_reviews_error_assessed()),
    assessmentMethod: z.enum(assessmentMethods, { error: () => m.recruiter_reviews_error_method() }),
    assessor: typedText(300),
    evidenceGrade: z.enum(evidenceGrades, { error: () => m.recruiter_reviews_error_evidence() }),
    conclusion: z
      .enum(assessmentConclusions)
      .optional()
      .transform((conclusion) => conclusion ?? null),
    ...note,
  })
  .transform(asLine);

const sanctionFormSchema = z
  .object({
    country: country(),
    sanctionKind: z.enum(sanctionKinds, { error: () => m.recruiter_reviews_error_sanction() }),
    authority: typedText(300),
    subject: typedText(1000),
    beganOn: optionalPastDay(),
    endedOn: optionalDay(),
    ...note,
  })
  .superRefine(({ beganOn, endedOn }, context) => {
    if (beganOn !== null && endedOn !== null && endedOn < beganOn)
      context.addIssue({ code: 'custom', path: ['endedOn'], message: m.supply_links_error_period() });
  })
  .transform(asLine);

const complaintsFormSchema = z
  .object({
    periodFrom: pastDay(() => m.labour_recruiters_error_period()),
    periodTo: pastDay(() => m.labour_recruiters_error_period()),
    received: typedCount().transform((count, context) => {
      if (count !== null) return count;
      context.addIssue({ code: 'custom', message: m.labour_recruiters_error_received() });
      return z.NEVER;
    }),
    upheld: typedCount(),
    remedied: typedCount(),
    ...note,
  })
  .superRefine((typed, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (typed.periodTo < typed.periodFrom) refuse('periodTo', m.supply_links_error_period());
    if (isMore(typed.upheld, typed.received)) refuse('upheld', m.labour_recruiters_error_upheld());
    if (isMore(typed.remedied, typed.upheld ?? typed.received)) refuse('remedied', m.labour_recruiters_error_remedied());
  })
  .transform(({ received, upheld, remedied, ...typed }) => asLine({ ...typed, ...protectComplaints({ received, upheld, remedied }) }));

const corridorFormSchema = z
  .object({
    ...corridor,
    monthlyPay: typedNumber(isAmount, m.supply_links_error_amount),
    currency: currencyCode.optional().transform((code) => code ?? null),
    placedPerYear: typedPeople(),
    ...note,
  })
  .superRefine((typed, context) => {
    goesAbroad(typed, context);
    if (typed.monthlyPay !== null && typed.currency === null)
      context.addIssue({ code: 'custom', path: ['currency'], message: m.supply_links_error_currency() });
  })
  .transform((typed) => ({
    ...typed,
    monthlyPay: typed.monthlyPay === null || typed.currency === null ? null : toMinor(typed.monthlyPay, typed.currency),
  }))
  .transform(asLine);

const feeFormSchema = z
  .object({
    ...corridor,
    feeCode: z.enum(feeCodes, { error: () => m.supply_links_error_fee() }),
    payer: z.enum(payers, { error: () => m.supply_links_error_payer() }),
    amount: typedNumber(isAmount, m.supply_links_error_amount).transform((value, context) => {
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message: m.supply_links_error_amount() });
      return z.NEVER;
    }),
    currency: z.string({ error: () => m.supply_links_error_currency() }).pipe(currencyCode),
    allowedByLaw: z.enum(legality).default('unknown'),
    ...note,
  })
  .superRefine(goesAbroad)
  .transform((typed) => asLine({ ...typed, amount: toMinor(typed.amount, typed.currency) }));

/** The form of each kind of line. */
export const lineFormSchemas: { [Kind in LineKind]: z.ZodType<TypedLine<Kind>> } = {
  licence: licenceFormSchema,
  certification: certificationFormSchema,
  assessment: responseFormSchema,
  sanction: sanctionFormSchema,
  complaints: complaintsFormSchema,
  corridor: corridorFormSchema,
  fee: feeFormSchema,
};

export const proposalFormSchema = z
  .object({
    status: z.enum(recruiterStatuses, { error: () => m.supply_links_error_status() }),
    reasonCode: z
      .enum(reasonCodes)
      .optional()
      .transform((code) => code ?? null),
    reason: typedText(2000),
    notifiedOn: optionalPastDay(),
    ...note,
  })
  .superRefine(({ status, reasonCode, notifiedOn }, context) => {
    if (status === 'approved') return;
    if (reasonCode === null) context.addIssue({ code: 'custom', path: ['reasonCode'], message: m.supply_links_error_reason() });
    if (notifiedOn === null) context.addIssue({ code: 'custom', path: ['notifiedOn'], message: m.supply_links_error_notified() });
  });

export const replyFormSchema = z.object({
  entryId: z.uuid(),
  repliedOn: pastDay(() => m.supply_links_error_day()),
  reply: z
    .string({ error: () => m.supply_links_error_reply() })
    .trim()
    .min(1, { error: () => m.supply_links_error_reply() })
    .max(5000),
});
