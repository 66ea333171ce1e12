import { type ActionKind, daysBetween } from '~/findings/corrective-actions/action-lists';
import type { Basis } from '#scoring';
import { bandLabel, basisLabel, scoreLabel } from '~/documents/charts/labels';
import { capital } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { shownScore } from '~/ui/shown-score';
import type { SupplierBrief } from './schema';

type Say = { locale: SupplierBrief['locale'] };

/** "severe, 90% interval 88 to over 100": what lies beyond the scale is said, since the number does not say it. */
export function intervalLabel({ low, high, band }: NonNullable<SupplierBrief['score']>, say: Say): string {
  const from = scoreLabel(low, say.locale);
  const text =
    shownScore(low) === shownScore(high)
      ? m.supplier_verdict_interval_beyond({}, say)
      : high > 100
        ? m.supplier_verdict_interval_over({ low: from }, say)
        : m.supplier_verdict_interval({ low: from, high: scoreLabel(high, say.locale) }, say);
  return m.supplier_brief_score({ band: capital(bandLabel(band, say.locale)), interval: text }, say);
}

export const kindLabel = (kind: ActionKind, say: Say): string =>
  kind === 'remediation' ? m.corrective_actions_kind_remediation({}, say) : m.corrective_actions_kind_corrective({}, say);

/** How late something is that was due before the day of the brief. */
export const lateLabel = ({ dueOn, asOf }: { dueOn: string; asOf: string }, say: Say): string =>
  m.board_paper_late({ count: daysBetween(dueOn, asOf) }, say);

/** The address for questions, and that it was reported as wrong. */
export function contactLabel({ contact, locale }: Pick<SupplierBrief, 'contact' | 'locale'>): string {
  const say = { locale };
  if (contact === null) return m.supplier_brief_contact_none({}, say);
  return contact.isWrong ? m.supplier_brief_contact_wrong({ address: contact.email }, say) : contact.email;
}

/** "checked on site": what a score rests on, without its letter. */
export const basisText = (basis: Basis, say: Say): string => basisLabel(basis, say.locale).replace(/^[A-E]\s*:\s*/u, '');

/** The heading of the alerts with their number. */
export const alertsTitle = (count: number, say: Say): string =>
  count === 0 ? m.supplier_brief_alerts_zero({}, say) : m.supplier_brief_alerts({ count }, say);
