import { z } from 'zod';

/** A supplier of a file as the matching step shows it. */
export const incomingSchema = z.object({
  name: z.string(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  address: z.string().nullable(),
});
export type Incoming = z.infer<typeof incomingSchema>;

/** open: waits for an answer; automatic: matched unless a member decides otherwise. */
export const proposalStates = ['open', 'automatic', 'answered'] as const;
export type ProposalState = (typeof proposalStates)[number];
