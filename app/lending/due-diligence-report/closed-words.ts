import { findingGradeSchema, findingStatusSchema } from '#scoring';
import type { z } from 'zod';

/** Words of the method's closed lists; a stored one that the method no longer knows is none. */
export const isGrade = (word: string): word is z.infer<typeof findingGradeSchema> => findingGradeSchema.safeParse(word).success;
export const isStatus = (word: string): word is z.infer<typeof findingStatusSchema> => findingStatusSchema.safeParse(word).success;
