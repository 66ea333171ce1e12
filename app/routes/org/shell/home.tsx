import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ActivityTimeline } from '~/activity-log/activity-timeline';
import { listActivity } from '~/activity-log/list-activity.server';
import { AlertStripSection } from '~/risk/alerts/alert-strip';
import { readAlertStrip } from '~/risk/alerts/read-strip.server';
import { ActList, DueList } from '~/supply-chain/dashboard/act-list';
import { BandTierTable } from '~/supply-chain/dashboard/band-tier-table';
import { bandRows, distinctEvents, homeActs } from '~/supply-chain/dashboard/home-view';
import { readHome } from '~/supply-chain/dashboard/read-home.server';
import { MonitoringDueList } from '~/lending/monitoring/due-list';
import { readMonitoringDue } from '~/lending/monitoring/read-due.server';
import { PortfolioGlance } from '~/lending/portfolio/glance';
import { readGlance } from '~/lending/portfolio/read-glance.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatNumber } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, user, role, can, inOrganization } = await requireMember(request, params);
  const now = new Date(Date.now());
  const today = now.toISOString().slice(0, 10);
  const lends = organization.kind === 'lender' && can('read:deal');
  const { cells, counts, due, alerts, loans, glance, events } = await inOrganization(async (db) => ({
    ...(await readHome(db, { today })),
    alerts: can('read:supplier') ? await readAlertStrip(db) : null,
    loans: can('read:deal') ? await readMonitoringDue(db, { today, now }) : null,
    glance: lends ? await readGlance(db, { today, now }) : null,
    events: can('read:activity')
      ? distinctEvents((await listActivity(db, { limit: 60, reader: { userId: user.id, role } })).events).slice(0, 6)
      : null,
  }));
  return {
    organization: { name: organization.name, slug: organization.slug },
    rows: bandRows(cells),
    // No link to scoring for members without permission to score.
    acts: homeActs(can('run:score') ? counts : { ...counts, waiting: 0 }),
    alerts,
    due,
    loans,
    glance,
    // Single fields may say much; the page of a record shows them.
    events: events?.map((event) => ({ ...event, changes: [] })) ?? null,
    canImport: can('import:supplier'),
    canLend: lends && can('edit:deal'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.organization.name} · Manumit` : 'Manumit' }];

export default function Home() {
  const { organization, rows, acts, alerts, due, loans, glance, events, canImport, canLend } = useLoaderData<typeof loader>();
  const base = `/o/${organization.slug}`;
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const atRisk = rows.filter(({ band }) => band === 'severe' || band === 'high').reduce((sum, row) => sum + row.total, 0);
  if (total === 0)
    return (
      <>
        <PageHeader title={organization.name} />
        <EmptyState
          title={m.shell_home_empty_title()}
          actions={
            canImport && (
              <>
                {canLend && (
                  <LinkButton to={`${base}/deals/new`} variant="primary" icon="add">
                    {m.deals_open()}
                  </LinkButton>
                )}
                <LinkButton to={`${base}/suppliers/import`} variant={canLend ? 'secondary' : 'primary'} icon="import">
                  {m.shell_home_empty_import()}
                </LinkButton>
                <LinkButton to={`${base}/suppliers/new`} icon="add">
                  {m.shell_home_empty_add()}
                </LinkButton>
              </>
            )
          }
        >
          {m.shell_home_empty_text()}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={organization.name}
        lead={m.shell_home_lead({ total: formatNumber(total), atRisk: formatNumber(atRisk) })}
        actions={
          <>
            <LinkButton to={`${base}/what-if`} variant="quiet">
              {m.what_if_what_if()}
            </LinkButton>
            {canImport && (
              <LinkButton to={`${base}/suppliers/import`} icon="import">
                {m.shell_home_empty_import()}
              </LinkButton>
            )}
          </>
        }
      />
      {alerts && (
        <div className="mb-8">
          <AlertStripSection strip={alerts} base={base} />
        </div>
      )}
      <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          {glance && <PortfolioGlance glance={glance} base={base} />}
          <Section title={m.shell_home_acts()}>
            <ActList acts={acts} base={base} />
          </Section>
          <Section title={m.shell_home_bands()}>
            <BandTierTable rows={rows} base={`${base}/suppliers`} />
          </Section>
        </div>
        <div>
          {(due.length > 0 || !loans?.items.length) && (
            <Section title={m.shell_home_due()}>
              <DueList due={due} base={base} />
            </Section>
          )}
          {loans && loans.items.length > 0 && (
            <Section title={m.monitoring_home_title()}>
              <MonitoringDueList {...loans} base={base} />
            </Section>
          )}
          {events && (
            <Section title={m.shell_home_changes()} actions={<Link to={`${base}/settings/activity`}>{m.shell_home_changes_all()}</Link>}>
              <ActivityTimeline events={events} base={base} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
