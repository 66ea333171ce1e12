import { z } from 'zod';
import { conflictCodes } from '~/audits/independence/limits';
import { verificationMethods } from '#scoring';
import { memberLocales } from '~/locales/member-locales';
import { factValueSchema } from '~/suppliers/fields/reported/fact-value';
import { lawSchema, narrativesSchema, restsOnShape, systemsSchema } from './evidence-schema';
import { auditFindingSchema, revisitSchema } from './findings-schema';
import { hoursSchema, interviewsSchema, wagesSchema } from './people-schema';
import {
  announcements,
  auditTypes,
  declarations,
  definitionElements,
  definitionReadings,
  elementStates,
  gatePoints,
  legalExceptions,
  sampleDimensions,
  teamParts,
  yesOrNo,
} from './vocabulary';

const isoDate = z.iso.date();
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const text = z.string();
const rate = z.strictObject({ nonCompliant: z.int(), assessed: z.int(), rate: z.number().nullable() });

const pointSchema = z.strictObject({
  /** Contains a zero-tolerance question: neither stated nor counted. */
  isNotStated: z.literal(true).optional(),
  code: z.string(),
  title: text,
  nonCompliant: z.boolean().nullable(),
  assessed: z.int(),
  asked: z.int(),
  because: z.array(z.string()),
  /** At the audit before; null where it was not assessed then, or there was none. */
  before: z.boolean().nullable(),
  /** Of the other suppliers audited by this organization; null where too few were assessed on it. */
  peers: rate.nullable(),
});

/** Why a question does not apply, also one that was not asked for it; empty where nothing says why. Absent where it applies, and in reports of before. */
const doesNotApply = { doesNotApply: text.optional() };

const questionSchema = z.strictObject({
  /** A zero-tolerance question, whatever was answered. */
  isNotStated: z.literal(true).optional(),
  code: z.string(),
  point: z.string().nullable(),
  text,
  /** Value of the scale; null: not answered. */
  answer: z.string().nullable(),
  answerText: text.nullable(),
  note: text,
  isLegalContext: z.boolean(),
  /** On the list of issues that Better Work makes public. */
  isPublic: z.boolean(),
  findings: z.array(z.string()),
  ...doesNotApply,
  ...restsOnShape,
});

export const clusterSchema = z.strictObject({
  key: z.string(),
  title: text,
  rate,
  before: rate.nullable(),
  notAssessed: z.int(),
  points: z.array(pointSchema),
  questions: z.array(questionSchema),
});
export type ReportCluster = z.infer<typeof clusterSchema>;

/** What was asked beside the checklist, with what was answered. */
export const furtherSchema = z.strictObject({
  ...{ key: z.string(), title: text, licence: text, isDrafted: z.boolean() },
  sections: z.array(
    z.strictObject({
      key: z.string(),
      title: text,
      questions: z.array(
        z.strictObject({
          /** It would tell the answer to a zero-tolerance question: not stated, whatever was recorded. */
          isNotStated: z.literal(true).optional(),
          code: z.string(),
          text,
          /** Value of the scale, absent in reports of before it was kept. */
          answer: z.string().nullable().optional(),
          answerText: text,
          note: text,
          isLegalContext: z.boolean(),
          findings: z.array(z.string()),
          ...doesNotApply,
          ...restsOnShape,
        }),
      ),
    }),
  ),
});
export type FurtherChecklist = z.infer<typeof furtherSchema>;

const dimensionSchema = z.strictObject({
  code: z.string(),
  title: text,
  lower: z.boolean(),
  upper: z.boolean(),
  present: z.array(z.strictObject({ code: z.string(), text, strength: z.enum(['strong', 'medium', 'weak']).nullable() })),
  unknown: z.int(),
});
export const signsSchema = z.strictObject({
  eleven: z.array(
    z.strictObject({
      /** It would tell the answer to a zero-tolerance question: not stated, whatever was recorded. */
      isNotStated: z.literal(true).optional(),
      text,
      state: z.enum(['present', 'absent', 'unknown']),
      strength: z.enum(['strong', 'medium', 'weak']).nullable(),
    }),
  ),
  operational: z.strictObject({
    lower: z.string(),
    upper: z.string(),
    isSettled: z.boolean(),
    kinds: z.array(z.string()),
    dimensions: z.array(dimensionSchema),
  }),
});
export type ReportSigns = z.infer<typeof signsSchema>;

