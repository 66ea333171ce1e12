import { m } from '~/paraglide/messages';
import type { Locale } from '~/paraglide/runtime';
import { formatDate } from '~/ui/format';
import type { Conflict } from './find-conflicts.server';
import type { ConflictCode, ServiceKind } from './limits';

const titles = {
  'site-pays': m.commissions_conflict_site_pays,
  'earlier-consulting': m.commissions_conflict_consulting,
  rotation: m.commissions_conflict_rotation,
  'member-of-buyer': m.commissions_conflict_buyer,
  'member-of-supplier': m.commissions_conflict_supplier,
} satisfies Record<ConflictCode, unknown>;
type Say = { locale?: Locale };
export const conflictLabel = (code: ConflictCode, say: Say = {}): string => titles[code]({}, say);

const services = {
  consulting: m.commissions_service_consulting,
  training: m.commissions_service_training,
  remediation: m.commissions_service_remediation,
  other: m.commissions_service_other,
} satisfies Record<ServiceKind, unknown>;
export const serviceLabel = (kind: string, say: Say = {}): string => (kind in services ? services[kind as ServiceKind]({}, say) : kind);

/** The facts that a conflict rests on, in a sentence. */
export function conflictFacts(conflict: Conflict, say: Say = {}): string {
  const person = conflict.person ?? '—';
  switch (conflict.code) {
    case 'site-pays':
      return conflict.note ? m.commissions_fact_site_pays_note({ note: conflict.note }, say) : m.commissions_fact_site_pays({}, say);
    case 'earlier-consulting':
      return m.commissions_fact_consulting(
        {
          months: conflict.months,
          services: conflict.services
            .map(({ kind, startedOn, endedOn, description }) =>
              [
                serviceLabel(kind, say),
                `${formatDate(startedOn, say)} – ${endedOn === null ? m.commissions_service_ongoing({}, say) : formatDate(endedOn, say)}`,
                description,
              ]
                .filter(Boolean)
                .join(', '),
            )
            .join('; '),
        },
        say,
      );
    case 'rotation':
      return m.commissions_fact_rotation(
        { person, count: conflict.audits.length, audits: conflict.audits.join(', '), limit: conflict.limit },
        say,
      );
    case 'member-of-buyer':
      return m.commissions_fact_member_of_buyer({ person }, say);
    case 'member-of-supplier':
      return m.commissions_fact_member_of_supplier({ person }, say);
  }
}
