import { m } from '~/paraglide/messages';
import { choiceName, factName, factText } from '~/suppliers/facts/fact-labels';
import { licenceStateName } from '~/suppliers/facts/recruiter-labels';
import type { licenceState, RecordValues } from '~/suppliers/facts/recruiter-record';
import { formatDate, formatNumber } from '~/ui/format';

type Validity = ReturnType<typeof licenceState>;

const validities = ['expired', 'soon', 'unknown', 'holds'] as const satisfies readonly Validity[];
const counted = (name: string, count: number) => (count === 0 ? [] : [m.shell_named({ name, text: formatNumber(count) })]);

/** How many licences or certificates have expired, soon expire, and are valid; `none` where nothing is recorded. */
export function validityStatus(lines: readonly { state: Validity }[], none: string): string {
  const parts = validities.flatMap((each) => counted(licenceStateName(each), lines.filter(({ state }) => state === each).length));
  return parts.join(' · ') || none;
}

/** How many bans and cases have no end, and how many are over. */
export function sanctionStatus(sanctions: readonly { isOver: boolean }[]): string {
  const over = sanctions.filter(({ isOver }) => isOver).length;
  const parts = [
    ...counted(m.recruiter_reviews_sanction_standing(), sanctions.length - over),
    ...counted(m.recruiter_reviews_sanction_over(), over),
  ];
  return parts.join(' · ') || m.recruiter_reviews_sanctions_none();
}

/** The last assessment with its conclusion. */
export function assessmentStatus([last]: readonly RecordValues<'assessment'>[]): string {
  if (!last) return m.recruiter_reviews_assessments_none();
  const { assessedOn, conclusion } = last;
  const text = conclusion === null ? m.suppliers_unknown() : choiceName('conclusion', conclusion);
  return `${formatDate(assessedOn)} · ${m.shell_named({ name: factName('conclusion'), text })}`;
}

/** How many complaints were received in the last period. */
export function complaintStatus([last]: readonly RecordValues<'complaints'>[]): string {
  if (!last) return m.labour_recruiters_complaints_none();
  const period = m.supply_links_period_both({ from: formatDate(last.periodFrom), to: formatDate(last.periodTo) });
  const received = factText('received', last.received) ?? m.suppliers_unknown();
  return `${period} · ${m.shell_named({ name: m.labour_recruiters_received(), text: received })}`;
}
