import { Link } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import type { MetReporting, ReportingLinkOver } from '~/access/reporting-links.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import type { OwnReportRow } from './read-own-reports.server';

type Met = Pick<MetReporting, 'client' | 'project'> & { asker: string };

/** Who requests the reports, for which project, and the one button. */
export function ReportingLinkPage({ asker, client, project, problem }: Met & { problem: string | null }) {
  return (
    <div className="grid max-w-prose gap-5 text-base">
      <h1>{m.monitoring_report_link_title({ asker })}</h1>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <p>{m.monitoring_report_link_lead({ asker, client, project })}</p>
      <p>{m.monitoring_report_safe()}</p>
      <Form method="post">
        <Button type="submit" variant="primary" size="lg" className="w-full sm:w-auto">
          {m.site_sharing_link_open()}
        </Button>
      </Form>
      <p className="text-muted">{m.site_sharing_link_once()}</p>
    </div>
  );
}

const overWords = {
  used: m.respondent_over_used,
  expired: m.respondent_over_expired,
  revoked: m.respondent_over_revoked,
} satisfies Record<ReportingLinkOver, (words: { asker: string }) => string>;

/** An expired link says why, and what can be done. */
export function ReportingLinkOverPage({ asker, over }: { asker: string; over: ReportingLinkOver }) {
  return (
    <div className="grid max-w-prose gap-5 text-base">
      <h1>{m.respondent_over_title()}</h1>
      <p>{overWords[over]({ asker })}</p>
      <p>{m.site_sharing_over_ask({ asker })}</p>
    </div>
  );
}

const stateWords = {
  draft: m.monitoring_report_state_open,
  sent: m.monitoring_report_state_sent,
  questioned: m.monitoring_report_state_questioned,
  accepted: m.monitoring_report_state_accepted,
};

/** The reports that a client owes, the newest first, each leading to its form. */
export function ReportingHome({
  project,
  client,
  rows,
  base,
  today,
  asker,
}: {
  project: string;
  client: string;
  rows: readonly SerializeFrom<OwnReportRow>[];
  base: string;
  today: string;
  asker: string;
}) {
  return (
    <div className="grid gap-5 text-base">
      <header className="grid gap-1">
        <h1>{m.monitoring_report_title()}</h1>
        <p className="text-muted">
          <bdi>{project}</bdi> · <bdi>{client}</bdi>
        </p>
      </header>
      <p>{m.monitoring_report_lead({ asker })}</p>
      <Notice tone="info">{m.monitoring_report_safe()}</Notice>
      {rows.length === 0 && <p className="font-semibold">{m.monitoring_report_none()}</p>}
      <ol className="grid">
        {rows.map(({ from, to, dueOn, state, isBegun }) => {
          const isLate = state === 'draft' && dueOn < today;
          return (
            <li key={from} className="border-b border-line">
              <Link to={`${base}/${from}`} className="grid min-h-11 gap-1 py-3">
                <span>{m.monitoring_report_period({ from: formatDate(from), to: formatDate(to) })}</span>
                <span className="flex flex-wrap gap-x-4 text-sm text-muted">
                  <strong className="font-semibold text-ink">{stateWords[state]()}</strong>
                  {(state === 'draft' || state === 'questioned') && <span>{m.monitoring_report_due({ date: formatDate(dueOn) })}</span>}
                  {isLate && <span className="font-semibold text-warning">{m.monitoring_report_late()}</span>}
                  {isBegun && <span>{m.monitoring_report_begun()}</span>}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
      <p className="text-muted">{m.site_sharing_come_back()}</p>
    </div>
  );
}