/** The legal definition, element by element. */
export const definitionSchema = z.strictObject({
  /** It would tell the answer to a zero-tolerance question: not stated, whatever was recorded. */
  isNotStated: z.literal(true).optional(),
  reading: z.enum(definitionReadings),
  because: z.array(z.enum(definitionElements)),
  elements: z.array(
    z.strictObject({
      /** It would tell the answer to a zero-tolerance question: not stated, whatever was recorded. */
      isNotStated: z.literal(true).optional(),
      element: z.enum(definitionElements),
      state: z.enum(elementStates).nullable(),
      /** Null: rests on workers alone; printed only for an approved audit with five or more interviewees. */
      speaksFor: text.nullable(),
      speaksAgainst: text.nullable(),
      exceptions: z.array(z.enum(legalExceptions)),
      sources: z.union([z.array(z.enum(verificationMethods)), z.literal('several')]),
    }),
  ),
});
export type ReportDefinition = z.infer<typeof definitionSchema>;

const truth = z.enum(['yes', 'no', 'unknown']);
/** The statistical definition (R14) as the indicators read; codes of circumstances. */
export const statisticalSchema = z.strictObject({
  ...{ vintage: z.string(), work: truth, involuntary: truth, menace: truth, forcedLabour: truth },
  because: z.strictObject({ involuntariness: z.array(z.string()), menace: z.array(z.string()) }),
  collect: z.array(z.string()),
});
export type ReportStatistical = z.infer<typeof statisticalSchema>;

const photoSchema = z.strictObject({
  no: z.int().min(1),
  sha256: hex64,
  width: z.int(),
  height: z.int(),
  caption: text,
  about: z.string().nullable(),
  blurred: z.int(),
  /** The day at the site on which it was recorded, where the time there is known. Reports of before it was printed have none. */
  on: isoDate.nullable().optional(),
});
export type ReportPhoto = z.infer<typeof photoSchema>;

