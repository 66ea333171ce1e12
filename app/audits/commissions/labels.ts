import { m } from '~/paraglide/messages';
import type { Booking } from '../auditors/bookings.server';
import { assignmentRefusalLabel } from '../auditors/labels';
import { auditRefusalLabel } from '../planning/labels';
import type { ClientKind, CommissionStatus, Payer } from './states';

/** A commission by its number, for its firm with the buyer: two buyers number theirs alike. */
export const commissionName = ({ number, side, buyerName }: { number: string; side: 'buyer' | 'firm'; buyerName: string }): string =>
  m.commissions_named({ number: side === 'firm' ? `${number}, ${buyerName}` : number });

/** As the reader's side sees it: what one sent, the other received. */
export function commissionStatusLabel(status: CommissionStatus, side: 'buyer' | 'firm'): string {
  switch (status) {
    case 'sent':
      return side === 'firm' ? m.commissions_status_received() : m.commissions_status_sent();
    case 'question':
      return side === 'firm' ? m.commissions_status_asked() : m.commissions_status_question();
    case 'accepted':
      return m.commissions_status_accepted();
    case 'planned':
      return m.commissions_status_planned();
    case 'reported':
      return m.commissions_status_reported();
    case 'declined':
      return m.commissions_status_declined();
    case 'withdrawn':
      return m.commissions_status_withdrawn();
  }
}

const payers = { buyer: m.commissions_payer_buyer, site: m.commissions_payer_site, other: m.commissions_payer_other } satisfies Record<
  Payer,
  unknown
>;
export const payerLabel = (payer: Payer): string => payers[payer]();

const clients = {
  company: m.commissions_client_company,
  lender: m.commissions_client_lender,
  other: m.commissions_client_other,
} satisfies Record<ClientKind, unknown>;
export const clientKindLabel = (kind: ClientKind): string => clients[kind]();

const refusals: Readonly<Record<string, () => string>> = {
  'unknown-firm': m.commissions_firm_unknown,
  'unknown-client': m.commissions_client_unknown,
  itself: m.commissions_itself,
  'commission-decided': m.commissions_decided,
  'commission-not-accepted': m.commissions_not_accepted,
  'reason-missing': m.commissions_text_missing,
  'dates-missing': m.commissions_dates_missing,
  'place-missing': m.commissions_place_missing,
  'lead-missing': m.commissions_lead_missing,
  'conflicts-open': m.commissions_conflicts_open,
  'conflict-gone': m.commissions_conflict_gone,
  'conflict-proposed': m.commissions_conflict_proposed,
  'conflict-same-person': m.commissions_conflict_same_person,
  'not-assigned': m.audits_refused_not_on_team,
};

/** Why an act on a commission was refused. */
export function commissionRefusalLabel({ code, collisions = [] }: { code: string; collisions?: readonly Booking[] }): string {
  return assignmentRefusalLabel({ code, collisions }) ?? refusals[code]?.() ?? auditRefusalLabel(code);
}
