import { z } from 'zod';
import { findingGrades, verificationMethods } from '#scoring';
import { planLineSchema, signedPlanSchema } from '~/audits/closing-plan/schema';
import { elementStates, legalExceptions } from './definition';
import { requirementSchema } from '~/audits/national-law/entered-requirement';
import { agreements, extents, interviewForms, revisitStatuses, interviewTopics, signingParties, yesOrNo } from '~/audits/planning/states';

const text = (most: number) => z.string().trim().max(most);
const methods = z.array(z.enum(verificationMethods)).max(verificationMethods.length);
const people = z.number().int().min(0).max(1_000_000);
const day = z.iso.date();

/**
 * Recorder entries by kind. `key`: the question of a check, the place of a signature, else an id made by the device. Workers have no name, number or picture:
 * samples carry a code, interviews are counted.
 */
export const entryValues = {
  /** The answer to a question of the checklist or the indicators, and how it was verified. `note` may be shared; `restricted` stays with the team. */
  check: z.strictObject({
    answer: z.union([z.string().max(2000), z.number()]).nullable(),
    methods,
    agreement: z.enum(agreements).nullable(),
    /** How workers were interviewed about it; absent where it was not said. */
    interviews: z.array(z.enum(interviewForms)).max(interviewForms.length).optional(),
    /** The law of the country, not the site, conflicts with the standard. */
    isLegalContext: z.boolean(),
    note: text(4000),
    restricted: text(4000),
    /** Accepted from these answers, as they were then; absent where the answer was chosen. */
    from: z
      .array(z.strictObject({ question: z.string().min(1).max(40), answer: z.union([z.string().max(2000), z.number()]) }))
      .min(1)
      .max(60)
      .optional(),
  }),
  finding: z.strictObject({
    question: z.string().max(40).nullable(),
    point: z.string().max(40).nullable(),
    grade: z.enum(findingGrades),
    what: text(4000).min(1),
    howOften: text(500),
    /** Null: unknown. */
    affected: people.nullable(),
    extent: z.enum(extents),
    rootCause: text(2000),
    legalReference: text(500),
    legalUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
    codeReference: text(500),
    evidence: text(2000),
    photos: z.array(z.uuid()).max(50),
    methods,
    agreement: z.enum(agreements).nullable(),
    isLegalContext: z.boolean(),
    repeats: z.uuid().nullable(),
    isWithdrawn: z.boolean(),
  }),
  practice: z.strictObject({ section: z.string().max(40).nullable(), what: text(2000).min(1), isWithdrawn: z.boolean() }),
  /** A picture with faces and documents blurred before it was saved, or showing none. */
  photo: z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.enum(['image/jpeg', 'image/png']),
    sizeBytes: z.number().int().min(1),
    width: z.number().int().min(1).max(20_000),
    height: z.number().int().min(1).max(20_000),
    about: z.string().max(64).nullable(),
    caption: text(500),
    blurred: z.number().int().min(0).max(500),
    isWithdrawn: z.boolean(),
  }),
  /** Strokes of a pen, in thousandths of the field's width; `by` is a function at the site, or a member of the team. */
  signature: z.strictObject({
    by: text(200).min(1),
    /** For whom it is given; absent in what was recorded before it was asked for. */
    party: z.enum(signingParties).optional(),
    says: text(500),
    ratio: z.number().min(1).max(10),
    strokes: z.array(z.array(z.number().int().min(-100).max(11_000)).max(4000)).max(400),
    isWithdrawn: z.boolean(),
  }),
  /** Interviews with workers, counted. Which interviewee said what is not recorded. */
  tally: z.strictObject({
    form: z.enum(interviewForms),
    place: z.enum(['on-site', 'off-site']),
    chosenBy: z.enum(['team', 'management', 'worker-representatives', 'themselves']),
    language: z.string().max(12),
    women: people,
    men: people,
    /** Null: not asked. Recorded whatever the size of the group; `audit-report/suppress-small-cells` decides what is shown. */
    migrants: people.nullable(),
    agency: people.nullable(),
    topics: z.partialRecord(z.enum(interviewTopics), z.enum(['no-concern', 'some-concern', 'grave-concern', 'not-raised'])),
    isWithdrawn: z.boolean(),
  }),
  /** One worker's hours in one week, by a code of the sample. */
  hours: z.strictObject({
    code: text(12).min(1),
    weekOf: day,
    regular: z.number().min(0).max(168),
    overtime: z.number().min(0).max(168),
    daysWorked: z.number().int().min(0).max(7),
    isOvertimeVoluntary: z.enum(['yes', 'no', 'unknown']),
    source: z.enum(['time-records', 'production-records', 'worker', 'gate-records']),
    /** The file of which it is a sample; absent in one that was recorded by hand. */
    file: z.uuid().optional(),
    isWithdrawn: z.boolean(),
  }),
  /** One worker's pay of one period, in minor units of its currency. */
  wage: z.strictObject({
    code: text(12).min(1),
    periodFrom: day,
    periodTo: day,
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** Null where a payroll does not say. */
    regularHours: z.number().min(0).max(800).nullable(),
    overtimeHours: z.number().min(0).max(800).nullable(),
    basicPaid: z.number().int().min(0),
    overtimePaid: z.number().int().min(0),
    allowances: z.number().int().min(0),
    deductions: z.array(z.strictObject({ kind: z.enum(deductionKinds()), amount: z.number().int().min(0) })).max(30),
    netPaid: z.number().int().min(0),
    /** The legal minimum of the period's regular hours, and by how much overtime is multiplied; null where the team does not know it. */
    minimumHourly: z.number().int().min(0).nullable(),
    overtimeFactor: z.number().min(1).max(5).nullable(),
    file: z.uuid().optional(),
    isWithdrawn: z.boolean(),
  }),
  note: z.strictObject({ about: z.string().max(64).nullable(), text: text(10_000), isRestricted: z.boolean(), isWithdrawn: z.boolean() }),
  /** Opening and closing meeting, arrival and departure: who by function, when, what was agreed. */
  meeting: z.strictObject({
    at: z.iso.datetime().nullable(),
    until: z.iso.datetime().nullable(),
    /** Time zone of the device when the times were recorded, as IANA names it; absent in what was recorded before it was kept. */
    zone: text(64).optional(),
    functions: z.array(text(200).min(1)).max(60),
    saysWorkers: z.enum(['present', 'absent', 'none-exist']).nullable(),
    notes: text(4000),
    /** Of the closing meeting: whether results were presented to management, and whether the signatory may decide on changes. */
    resultsReviewed: z.enum(yesOrNo).nullable().optional(),
    mayChange: z.enum(yesOrNo).nullable().optional(),
  }),
  /** An element of the legal definition: whether it is supported, evidence for and against, and how it was verified. */
  element: z.strictObject({
    state: z.enum(elementStates).nullable(),
    speaksFor: text(4000),
    speaksAgainst: text(4000),
    /** Those that may apply; of the element `exceptions` alone. */
    exceptions: z.array(z.enum(legalExceptions)).max(legalExceptions.length),
    methods,
  }),
  /** Why a hit of the consistency rules is no error, under its rule and subject. Lapses when an input changes: `fingerprint` is that of the inputs explained. */
  explanation: z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{16}$/), text: text(2000).min(1), isWithdrawn: z.boolean() }),
  /** What the team writes about a cluster, the management systems or the audit as a whole, under its key; printed in reports. */
  narrative: z.strictObject({ text: text(6000).min(1), isWithdrawn: z.boolean() }),
  /** A legal requirement of the country that the team found, with its source; kept for the country (`national-law/entered`). */
  requirement: requirementSchema,
  /** The team's reply to a reviewer's comment, under the comment's id: what was done about `about`. `isDone`: the comment is answered for good. */
  'review-reply': z.strictObject({ about: z.string().max(64).nullable(), text: text(2000), isDone: z.boolean() }),
  /** What the closing meeting agrees on a finding, under its id. */
  planLine: planLineSchema,
  /** A corrective action plan as it was shown and signed in the closing meeting. Added, never changed. */
  signedPlan: signedPlanSchema,
  /** A revisited earlier finding, by its id: its status (null: not yet recorded), what shows it, and how it was verified. */
  revisit: z.strictObject({ standing: z.enum(revisitStatuses).nullable(), seen: text(2000), methods }),
} as const;

