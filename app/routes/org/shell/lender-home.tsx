import type { SerializeFrom } from '@remix-run/node';
import { atRisk } from '~/lending/portfolio/headline';
import { incidentKindLabel } from '~/lending/monitoring/monitoring-labels';
import { noticeLabel } from '~/lending/monitoring/incident-notice';
import { alertedText } from '~/lending/portfolio/alert-mark';
import { atRiskChoice } from '~/lending/portfolio/filter';
import { BlockedDeals, PortfolioGlance } from '~/lending/portfolio/glance';
import { PeopleSection, sharedText } from '~/lending/portfolio/people-section';
import { m } from '~/paraglide/messages';
import { daysBetween } from '~/platform/queue/queue-dates';
import { QueuePanel } from '~/platform/queue/queue-panel';
import { AlertFigures, type Figure } from '~/supply-chain/dashboard/alert-figures';
import { MoverList } from '~/supply-chain/dashboard/mover-list';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatDate, formatMoneyShort, formatNumber, formatPercent } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { HomeRead } from './read-home.server';

type Read = Extract<SerializeFrom<HomeRead>, { kind: 'lender' }>;
type Glance = NonNullable<Read['glance']>;

/** The first name of several, and how many more. */
const andMore = (first: string | undefined, total: number): string =>
  [first ?? '', ...(total > 1 ? [m.queue_and_more({ count: total - 1 })] : [])].filter((text) => text !== '').join(' ');

function figuresOf({ glance, attention, today }: Read & { glance: Glance }, base: string): Figure[] {
  const { exposure, blocked, alerted, people, chainRisk } = glance;
  const risk = atRisk(exposure);
  const { reports, incidents } = attention;
  const isConverted = exposure.rates !== null;
  return [
    {
      ...{
        key: 'blocked',
        value: blocked.total,
        label: m.home_drawstop({ count: blocked.total }),
        to: `${base}/portfolio/watch?reason=stopped`,
      },
      ...{
        isAlarm: blocked.total > 0,
        detail: [
          andMore(blocked.rows[0]?.projectName, blocked.total),
          m.home_drawstop_detail({ total: formatNumber(exposure.total.deals) }),
        ]
          .filter((text) => text !== '')
          .join(' · '),
      },
    },
    {
      ...{
        key: 'alerted',
        value: alerted.total,
        label: m.home_alerted({ count: alerted.total }),
        to: `${base}/portfolio/watch?reason=alerts`,
      },
      ...{
        isAlarm: alerted.total > 0,
        detail: alerted.first ? `${alerted.first.projectName}: ${alertedText(alerted.first)}` : m.home_alerted_none(),
      },
    },
    {
      ...{ key: 'people', label: m.home_people(), to: '#people' },
      value:
        people.total.companies > 0 && people.total.withoutWorkers === people.total.companies
          ? m.home_people_unknown()
          : people.total.workers,
      detail: `${m.home_people_detail({ count: people.total.companies, deals: m.home_people_deals({ count: people.total.deals }) })}${
        people.total.withoutWorkers > 0 ? ` · ${m.portfolio_people_more_unknown({ count: people.total.withoutWorkers })}` : ''
      }${people.total.shared > 0 ? ` · ${sharedText(people.total)}` : ''}`,
    },
    {
      ...{ key: 'exposed', value: formatMoneyShort(risk?.usdCents ?? 0, 'USD'), to: `${base}/portfolio/deals?band=${atRiskChoice}` },
      label: isConverted ? m.home_exposed_equivalent() : m.home_exposed(),
      detail: exposedDetail({ ...exposure, chainRisk, share: risk?.share ?? 0 }),
    },
    {
      ...{ key: 'reports', value: reports.late, label: m.home_reports_late({ count: reports.late }), to: `${base}/monitoring?what=report` },
      detail: reports.first
        ? m.home_report_late_first({
            ...{ project: reports.first.project, from: formatDate(reports.first.from), to: formatDate(reports.first.to) },
            days: m.queue_days_late({ count: daysBetween(reports.first.dueOn, today) }),
          })
        : m.home_reports_due({ count: reports.coming }),
    },
    {
      ...{
        key: 'incidents',
        value: incidents.open,
        label: m.home_incidents_open({ count: incidents.open }),
        to: `${base}/monitoring?what=incident`,
      },
      detail: incidents.first
        ? `${incidentKindLabel(incidents.first.kind)}, ${formatDate(incidents.first.happenedOn)} · ${noticeLabel(incidents.first.notice)}`
        : m.home_incidents_none(),
    },
  ];
}

/** The share at risk of what is committed, and what it leaves out: deals without an amount, and amounts without an exchange rate. */
function exposedDetail({
  total,
  chainRisk: { chain },
  share,
}: Pick<Glance, 'chainRisk'> & Pick<Glance['exposure'], 'total'> & { share: number }): string {
  const ofChain = total.usdCents === 0 ? 0 : chain.usdCents / total.usdCents;
  return [
    m.home_exposed_share({ share: formatPercent(share) }),
    ...(chain.deals > 0 ? [m.home_exposed_chain({ amount: formatMoneyShort(chain.usdCents, 'USD'), share: formatPercent(ofChain) })] : []),
    ...(total.withoutAmount > 0 ? [m.home_exposed_without({ count: total.withoutAmount })] : []),
    ...(total.open.length > 0 ? [m.home_exposed_no_rate()] : []),
  ].join(' · ');
}

/** The deals under a drawstop and why, import-ban alerts in supply chains, what is overdue, and where people and money are at risk. */
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
                {m.deals_new()}
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
          <BlockedDeals blocked={glance.blocked} stops={glance.stops} base={base} />
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
          <PeopleSection people={glance.people} reasons={glance.reasons} base={base} />
          <PortfolioGlance {...glance} base={base} />
        </div>
      </div>
    </>
  );
}