/** Everything that the reports on an audit print, in whichever form. `hash` is SHA-256 of its RFC 8785 form without the hash itself. */
export const auditReportSchema = z.strictObject({
  format: z.literal('audit-report/1'),
  locale: z.enum(memberLocales),
  preparedAt: z.iso.datetime(),
  state: z.enum(['draft', 'approved']),
  organization: z.strictObject({ name: z.string().min(1) }),
  audit: z.strictObject({
    number: z.string().min(1),
    type: z.enum(auditTypes),
    announcement: z.enum(announcements),
    startsOn: isoDate,
    endsOn: isoDate,
    personDays: z.number(),
    paidBy: text,
    purpose: text,
    limits: text,
    /** Absent in reports of before they were asked for. */
    contact: text.optional(),
    licences: text.optional(),
    /** When the supplier last sent a self-assessment before the visit. */
    selfAssessedOn: isoDate.nullable().optional(),
    concludedBy: text.nullable(),
    concludedOn: isoDate.nullable(),
    approvedBy: text.nullable(),
    approvedOn: isoDate.nullable(),
    /** The checklist, and the state of its wording in the report's language. */
    checklist: z.strictObject({ key: z.string(), title: text, licence: text, source: text, isDrafted: z.boolean() }),
    previous: z.strictObject({ number: z.string(), on: isoDate }).nullable(),
    /** Other suppliers with an approved audit. */
    peers: z.int(),
  }),
  supplier: z.strictObject({
    name: z.string().min(1),
    publicId: z.string().min(1),
    country: country.nullable(),
    sector: z.string().nullable(),
    products: z.array(z.string()),
    parent: z.string().nullable(),
    references: z.array(z.strictObject({ scheme: z.string(), value: z.string() })),
  }),
  site: z.strictObject({ name: z.string(), publicId: z.string(), country: country.nullable(), address: z.string() }).nullable(),
  agencies: z.array(z.string()),
  workforce: z.array(z.strictObject({ field: z.string(), label: text, value: factValueSchema.nullable() })),
  /** What was gathered and never counts. */
  gathered: z.array(
    z.strictObject({ key: z.string(), title: text, rows: z.array(z.strictObject({ code: z.string(), text, answer: text })) }),
  ),
  team: z.array(
    z.strictObject({
      name: text.nullable(),
      part: z.enum(teamParts),
      languages: z.array(z.string()),
      declaration: z.enum(declarations).nullable(),
      interest: text,
    }),
  ),
  /** Who commissioned the audit, and the conflicts of interest of the commission; absent without one. */
  commission: z
    .strictObject({
      buyer: text,
      conflicts: z.array(
        z.strictObject({
          code: z.enum(conflictCodes),
          facts: text,
          reason: text,
          isAccepted: z.boolean(),
          proposedBy: text.nullable(),
          decidedBy: text.nullable(),
          decidedOn: isoDate.nullable(),
        }),
      ),
    })
    .optional(),
  meetings: z.array(
    z.strictObject({
      key: z.string(),
      at: z.iso.datetime().nullable(),
      until: z.iso.datetime().nullable(),
      /** Minutes by which the clocks of the site were ahead of UTC; null where it is not known, absent in reports of before it was kept. */
      offset: z.int().nullable().optional(),
      functions: z.array(z.string()),
      saysWorkers: z.enum(['present', 'absent', 'none-exist']).nullable(),
      notes: text,
      /** Of the closing meeting; absent in what was recorded before it was asked for. */
      resultsReviewed: z.enum(yesOrNo).nullable().optional(),
      mayChange: z.enum(yesOrNo).nullable().optional(),
    }),
  ),
  plannedInterviews: z.strictObject({ people: z.int(), by: z.array(z.enum(sampleDimensions)) }),
  overall: rate,
  overallBefore: rate.nullable(),
  clusters: z.array(clusterSchema),
  /** Absent in reports of before it was asked for. */
  further: z.array(furtherSchema).optional(),
  signs: signsSchema.nullable(),
  /** Absent in reports of before it was asked for. */
  definition: definitionSchema.nullable().optional(),
  /** Absent in reports of before it was read. */
  statistical: statisticalSchema.nullable().optional(),
  /** Absent in reports of before they were looked for. `text`: the rule in the report's language; codes of questions, no figures. */
  contradictions: z
    .array(
      z.strictObject({
        ...{ rule: z.string(), text, questions: z.array(z.string()), state: z.enum(['explained', 'resolved']) },
        ...{ explanation: text, by: text.nullable(), on: isoDate },
      }),
    )
    .optional(),
  /** Absent in reports of before it was printed; null where nothing is known of the country's law. */
  law: lawSchema.nullable().optional(),
  /** Absent in reports of before they were assessed. */
  systems: systemsSchema.optional(),
  /** Absent in reports of before they were written. */
  narratives: narrativesSchema.optional(),
  /** Absent in reports of before the gate. Points that would have stopped the conclusion, with who accepted them and why; no figures. */
  acceptedPoints: z
    .array(
      z.strictObject({
        ...{ point: z.enum(gatePoints), text, reason: text, askedBy: text.nullable() },
        ...{ note: text, acceptedBy: text.nullable(), on: isoDate },
      }),
    )
    .optional(),
  /** The newest plan signed in the closing meeting; null: none. Absent in reports of before it was asked for. `isChanged`: findings or actions changed since. */
  closingPlan: z
    .strictObject({ version: z.int(), hash: hex64, agreedOn: isoDate, site: text, auditor: text, isChanged: z.boolean() })
    .nullable()
    .optional(),
  findings: z.array(auditFindingSchema),
  /** Absent in reports of before it was asked for. */
  revisits: z.array(revisitSchema).optional(),
  practices: z.array(z.strictObject({ section: text.nullable(), what: text })),
  hours: hoursSchema,
  wages: wagesSchema,
  interviews: interviewsSchema,
  photos: z.array(photoSchema),
  signatures: z.array(z.strictObject({ by: text, says: text, ratio: z.number(), strokes: z.array(z.array(z.int())) })),
  /** Address under which the hash can be checked, ending in `/verify`. */
  verifyAt: z.url().nullable(),
  hash: hex64,
});
export type AuditReport = z.infer<typeof auditReportSchema>;
