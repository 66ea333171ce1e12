import { z } from 'zod';
import { alertKinds, bands, evidenceGrades, findingGrades, findingStatuses, linkKinds } from './vocabulary.ts';

// Apart from the lists, so that pages that show them fetch no validation.
export const bandSchema = z.enum(bands);
export const evidenceGradeSchema = z.enum(evidenceGrades);
export const findingGradeSchema = z.enum(findingGrades);
export const findingStatusSchema = z.enum(findingStatuses);
export const alertKindSchema = z.enum(alertKinds);
export const linkKindSchema = z.enum(linkKinds);
