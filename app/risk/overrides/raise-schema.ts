import { z } from 'zod';
import { evidenceGrades, overrideCodes } from '#scoring';

/** An override as its form sends it; it applies from a day that is not in the future. `asksReference`: it names the publication or document that it rests on. */
export function raisingSchema({ today, asksReference }: { today: string; asksReference: boolean }) {
  return z.object({
    code: z.enum(overrideCodes),
    reason: z.string().trim().min(10).max(1000),
    since: z.iso.date().refine((day) => day <= today && day >= '1990-01-01'),
    evidence: z.enum(evidenceGrades),
    reference: asksReference ? z.string().trim().min(3).max(400) : z.string().trim().max(400).default(''),
  });
}
export type Raising = z.output<ReturnType<typeof raisingSchema>>;
