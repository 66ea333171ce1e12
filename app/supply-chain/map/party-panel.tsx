import { Link, useSearchParams } from '@remix-run/react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { AlertChip } from '~/risk/alerts/alert-chip';
import { StateImposedMark } from '~/risk/supplier-pages/score-cells';
import { partyHref } from '~/suppliers/parties/party-href';
import { OrderFacts } from '~/suppliers/supply-links/order-facts';
import { linkName } from '~/suppliers/supply-links/link-labels';
import { m } from '~/paraglide/messages';
import { BandBadge, bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { BasisLabel } from '~/ui/basis-mark';
import { ScoreWithInterval } from '~/ui/score-tile';
import { LinkButton } from '~/ui/button';
import { formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { shownScore } from '~/ui/shown-score';
import { CountryText, Unknown } from '~/ui/values';
import { foldHref, mapHref } from './map-state';
import type { Panel, PanelLink } from './read-panel.server';
import { partyKindName } from './labels';

/** What is known of the party that is open, beside the view. Its relations lead on to the next party and keep the place. */
export function PartyPanel({
  panel,
  base,
  sectors,
  canFold,
}: {
  panel: Panel;
  base: string;
  sectors: Readonly<Record<string, string>>;
  canFold: boolean;
}) {
  const [params] = useSearchParams();
  const heading = useFocusOnChange(panel.publicId);
  const page = partyHref(base, panel);
  const isFolded = params.getAll('fold').includes(panel.publicId);
  return (
    <aside
      aria-labelledby="panel-title"
      className="grid grid-cols-1 content-start gap-4 rounded border border-line bg-surface p-4 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 id="panel-title" ref={heading} tabIndex={-1} className="min-w-0">
          <bdi>{panel.name}</bdi>
        </h2>
        <LinkButton
          to={mapHref(params, { open: null })}
          size="sm"
          variant="quiet"
          icon="close"
          preventScrollReset
          data-closes={panel.publicId}
        >
          {m.shell_close()}
        </LinkButton>
      </div>
      <Facts panel={panel} sectors={sectors} />
      <Relations title={m.suppliers_chain_up()} links={panel.suppliers} none={m.suppliers_chain_up_none()} />
      <Relations title={m.suppliers_chain_down()} links={panel.customers} none={m.suppliers_chain_down_none()} />
      {panel.isCut && <p className="text-xs text-muted">{m.map_panel_cut()}</p>}
      <Worst panel={panel} />
      <div className="flex flex-wrap gap-2">
        {page && (
          <LinkButton to={page} size="sm" variant="primary">
            {m.map_panel_open()}
          </LinkButton>
        )}
        {canFold && panel.suppliers.length > 0 && (
          <LinkButton to={foldHref(params, panel.publicId)} size="sm" preventScrollReset>
            {isFolded ? m.map_unfold() : m.map_fold()}
          </LinkButton>
        )}
      </div>
    </aside>
  );
}

/** Takes the focus when another party is opened, not when the page is. */
function useFocusOnChange(id: string): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // A panel that came with the page leaves the focus where the browser put it: at the beginning of the page.
    if (isFirst.current && document.activeElement === document.body) {
      isFirst.current = false;
      return;
    }
    isFirst.current = false;
    if (id) heading.current?.focus({ preventScroll: window.matchMedia('(min-width: 64rem)').matches });
  }, [id]);
  return heading;
}

function Facts({ panel, sectors }: { panel: Panel; sectors: Readonly<Record<string, string>> }) {
  const { inherited } = panel;
  const rows: { key: string; label: string; value: ReactNode }[] = [
    { key: 'kind', label: m.map_panel_kind(), value: partyKindName(panel.kind) },
  ];
  if (panel.kind === 'supplier') {
    const { reading } = panel;
    rows.push({
      key: 'risk',
      label: m.suppliers_filter_band(),
      value: (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
          <BandBadge band={panel.band} /> {reading && <ScoreWithInterval {...reading} />}
          {panel.isStateImposed && <StateImposedMark />}
        </span>
      ),
    });
    if (panel.basis) rows.push({ key: 'basis', label: m.suppliers_column_basis(), value: <BasisLabel basis={panel.basis} /> });
    if (panel.alerts.length > 0)
      rows.push({
        key: 'alerts',
        label: m.alerts_title(),
        value: (
          <span className="flex flex-wrap gap-1">
            {panel.alerts.map(({ kind, isToBeConfirmed }) => (
              <AlertChip key={kind} kind={kind} isToBeConfirmed={isToBeConfirmed} />
            ))}
          </span>
        ),
      });
    rows.push({ key: 'tier', label: m.suppliers_column_tier(), value: panel.tier === null ? <Unknown /> : formatNumber(panel.tier) });
    rows.push({
      key: 'sector',
      label: m.suppliers_column_sector(),
      value: panel.sector ? (sectors[panel.sector] ?? panel.sector) : <Unknown />,
    });
  }
  if (panel.kind !== 'buyer')
    rows.push({ key: 'country', label: m.suppliers_column_country(), value: <CountryText code={panel.country} /> });
  if (inherited.status === 'known' && inherited.upstream > 0)
    rows.push({
      key: 'inherited',
      label: m.what_if_inherited(),
      value: inherited.node.inherited ? (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
          <BandBadge band={inherited.bands.inherited} /> <strong>{formatNumber(shownScore(inherited.node.inherited.score))}</strong>
        </span>
      ) : (
        <Unknown />
      ),
    });
  return <KeyValueList pairs={rows} />;
}

function Relations({ title, links, none }: { title: string; links: readonly PanelLink[]; none: string }) {
  const [params] = useSearchParams();
  return (
    <section>
      <h3 className="mb-1 text-base font-semibold">
        {title} <span className="text-sm font-normal text-muted">{formatNumber(links.length)}</span>
      </h3>
      {links.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="grid max-h-60 gap-1 overflow-y-auto">
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
      )}
    </section>
  );
}

function Worst({ panel: { inherited } }: { panel: Panel }) {
  const [params] = useSearchParams();
  if (inherited.status !== 'known' || inherited.worst === null) return null;
  return (
    <section>
      <h3 className="mb-1 text-base font-semibold">{m.what_if_worst_title()}</h3>
      <ol className="grid gap-1">
        {inherited.worst.path.map((party, step) => (
          <li key={party.publicId} className="flex min-h-6 flex-wrap items-center gap-x-1.5">
            <span className="text-muted">{step + 1}.</span>
            <Link to={mapHref(params, { open: party.publicId })} preventScrollReset>
              {party.name}
            </Link>
            {party.share !== null && !party.isAssumed && <span className="text-xs text-muted">{formatPercent(party.share)}</span>}
          </li>
        ))}
      </ol>
      <p className="mt-1">
        <BandBadge band={inherited.worst.band} /> <strong>{formatNumber(shownScore(inherited.worst.own))}</strong>
      </p>
    </section>
  );
}
