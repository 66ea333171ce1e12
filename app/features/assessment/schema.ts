import { type AssessInput, answerValueSchema, type Scored } from '#scoring';
import { z } from 'zod';
import { latinDigits } from '~/web/latin-digits';

/** The instrument that is opened when none is named. */
export const defaultInstrument = 'ilo-ten-principles@1.0.0';

/** A result as it is stored: the calculation tree is recomputed from the input on demand. */
export type StoredResult = Scored;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export const storedInputSchema = z.custom<AssessInput>(
  (value) => isRecord(value) && typeof value.asOf === 'string' && isRecord(value.facts),
);
/** A result stored before the method had critical overrides holds none. */
export const storedResultSchema = z.preprocess(
  (value) => (isRecord(value) ? { overrides: [], ignoredLiftings: [], ...value } : value),
  z.custom<StoredResult>(
    (value) => isRecord(value) && (value.status === 'scored' || value.status === 'not-scored') && Array.isArray(value.components),
  ),
);

/** The shares of the workforce that question P5.Q1 asks for; each 0 to 100 in the form, 0 to 1 in the facts; an empty field is unknown. */
const percentage = z.preprocess(
  (value) => (value === '' || value === null || value === undefined ? undefined : Number(latinDigits(String(value)).replace(',', '.'))),
  z.number().min(0).max(100).optional(),
);
export const workforceSharesSchema = z.object({
  migrantShare: percentage,
  internalMigrantShare: percentage,
  agencyShare: percentage,
  peakRatio: z.preprocess(
    (value) => (value === '' || value === null || value === undefined ? undefined : Number(latinDigits(String(value)).replace(',', '.'))),
    z.number().min(1).max(10).optional(),
  ),
});
export type WorkforceShares = z.infer<typeof workforceSharesSchema>;

export { answerValueSchema };
