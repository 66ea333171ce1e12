import { Link, useSearchParams } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import { bands } from '#scoring';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { LinkButton } from '~/ui/button';
import { formatNumber } from '~/ui/format';
import { ScoreTile } from '~/ui/score-tile';
import { tierLabel } from '../labels';
import { boxHref, gapHref, mapHref } from '../map-state';
import { PanelFrame } from '../panel-frame';
import { PathList } from '../path-list';
import { boxId, gapId, type FlowShown, type OpenedBox } from './flow';
import type { Gap } from './read-gap.server';

type Shared = { base: string; mayAsk: boolean };

/** A campaign to suppliers that are named one by one. */
const campaignHref = (base: string, ids: readonly string[]): string =>
  `${base}/campaigns/new?${new URLSearchParams(ids.map((id) => ['id', id]))}`;

/** The opened group beside the drawing: its risk in a sentence, who is in it, how it arrives, and what is not known. */
export function GroupPanel({
  opened,
  path,
  base,
  mayAsk,
}: Shared & { opened: SerializeFrom<OpenedBox>; path: SerializeFrom<FlowShown>['path'] }) {
  const [params] = useSearchParams();
  const { label, address, count, counts, unknown, toAsk, first } = opened;
  const severe = counts.severe + counts.high;
  return (
    <PanelFrame
      id={boxId(address)}
      title={`${label}, ${tierLabel(address.tier)}`}
      meta={m.suppliers_count({ count })}
      closed={boxHref(params, null)}
      isBeside
    >
      <p className="rounded border border-s-4 border-line border-s-edge px-3 py-2 font-semibold">
        {severe > 0
          ? m.map_group_at_risk({ count: severe, shown: formatNumber(severe), all: formatNumber(count) })
          : m.map_group_no_risk({ count: formatNumber(count) })}
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {[...bands.toReversed(), null].map((band) => {
          const n = counts[band ?? 'none'];
          return n === 0 ? null : (
            <li key={band ?? 'none'} className="inline-flex items-center gap-1.5">
              <BandShape band={band} /> {bandName(band)} <strong>{formatNumber(n)}</strong>
            </li>
          );
        })}
      </ul>
      <section className="grid gap-1">
        <h3 className="text-base font-semibold">{m.suppliers_list_title()}</h3>
        <ul className="grid divide-y divide-line border-y border-line">
          {first.map(({ publicId, name, band, score }) => (
            <li key={publicId} className="flex min-h-9 items-center gap-2">
              <BandShape band={band} className="size-4 shrink-0" />
              <span className="sr-only">{bandName(band)}</span>
              <Link to={mapHref(params, { open: publicId })} preventScrollReset className="min-w-0 grow truncate">
                {name}
              </Link>
              <ScoreTile score={score} isBeside />
            </li>
          ))}
        </ul>
      </section>
      {path && (
        <section className="grid gap-1">
          <h3 className="text-base font-semibold">{m.map_panel_worst_path()}</h3>
          <PathList path={path.parties} />
        </section>
      )}
      {unknown > 0 && (
        <section className="grid gap-2">
          <h3 className="text-base font-semibold">{m.map_not_known()}</h3>
          <p>{m.map_gap_sentence({ count: unknown, shown: formatNumber(unknown), all: formatNumber(count) })}</p>
          {mayAsk && toAsk.length > 0 && (
            <div>
              <LinkButton to={campaignHref(base, toAsk)} size="sm" variant="primary">
                {m.map_ask({ count: toAsk.length })}
              </LinkButton>
            </div>
          )}
          {address.tier !== null && (
            <p>
              <Link to={gapHref(params, address.tier)} preventScrollReset>
                {m.map_gap_all({ tier: tierLabel(address.tier) })}
              </Link>
            </p>
          )}
        </section>
      )}
    </PanelFrame>
  );
}

/** Who to ask for the suppliers of a tier that are not known. */
export function GapPanel({ gap, base, mayAsk }: Shared & { gap: SerializeFrom<Gap> }) {
  const [params] = useSearchParams();
  const toAsk = gap.suppliers.filter(({ isRefused }) => !isRefused).map(({ publicId }) => publicId);
  return (
    <PanelFrame id={gapId(gap.tier)} title={m.map_not_known()} meta={tierLabel(gap.tier + 1)} closed={gapHref(params, null)}>
      <p className="rounded border border-s-4 border-dashed border-edge px-3 py-2 font-semibold">
        {m.map_gap_sentence({ count: gap.unknown, shown: formatNumber(gap.unknown), all: formatNumber(gap.of) })}
      </p>
      {mayAsk && toAsk.length > 0 && (
        <div>
          <LinkButton to={campaignHref(base, toAsk)} size="sm" variant="primary">
            {m.map_ask({ count: toAsk.length })}
          </LinkButton>
        </div>
      )}
      <section className="grid gap-1">
        <h3 className="text-base font-semibold">{m.map_gap_who()}</h3>
        <ul className="grid divide-y divide-line border-y border-line">
          {gap.suppliers.slice(0, 40).map(({ publicId, name, band, isRefused }) => (
            <li key={publicId} className="flex min-h-9 items-center gap-2">
              <BandShape band={band} className="size-4 shrink-0" />
              <span className="sr-only">{bandName(band)}</span>
              <Link to={mapHref(params, { open: publicId })} preventScrollReset className="min-w-0 grow truncate">
                {name}
              </Link>
              {isRefused && <span className="text-xs text-muted">{m.supply_chain_coverage_refused()}</span>}
            </li>
          ))}
        </ul>
        {gap.unknown > 40 && <p className="text-muted">{m.map_rest_suppliers({ count: gap.unknown - 40 })}</p>}
      </section>
    </PanelFrame>
  );
}
