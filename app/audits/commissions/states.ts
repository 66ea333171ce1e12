import { z } from 'zod';
import { type announcements, type auditTypes, teamParts } from '../planning/states';

export const commissionStatuses = ['sent', 'question', 'accepted', 'planned', 'reported', 'declined', 'withdrawn'] as const;
export type CommissionStatus = (typeof commissionStatuses)[number];

/** Those in which the firm has not decided. */
export const undecidedStatuses: readonly string[] = ['sent', 'question'];

export const payers = ['buyer', 'site', 'other'] as const;
export type Payer = (typeof payers)[number];

export const clientKinds = ['company', 'lender', 'other'] as const;
export type ClientKind = (typeof clientKinds)[number];

/** Supplier and site as the firm reads them. */
export const placeSchema = z.object({
  supplier: z.string(),
  site: z.string().nullable(),
  address: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  workers: z.number().nullable(),
});
export type Place = z.output<typeof placeSchema>;

/** Who comes, as the firm states it to the buyer and to the site. */
export const visitorsSchema = z.array(
  z.object({ name: z.string(), part: z.enum(teamParts), languages: z.array(z.string()), credentials: z.array(z.string()) }),
);
export type Visitor = z.output<typeof visitorsSchema>[number];

/** What is commissioned. */
export type CommissionScope = {
  type: (typeof auditTypes)[number];
  announcement: (typeof announcements)[number];
  checklists: readonly string[];
  reason: string;
  wantedFrom: string;
  wantedTo: string;
  payer: Payer;
  payerNote: string;
};
