import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { auditStatusLabel } from '~/audits/planning/labels';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { Visits } from './read-visits.server';
import { placeOf } from './visit-section';

type Shown = SerializeFrom<Visits>;

/** The other audits of the next two weeks, and those whose report is not approved: each in one line where there are none. */
export function ComingVisits({ visits, base }: { visits: Pick<Shown, 'coming' | 'reports'>; base: string }) {
  const { coming, reports } = visits;
  const all = <Link to={`${base}/audits`}>{m.home_audits_all()}</Link>;
  if (coming.length === 0 && reports.length === 0)
    return (
      <p className="text-muted">
        {m.auditor_home_nothing_else()} {all}
      </p>
    );
  return (
    <>
      {reports.length > 0 && (
        <Section title={m.home_reports_title()} actions={coming.length === 0 ? all : undefined}>
          <AuditLines audits={reports} base={base} />
        </Section>
      )}
      {coming.length > 0 ? (
        <Section title={m.home_week_title()} actions={all}>
          <AuditLines audits={coming} base={base} />
        </Section>
      ) : (
        <p className="mt-3 text-muted">{m.auditor_home_week_none()}</p>
      )}
    </>
  );
}

function AuditLines({ audits, base }: { audits: Shown['coming']; base: string }) {
  return (
    <ul>
      {audits.slice(0, 8).map((audit) => (
        <li key={audit.id} className="grid gap-x-6 border-b border-line py-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_auto]">
          <Link to={`${base}/audits/${audit.id}`} className="font-semibold text-ink no-underline hover:underline">
            <bdi>{audit.supplier}</bdi>
          </Link>
          <span className="text-muted">{[placeOf(audit), auditStatusLabel(audit.status)].filter((text) => text !== '').join(' · ')}</span>
          <span className="whitespace-nowrap text-muted">
            {formatDate(audit.startsOn)}
            {audit.endsOn !== audit.startsOn && ` – ${formatDate(audit.endsOn)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
