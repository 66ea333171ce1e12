import { z } from 'zod';
import { type Band, bands } from '#scoring';

/** A band of the database; null where there is no score. */
export const bandSchema = z
  .string()
  .nullable()
  .transform((word): Band | null => bands.find((band) => band === word) ?? null);
