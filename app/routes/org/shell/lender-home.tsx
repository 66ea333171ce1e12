import type { SerializeFrom } from '@remix-run/node';
import { atRisk } from '~/lending/portfolio/headline';
import { BlockedDeals, PortfolioGlance } from '~/lending/portfolio/glance';
import { m } from '~/paraglide/messages';
import { QueuePanel } from '~/platform/queue/queue-panel';
import { AlertFigures, type Figure } from '~/supply-chain/dashboard/alert-figures';
import { MoverList } from '~/supply-chain/dashboard/mover-list';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatMoneyShort, formatNumber, formatPercent } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { HomeRead } from './read-home.server';

type Read = Extract<SerializeFrom<HomeRead>, { kind: 'lender' }>;

function figuresOf({ glance, queue }: Read & { glance: NonNullable<Read['glance']> }, base: string): Figure[] {
  const { exposure, blocked } = glance;
  const risk = atRisk(exposure);
  const of = (kind: string) => queue.kinds.find((each) => each.kind === kind) ?? { total: 0, overdue: 0 };
  const [reports, incidents] = [of('remind-report'), of('assess-incident')];
  return [
    {
      ...{
        key: 'blocked',
        value: blocked.total,
        label: m.home_blocked({ count: blocked.total }),
        to: `${base}/portfolio/watch?reason=stopped`,
      },
      ...{ isAlarm: blocked.total > 0, detail: m.home_blocked_detail({ total: formatNumber(exposure.total.deals) }) },
    },
    {
      ...{ key: 'exposed', value: formatMoneyShort(risk?.usdCents ?? 0, 'USD'), label: m.home_exposed(), to: `${base}/portfolio` },
      detail: m.home_exposed_detail({ share: formatPercent(risk?.share ?? 0) }),
    },
    {
      ...{ key: 'reports', value: reports.overdue, label: m.home_reports_late({ count: reports.overdue }) },
      ...{ to: `${base}/queue?kind=remind-report&when=overdue`, detail: m.home_reports_due({ count: reports.total - reports.overdue }) },
    },
    {
      ...{ key: 'incidents', value: incidents.total, label: m.home_incidents({ count: incidents.total }) },
      ...{ to: `${base}/queue?kind=assess-incident`, detail: m.home_incidents_detail({ count: formatNumber(incidents.overdue) }) },
    },
  ];
}

/** The deals that may not disburse and why, what is overdue, and where the exposure is. */
export function LenderHome({ home, base, may }: { home: Read; base: string; may: { addDeal: boolean } }) {
  const { glance, movers, queue, today } = home;
  const panel = <QueuePanel queue={queue} today={today} base={base} />;
  if (!glance)
    return (
      <div className="grid grid-cols-1 gap-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <EmptyState
          title={m.deals_empty_title()}
          actions={
            may.addDeal && (
              <LinkButton to={`${base}/deals/new`} variant="primary" icon="add">
                {m.deals_open()}
              </LinkButton>
            )
          }
        >
          {m.deals_empty_text()}
        </EmptyState>
        {panel}
      </div>
    );
  return (
    <>
      <AlertFigures figures={figuresOf({ ...home, glance }, base)} label={m.home_figures()} />
      {/* In one column the queue follows what stops money, before the portfolio. */}
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <BlockedDeals blocked={glance.blocked} base={base} />
        </div>
        <div className="min-w-0 xl:col-start-2 xl:row-span-2">
          {panel}
          <div className="mt-6">
            <Section title={m.home_portfolio_movers()}>
              <MoverList movers={movers} base={base} />
            </Section>
          </div>
        </div>
        <div className="min-w-0 xl:col-start-1">
          <PortfolioGlance exposure={glance.exposure} largest={glance.largest} base={base} />
        </div>
      </div>
    </>
  );
}
