import { findingGradeSchema, findingStatusSchema } from '#scoring';
import type { z } from 'zod';

/** Labels of the method's code lists; a stored code that the method no longer has is left out. */
export const isGrade = (word: string): word is z.infer<typeof findingGradeSchema> => findingGradeSchema.safeParse(word).success;
export const isStatus = (word: string): word is z.infer<typeof findingStatusSchema> => findingStatusSchema.safeParse(word).success;
