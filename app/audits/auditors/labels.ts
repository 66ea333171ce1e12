import { m } from '~/paraglide/messages';
import { formatDate, formatList } from '~/ui/format';
import type { Booking } from './bookings.server';
import type { AbsenceKind, CredentialKind } from './lists';

const credentials = {
  'apsca-csca': m.auditors_kind_csca,
  'apsca-asca': m.auditors_kind_asca,
  'apsca-ra': m.auditors_kind_ra,
  'sa8000-lead': m.auditors_kind_sa8000,
  'iso-45001-lead': m.auditors_kind_iso45001,
  interpreter: m.auditors_kind_interpreter,
  other: m.auditors_kind_other,
} satisfies Record<CredentialKind, () => string>;
export const credentialKindLabel = (kind: string): string => (credentials as Record<string, () => string>)[kind]?.() ?? kind;

/** Credentials by the name that every language uses; others are not named to a site. */
export const credentialNames: Readonly<Record<string, string>> = {
  'apsca-csca': 'APSCA CSCA',
  'apsca-asca': 'APSCA ASCA',
  'apsca-ra': 'APSCA RA',
  'sa8000-lead': 'SA8000',
  'iso-45001-lead': 'ISO 45001',
};

const absences = {
  leave: m.auditors_absence_leave,
  travel: m.auditors_absence_travel,
  training: m.auditors_absence_training,
  other: m.auditors_absence_other,
} satisfies Record<AbsenceKind, () => string>;
export const absenceKindLabel = (kind: AbsenceKind): string => absences[kind]();

/** What a person does on some days: an audit, a commission or an absence. */
export function bookingLabel({ kind, label }: Pick<Booking, 'kind' | 'label'>): string {
  if (kind === 'audit') return m.audits_named({ number: label });
  return kind === 'commission' ? m.commissions_named({ number: label }) : absenceKindLabel(kind);
}

/** Why an assignment is refused, with what it collides with. */
export function assignmentRefusalLabel({ code, collisions }: { code: string; collisions: readonly Booking[] }): string | null {
  if (code === 'double-booked') {
    const what = collisions.map((each) => `${bookingLabel(each)} (${formatDate(each.startsOn)} – ${formatDate(each.endsOn)})`);
    return m.auditors_double_booked({ what: formatList(what) });
  }
  if (code === 'credential-expired') return m.auditors_credential_expired();
  return code === 'credential-elsewhere' ? m.auditors_credential_elsewhere() : null;
}
