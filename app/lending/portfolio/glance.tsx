import { Link } from '@remix-run/react';
import { stateLabel } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import { BandShape } from '~/ui/band-shapes';
import { BandBadge, bandName } from '~/ui/band-badge';
import { formatCountry, formatList, formatMoneyShort, formatNumber, formatPercent } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { ScoreTile } from '~/ui/score-tile';
import { AlertMark } from './alert-mark';
import { CommitmentText } from './amount';
import { none } from './filter';
import { ExposureBar } from './headline';
import type { Glance } from './read-glance.server';
import { StopList } from './stop-list';

/** The deals under a drawstop, each reason leading to where it is removed. */
export function BlockedDeals({ blocked, stops, base }: Pick<Glance, 'blocked' | 'stops'> & { base: string }) {
  return (
    <Section title={m.home_drawstop_title()} actions={<Link to={`${base}/portfolio/watch`}>{m.home_blocked_all()}</Link>}>
      {blocked.rows.length === 0 ? (
        <p className="text-muted">{m.home_drawstop_none()}</p>
      ) : (
        <ul>
          {blocked.rows.map((row) => (
            <li
              key={row.id}
              className="grid gap-x-6 gap-y-1 border-b border-line py-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,4fr)]"
            >
              <span className="min-w-0">
                <Link to={`${base}/deals/${row.id}`} className="font-semibold text-ink no-underline hover:underline">
                  <bdi>{row.projectName}</bdi>
                </Link>
                <span className="block text-xs text-muted">
                  {row.number} · {stateLabel(row.status)}
                </span>
              </span>
              <span className="flex items-start gap-2">
                <BandShape band={row.band} className="mt-0.5" />
                <span>
                  <span className="sr-only">{bandName(row.band)}</span> <CommitmentText {...row} isBeside />
                </span>
              </span>
              <StopList row={row} stops={stops} base={base} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** How much is with deals whose supply chain is at severe or high risk, and how much where it or the client is. */
function chainText({ exposure, chainRisk: { chain, either } }: Pick<Glance, 'exposure' | 'chainRisk'>): string {
  const { deals, usdCents } = exposure.total;
  const of = ({ usdCents: cents }: typeof chain) => ({
    amount: formatMoneyShort(cents, 'USD'),
    share: formatPercent(usdCents === 0 ? 0 : cents / usdCents),
  });
  const { amount, share } = of(either);
  return m.portfolio_chain_exposure({ ...of(chain), count: chain.deals, deals: formatNumber(deals), either: amount, eitherShare: share });
}

/** The exposure by risk, and the largest deals with the bands of client and supply chain; one with an import-ban alert in its supply chain says so. */
export function PortfolioGlance({
  exposure,
  largest,
  alerted,
  chainRisk,
  base,
}: Pick<Glance, 'exposure' | 'largest' | 'alerted' | 'chainRisk'> & { base: string }) {
  return (
    <Section title={m.portfolio_title()} actions={<Link to={`${base}/portfolio`}>{m.portfolio_glance_all()}</Link>}>
      <ExposureBar exposure={exposure} />
      {chainRisk.chain.deals > 0 && <p className="mt-2">{chainText({ exposure, chainRisk })}</p>}
      <ul className="mt-3">
        {largest.map((row) => {
          const alert = alerted.byDeal[row.id];
          return (
            <li
              key={row.id}
              className="grid items-center gap-x-6 gap-y-0.5 border-b border-line py-1.5 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,3fr)_7rem]"
            >
              <span className="min-w-0">
                <Link to={`${base}/deals/${row.id}`} className="font-semibold text-ink no-underline hover:underline">
                  <bdi>{row.projectName}</bdi>
                </Link>
                <span className="block text-xs text-muted">
                  {[formatList(row.hostCountries.map((code) => formatCountry(code))), row.category === none ? '' : row.category]
                    .filter((text) => text !== '')
                    .join(' · ')}
                </span>
              </span>
              <span className="text-muted">{stateLabel(row.status)}</span>
              <span className="grid grid-cols-[auto_1fr] items-center gap-x-2 gap-y-0.5">
                <span className="text-xs text-muted">{m.portfolio_risk_client()}</span>
                <Link
                  to={`${base}/suppliers/${row.clientPublicId}/score`}
                  className="flex min-h-6 items-center gap-2 text-ink no-underline"
                >
                  <BandBadge band={row.band} /> <ScoreTile score={row.score} isBeside />
                </Link>
                <span className="text-xs text-muted">{m.portfolio_risk_chain()}</span>
                <Link to={`${base}/deals/${row.id}/supply-chain`} className="flex min-h-6 items-center text-ink no-underline">
                  {chainRisk.byDeal[row.id] ? <BandBadge band={chainRisk.byDeal[row.id] ?? null} /> : m.portfolio_risk_chain_none()}
                </Link>
              </span>
              <span className="max-sm:[&>span]:justify-items-start">
                <CommitmentText {...row} />
              </span>
              {alert && (
                <span className="text-xs sm:col-span-4">
                  <AlertMark alert={alert} base={base} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
