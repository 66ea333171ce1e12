import { Link, useSearchParams } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import type { ReactNode } from 'react';
import { AlertChip } from '~/risk/alerts/alert-chip';
import { StateImposedMark } from '~/risk/supplier-pages/score-cells';
import { actLabel, verdictSentence } from '~/risk/supplier-verdict/labels';
import { partyHref } from '~/suppliers/parties/party-href';
import { OrderFacts } from '~/suppliers/supply-links/order-facts';
import { linkName } from '~/suppliers/supply-links/link-labels';
import { m } from '~/paraglide/messages';
import { BandBadge, bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { BasisLabel } from '~/ui/basis-mark';
import { LinkButton } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { Fold } from '~/ui/fold';
import { formatCountry, formatNumber } from '~/ui/format';
import { ScoreTile } from '~/ui/score-tile';
import { shownScore } from '~/ui/shown-score';
import { partyKindName, tierLabel } from './labels';
import { foldHref, mapHref } from './map-state';
import { PanelFrame } from './panel-frame';
import { PathList } from './path-list';
import type { Panel as ReadPanel, PanelLink } from './read-panel.server';

type Panel = SerializeFrom<ReadPanel>;
export type PanelActs = { mayAsk: boolean; mayPlanAudit: boolean };

/** What is known of the party that is open, beside the view: the verdict, its score, what to do, and how its goods arrive. Its links lead on to the next party. */
export function PartyPanel({
  panel,
  base,
  sectors,
  canFold,
  acts,
}: {
  panel: Panel;
  base: string;
  sectors: Readonly<Record<string, string>>;
  canFold: boolean;
  acts: PanelActs;
}) {
  const [params] = useSearchParams();
  const sector = panel.sector ? (sectors[panel.sector] ?? panel.sector) : null;
  const meta = [
    panel.kind === 'supplier' ? tierLabel(panel.tier) : partyKindName(panel.kind),
    panel.country && formatCountry(panel.country),
    sector,
  ];
  return (
    <PanelFrame
      id={panel.publicId}
      title={panel.name}
      meta={meta.filter((part) => part !== null && part !== '').join(' · ')}
      closed={mapHref(params, { open: null })}
    >
      {panel.verdict && (
        <div
          className={classNames(
            'grid gap-2 rounded border border-s-4 border-line px-3 py-2',
            panel.band === 'severe' || panel.alerts.some(({ isToBeConfirmed }) => !isToBeConfirmed)
              ? 'border-s-band-severe-mark'
              : 'border-s-edge',
          )}
        >
          <p className="font-semibold">{verdictSentence(panel.verdict, { country: panel.country, sector, products: panel.products })}</p>
          {panel.alerts.length > 0 && (
            <ul className="flex flex-wrap gap-1" aria-label={m.alerts_title()}>
              {panel.alerts.map(({ kind, isToBeConfirmed }) => (
                <li key={kind}>
                  <AlertChip kind={kind} isToBeConfirmed={isToBeConfirmed} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {panel.kind === 'supplier' && <Score panel={panel} />}
      <Acts panel={panel} base={base} canFold={canFold} acts={acts} />
      {panel.path.length > 0 && (
        <Part title={m.map_panel_path()}>
          <PathList path={panel.path} />
        </Part>
      )}
      <Inherits panel={panel} />
      <Links title={m.suppliers_chain_up()} links={panel.suppliers} none={m.suppliers_chain_up_none()} />
      <Links title={m.suppliers_chain_down()} links={panel.customers} none={m.suppliers_chain_down_none()} />
      {panel.isCut && <p className="text-xs text-muted">{m.map_panel_cut()}</p>}
    </PanelFrame>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-1">
      <h3 className="text-base font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Score({ panel: { reading, band, basis, isStateImposed } }: { panel: Panel }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ScoreTile score={reading?.score ?? null} size="lg" isBeside />
      <div className="grid gap-0.5">
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <BandBadge band={band} />
          {reading && (
            <span className="text-muted">{m.shell_interval({ low: shownScore(reading.low), high: shownScore(reading.high) })}</span>
          )}
        </span>
        {basis && <BasisLabel basis={basis} />}
        {isStateImposed && <StateImposedMark />}
      </div>
    </div>
  );
}

function Acts({ panel, base, canFold, acts }: { panel: Panel; base: string; canFold: boolean; acts: PanelActs }) {
  const [params] = useSearchParams();
  const page = partyHref(base, panel);
  const isSupplier = panel.kind === 'supplier';
  const isFolded = params.getAll('fold').includes(panel.publicId);
  return (
    <div className="flex flex-wrap gap-2">
      {isSupplier && acts.mayAsk && (
        <LinkButton to={`${base}/requests/new?supplier=${panel.publicId}`} size="sm" variant="primary">
          {actLabel('send-questionnaire')}
        </LinkButton>
      )}
      {page && (
        <LinkButton to={page} size="sm">
          {m.map_panel_open()}
        </LinkButton>
      )}
      {isSupplier && acts.mayPlanAudit && (
        <LinkButton to={`${base}/audits/new?supplier=${panel.publicId}`} size="sm">
          {actLabel('plan-audit')}
        </LinkButton>
      )}
      {canFold && panel.suppliers.length > 0 && (
        <LinkButton to={foldHref(params, panel.publicId)} size="sm" preventScrollReset>
          {isFolded ? m.map_unfold() : m.map_fold()}
        </LinkButton>
      )}
    </div>
  );
}

/** The risk that comes from its own suppliers, and the worst of them. */
function Inherits({ panel: { inherited } }: { panel: Panel }) {
  const [params] = useSearchParams();
  if (inherited.status !== 'known' || !inherited.node.inherited) return null;
  return (
    <Part title={m.what_if_inherited()}>
      <p className="inline-flex flex-wrap items-baseline gap-x-2">
        <BandBadge band={inherited.bands.inherited} /> <strong>{formatNumber(shownScore(inherited.node.inherited.score))}</strong>
      </p>
      {inherited.worst && (
        <p className="text-muted">
          {m.what_if_worst_title()}{' '}
          {inherited.worst.path.slice(-1).map((party) => (
            <Link key={party.publicId} to={mapHref(params, { open: party.publicId })} preventScrollReset>
              <bdi>{party.name}</bdi>
            </Link>
          ))}
        </p>
      )}
    </Part>
  );
}

const mostShown = 6;

function Links({ title, links, none }: { title: string; links: readonly PanelLink[]; none: string }) {
  return (
    <Part
      title={
        <>
          {title} <span className="text-sm font-normal text-muted">{formatNumber(links.length)}</span>
        </>
      }
    >
      {links.length === 0 ? <p className="text-muted">{none}</p> : <LinkList links={links.slice(0, mostShown)} />}
      {links.length > mostShown && (
        <Fold summary={m.map_rest_suppliers({ count: links.length - mostShown })}>
          <LinkList links={links.slice(mostShown)} />
        </Fold>
      )}
    </Part>
  );
}

function LinkList({ links }: { links: readonly PanelLink[] }) {
  const [params] = useSearchParams();
  return (
    <ul className="grid gap-1">
      {links.map((link) => (
        <li key={link.id} className="flex min-h-6 flex-wrap items-center gap-1.5">
          {link.partyKind === 'supplier' && <BandShape band={link.band} />}
          {link.partyKind === 'supplier' && <span className="sr-only">{bandName(link.band)}</span>}
          <Link to={mapHref(params, { open: link.publicId })} preventScrollReset className="min-w-0 truncate">
            {link.name}
          </Link>
          <span className="text-xs whitespace-nowrap text-muted">
            {linkName(link.kind)}
            {link.isInferred ? ` (${m.suppliers_chain_inferred()})` : ''}
          </span>
          {link.orders && (
            <div className="basis-full text-xs text-muted">
              <OrderFacts orders={link.orders} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
