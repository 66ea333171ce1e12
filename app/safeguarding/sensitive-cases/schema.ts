import { z } from 'zod';
import {
  caseVerdicts,
  childConditions,
  contactKeys,
  contactOutcomes,
  countryRisks,
  decisionKinds,
  helpers,
  outcomes,
  recordedSteps,
  referrals,
  releaseOverrides,
  remedies,
  triggers,
  wishes,
  visitOutcomes,
} from './vocabulary';

const text = (most: number) => z.string().trim().max(most).default('');
const ticked = z.literal('on');
/** Checkboxes of one name: none, one or several were ticked. */
const several = <Word extends string>(words: readonly [Word, ...Word[]]) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(words)));
/** A code for a service, a person or a place, readable only with the list of codes. */
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/);

export const subjectSchema = z.object({
  trigger: z.enum(triggers),
  partyId: z.uuid(),
  responseId: z.uuid().nullable(),
  question: z.string().max(60).nullable(),
  account: text(4_000),
});
export type CaseSubject = z.output<typeof subjectSchema>;

/** A new case as its form sends it. */
export const openingSchema = z.object({
  about: z.string().min(1).max(60),
  response: z.union([z.uuid(), z.literal('')]).default(''),
  question: z.string().max(60).default(''),
  trigger: z.enum(triggers),
  account: z.string().trim().min(10).max(4_000),
  second: z.uuid(),
});

const note = { note: text(2_000) };
/** The values of each step. */
export const stepSchemas = {
  danger: z.object({ danger: z.enum(['yes', 'no', 'unknown']), helper: z.enum(helpers), ...note }),
  protect: z.object({ confront: ticked, tipOff: ticked, expose: ticked, ...note }),
  wish: z.object({
    wish: z.enum(wishes),
    explained: ticked.optional(),
    adults: z.enum(['yes', 'no']).optional(),
    woman: z.enum(['yes', 'no', 'no-girl']).optional(),
    guardian: z.enum(['guardian', 'organization', 'none']).optional(),
    ...note,
  }),
  country: z.object({
    risks: several(countryRisks),
    duty: z.enum(['yes', 'no', 'unknown']),
    law: text(1_000),
    ...note,
  }),
  refer: z.object({ referral: z.enum(referrals), service: code.optional(), ...note }),
  harm: z.object({ harm: z.enum(['low', 'some', 'high']), ...note }),
  remedy: z.object({ remedies: several(remedies), ...note }),
  alternative: z.object({ removal: z.enum(['none', 'with-alternative']), conditions: several(childConditions), ...note }),
} as const;

export const stepEntry = z.discriminatedUnion('step', [
  stepSchemas.danger.extend({ step: z.literal('danger') }),
  stepSchemas.protect.extend({ step: z.literal('protect') }),
  stepSchemas.wish.extend({ step: z.literal('wish') }),
  stepSchemas.country.extend({ step: z.literal('country') }),
  stepSchemas.refer.extend({ step: z.literal('refer') }),
  stepSchemas.harm.extend({ step: z.literal('harm') }),
  stepSchemas.remedy.extend({ step: z.literal('remedy') }),
  stepSchemas.alternative.extend({ step: z.literal('alternative') }),
]);
export type StepEntry = z.output<typeof stepEntry>;
export type StepOf<Step extends StepEntry['step']> = Extract<StepEntry, { step: Step }>;

export const noteEntry = z.object({ note: z.string().trim().min(1).max(4_000) });
export const contactEntry = z.object({ contact: z.enum(contactKeys), outcome: z.enum(contactOutcomes), ...note });
/** The result of an audit of the same site on the case. */
export const visitEntry = z.object({ audit: z.uuid(), seen: z.enum(visitOutcomes), ...note });
export const proposalEntry = z.object({
  kind: z.enum(decisionKinds),
  reason: z.string().trim().min(10).max(2_000),
  tell: z.enum(['tell', 'not-tell']).optional(),
  person: z.uuid().optional(),
  outcome: z.enum(outcomes).optional(),
  override: z.enum(releaseOverrides).optional(),
});
export type Proposal = z.output<typeof proposalEntry>;
export const verdictEntry = z.object({ decisionId: z.uuid(), verdict: z.enum(caseVerdicts) });

/** The actions of the page, by `intent`. */
export const intents = ['step', 'note', 'contact', 'visit', 'propose', 'decide'] as const;
export const stepName = z.enum(recordedSteps);

/** The content of each kind of log entry; kinds that are missing here have none. */
export const entrySchemas = {
  open: subjectSchema,
  step: stepEntry,
  note: noteEntry,
  contact: contactEntry,
  visit: visitEntry,
  propose: proposalEntry.extend({ decisionId: z.uuid() }),
  decide: verdictEntry.extend({ kind: z.enum(decisionKinds) }),
  assign: z.object({ person: z.uuid() }),
  unassign: z.object({ person: z.uuid() }),
  /** The operator of the installation assigned the case to `people`, because fewer than two were left. */
  restore: z.object({ people: z.array(z.uuid()), left: z.array(z.uuid()) }),
  reminder: z.object({ marks: z.array(z.string()) }),
} as const;
export type EntryContent = { [Kind in keyof typeof entrySchemas]: z.output<(typeof entrySchemas)[Kind]> };
export const bareKinds = ['read', 'export', 'erase'] as const;
export type EntryKind = keyof EntryContent | (typeof bareKinds)[number];
