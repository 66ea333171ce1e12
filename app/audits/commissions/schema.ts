import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { enteredDay } from '~/platform/forms/entered-day';
import { parseTableState, type TableSpec } from '~/ui/table-state';
import { announcements, auditTypes, teamParts } from '../planning/states';
import { clientKinds, commissionStatuses, payers } from './states';

const text = (most: number) => z.string().trim().max(most).optional().default('');
const needed = (most: number, error: () => string) => z.string({ error }).trim().min(1, { error }).max(most);
const day = enteredDay(() => m.audits_day_bad());
const someOf = z
  .union([z.string().transform((one) => [one]), z.array(z.string()).max(20)])
  .optional()
  .default([]);

/** The form of a commission: to a firm by code, by an earlier commission or by email; or, in a firm, for one of its clients. */
export const commissionFields = z
  .object({
    supplier: z.string({ error: () => m.audits_supplier_missing() }),
    site: z.string().optional(),
    firm: z.guid().optional(),
    code: z.string().trim().max(40).optional(),
    email: z
      .email({ error: () => m.commissions_email_bad() })
      .trim()
      .toLowerCase()
      .max(300)
      .optional(),
    client: z.guid().optional(),
    type: z.enum(auditTypes, { error: () => m.commissions_type_missing() }),
    announcement: z.enum(announcements, { error: () => m.commissions_announcement_missing() }),
    checklists: someOf,
    reason: needed(2000, () => m.commissions_reason_missing()),
    wantedFrom: day,
    wantedTo: day,
    payer: z.enum(payers, { error: () => m.commissions_payer_missing() }),
    payerNote: text(300),
  })
  .refine(({ wantedFrom, wantedTo }) => wantedTo >= wantedFrom, { path: ['wantedTo'], error: () => m.audits_ends_before() });

/** The acts on the page of a commission. */
export const commissionActs = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('link-place'), supplier: z.string().optional() }),
  z
    .object({
      intent: z.literal('dates'),
      startsOn: day,
      endsOn: day,
      personDays: z
        .string()
        .optional()
        .transform((typed) => (typed === undefined ? null : Number(typed.replace(',', '.'))))
        .refine((days) => days === null || (days > 0 && days <= 200), { error: () => m.audits_person_days_bad() }),
    })
    .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], error: () => m.audits_ends_before() }),
  z.object({
    intent: z.literal('assign'),
    member: z.guid({ error: () => m.auditors_choose_missing() }),
    part: z.enum(teamParts),
    explanation: text(500),
  }),
  z.object({ intent: z.literal('unassign'), member: z.guid() }),
  z.object({
    intent: z.literal('propose-conflict'),
    code: z.string(),
    who: z.string().optional().default(''),
    basis: z.string(),
    reason: needed(1000, () => m.commissions_conflict_reason_missing()),
  }),
  z.object({ intent: z.literal('accept-conflict'), decision: z.guid() }),
  z.object({ intent: z.literal('reject-conflict'), decision: z.guid() }),
  z.object({ intent: z.literal('accept') }),
  z.object({ intent: z.literal('decline'), declineReason: text(1000) }),
  z.object({ intent: z.literal('message'), text: text(2000) }),
  z.object({ intent: z.literal('withdraw') }),
]);
export type CommissionAct = z.output<typeof commissionActs>;

/** A client without an account. */
export const clientFields = z.object({
  name: needed(200, () => m.commissions_client_name_missing()),
  kind: z.enum(clientKinds, { error: () => m.commissions_client_kind_missing() }),
  country: z.string().length(2).optional(),
  contact: text(300),
  note: text(1000),
});

export const commissionTable: TableSpec = {
  sorts: ['created', 'wanted', 'agreed', 'supplier', 'party'],
  defaultSort: { key: 'created', direction: 'descending' },
  filters: { status: commissionStatuses, announcement: announcements, client: 'any' },
};

/** What an address asks of the list; whatever is unknown is left out. */
export function readCommissionFilter(search: URLSearchParams) {
  const { q, filters, sort } = parseTableState(search, commissionTable);
  return { search: q, statuses: filters.status ?? [], announcement: filters.announcement?.[0], clientId: filters.client?.[0], sort };
}
export type CommissionFilter = ReturnType<typeof readCommissionFilter>;
