import { z } from 'zod';
import { verificationMethods } from '#scoring';
import { agreements, interviewForms, systemElements, systemStates } from './vocabulary';

const text = z.string();

/** What an answer rests on; absent in reports of before it was printed. */
export const restsOnShape = {
  /** `several`: workers alone, or so few that they could be identified, so that no source is named. */
  sources: z.union([z.array(z.enum(verificationMethods)), z.literal('several')]).optional(),
  /** How workers were interviewed, where five or more were interviewed in that way. */
  interviews: z.array(z.enum(interviewForms)).optional(),
  /** Null where it was not recorded, or would say what few people said. */
  agreement: z.enum(agreements).nullable().optional(),
  /** Numbers of the legal requirements that the answer was held against. */
  requirements: z.array(z.string()).optional(),
};
const restsOnSchema = z.strictObject(restsOnShape);
export type RestsOn = z.infer<typeof restsOnSchema>;

/** The legal requirements that questions were held against, in the order of the questions. */
export const lawSchema = z.strictObject({
  country: z.string(),
  /** Those in force on this day. */
  on: z.iso.date(),
  requirements: z.array(
    z.strictObject({
      /** "L3": its place in this report. */
      no: z.string(),
      text,
      /** Law with its article; null where it is not known. */
      law: text.nullable(),
      certainty: z.enum(['confirmed', 'second-hand', 'to-be-checked']),
      checkedOn: z.iso.date(),
      /** Address of the source, of one that a member entered. */
      url: text.nullable(),
    }),
  ),
});
export type ReportLaw = z.infer<typeof lawSchema>;

/** Elements of the management system, as the answers about each read. */
export const systemsSchema = z.array(
  z.strictObject({
    element: z.enum(systemElements),
    state: z.enum(systemStates),
    /** Questions about it that could be assessed, and how many of them are met in full. */
    assessed: z.int(),
    met: z.int(),
    /** Their codes, not met or met in part first. */
    questions: z.array(z.string()),
    gaps: z.array(z.string()),
  }),
);
export type ReportSystems = z.infer<typeof systemsSchema>;

/** What the team wrote; `key`: a section, `summary` or `systems`. */
export const narrativesSchema = z.array(z.strictObject({ key: z.string(), text }));
