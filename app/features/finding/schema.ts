import { findingGrades, findingStatuses, findingStatusSchema } from '#scoring';
import { z } from 'zod';

/** What the list of findings can be filtered by in its address; `unsolved` is every status but verified. */
export const findingFilters = { status: ['unsolved', ...findingStatuses], grade: findingGrades, supplier: 'any' } as const;

/** The choices that the page offers; it takes them from its loader, so that no parser reaches the browser. */
export const findingChoices = { statuses: [...findingStatuses], grades: [...findingGrades] };

/** The form that moves a finding. */
export const moveForm = z.object({ findingId: z.uuid(), to: findingStatusSchema });
