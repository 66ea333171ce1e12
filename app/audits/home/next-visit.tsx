import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { Visits } from './read-visits.server';
import { placeOf, VisitSection } from './visit-section';

/** The own visit of a firm's manager: in full on its days, in one line before; nothing of visits of others. */
export function OwnVisit({ visit, base }: { visit: SerializeFrom<Visits>['visit']; base: string }) {
  if (!visit?.isOwn) return null;
  if (visit.isToday) return <VisitSection visit={visit} base={base} />;
  const place = [visit.supplier, placeOf(visit)].filter((text) => text !== '').join(', ');
  return (
    <p className="mt-6">
      <Link to={`${base}/audits/${visit.id}`}>{m.auditor_home_own_next({ date: formatDate(visit.startsOn), place })}</Link>
    </p>
  );
}
