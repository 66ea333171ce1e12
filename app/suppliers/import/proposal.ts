import { z } from 'zod';

/** A supplier of a file as the matching step shows it. */
export const incomingSchema = z.object({
  name: z.string(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  address: z.string().nullable(),
});
export type Incoming = z.infer<typeof incomingSchema>;

/** Another name of the same list or, with the name of its file, of another one that waits for acceptance. Without a row: a site in the records. */
export const otherNameSchema = incomingSchema.extend({ row: z.number().nullable(), list: z.string().nullable() });
export type OtherName = z.infer<typeof otherNameSchema>;

/** company: two names, one company? site: two addresses, one site? namesake: one name at two addresses, one company? */
export const proposalSubjects = ['company', 'site', 'namesake'] as const;
export type ProposalSubject = (typeof proposalSubjects)[number];

/** open: waits for an answer; automatic: matched unless a member decides otherwise. */
export const proposalStates = ['open', 'automatic', 'answered'] as const;
export type ProposalState = (typeof proposalStates)[number];