function deductionKinds() {
  return [
    'tax',
    'social-security',
    'housing',
    'food',
    'transport',
    'recruitment-fee',
    'loan',
    'fine',
    'deposit',
    'tools',
    'other',
  ] as const;
}
export const deductions = deductionKinds();

export type EntryKind = keyof typeof entryValues;
export const entryKinds = Object.keys(entryValues) as EntryKind[];
export type EntryValue<Kind extends EntryKind> = z.output<(typeof entryValues)[Kind]>;

/** Narratives about no single cluster; every other one has the key of a section. */
export const narrativeKeys = ['summary', 'systems'] as const;

/** Keys of meetings; every other kind but `check`, `element`, `narrative` and `explanation` has a uuid: that of an earlier finding for `revisit`, of a comment for `review-reply`. */
export const meetingKeys = ['opening', 'closing', 'presence'] as const;

/** An entry as a device sends it. */
export const sentEntrySchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(entryKinds as [EntryKind, ...EntryKind[]]),
  key: z.string().min(1).max(64),
  value: z.unknown(),
  replaces: z.array(z.uuid()).max(20),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: z.iso.datetime(),
});
export type SentEntry = z.output<typeof sentEntrySchema>;

/** One sending of a device: at most 500 entries. */
export const sendingSchema = z.strictObject({ deviceId: z.uuid(), entries: z.array(sentEntrySchema).max(500) });
