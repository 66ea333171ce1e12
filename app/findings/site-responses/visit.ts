import { z } from 'zod';

/** What a site is given of a coming visit: who comes, and the days where the audit is announced. Numbers of credentials are no part of it. */
export const siteVisitSchema = z.object({
  people: z.array(z.object({ name: z.string(), isLead: z.boolean(), languages: z.array(z.string()), credentials: z.array(z.string()) })),
  days: z.object({ startsOn: z.string(), endsOn: z.string() }).nullable(),
});
export type SiteVisit = z.output<typeof siteVisitSchema>;
