import type { SerializeFrom } from '@remix-run/node';
import { Link, useSearchParams } from '@remix-run/react';
import { Fold } from '~/ui/fold';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Drawing } from '~/ui/drawing/shapes';
import { m } from '~/paraglide/messages';
import { DrawingLink } from './drawing-link';
import { DrawingRegion } from './drawing-region';
import { boxLink } from './flow/box-link';
import type { FlowShown } from './flow/flow';
import { FlowList } from './flow/flow-list';
import { FlowTable } from './flow/flow-table';
import { boxSentence } from './flow/labels';
import { Marks } from './flow/marks';
import type { GraphParty } from './graph';
import { LargeGraph } from './large-graph';
import { mapHref } from './map-state';
import type { TierColumn } from './read-tiers.server';
import { TierList } from './tier-list';
import { useScripted } from '~/ui/use-scripted';
import { partyWords } from './labels';

/** The chain by tier: drawn with every party as a link where there are few, as counts and a drawing of the browser's where there are many. */
export function TiersView({
  drawing,
  flow,
  parties,
  columns,
  list,
  base,
}: {
  drawing: Drawing | null;
  flow: Pick<SerializeFrom<FlowShown>, 'columns' | 'flows'> | null;
  parties: readonly GraphParty[];
  columns: readonly TierColumn[];
  list: string;
  base: string;
}) {
  const [params] = useSearchParams();
  const isScripted = useScripted();
  if (drawing === null || flow === null)
    return (
      <div className="grid grid-cols-1 gap-8">
        {isScripted && <LargeGraph base={base} />}
        {params.has('draw') && (
          <p data-print="none">
            <Link to={mapHref(params, { draw: null })} preventScrollReset>
              {m.map_draw_plain()}
            </Link>
          </p>
        )}
        <TierList tiers={columns} list={list} />
      </div>
    );
  const partyOf = new Map(parties.map((party) => [party.id, party]));
  const gaps = flow.columns.flatMap(({ boxes }) => boxes.filter(({ kind }) => kind === 'unknown'));
  const linkFor = (id: string) => {
    const party = partyOf.get(id);
    if (party) return { href: mapHref(params, { open: id, gap: null }), label: partyWords(party) };
    const gap = gaps.find((box) => box.id === id);
    return gap && { href: boxLink(gap, { params }), label: boxSentence(gap) };
  };
  return (
    <div className="grid grid-cols-1 gap-4">
      <figure className="max-sm:hidden">
        <DrawingRegion>
          <DrawingSvg
            drawing={drawing}
            label={{ text: m.map_graph_label({ count: parties.length }) }}
            linkFor={linkFor}
            linkAs={DrawingLink}
            className="max-w-none!"
          />
        </DrawingRegion>
        <figcaption className="mt-2 grid gap-1 text-xs text-muted">
          <Marks />
          <p>{m.map_graph_legend()}</p>
        </figcaption>
        {isScripted && (
          <p className="mt-2" data-print="none">
            <Link to={mapHref(params, { draw: 'canvas' })} preventScrollReset>
              {m.map_draw_canvas()}
            </Link>
          </p>
        )}
      </figure>
      <FlowList columns={flow.columns} />
      <div className="max-sm:hidden">
        <Fold summary={m.map_flow_table()}>
          <FlowTable flow={flow} />
        </Fold>
      </div>
    </div>
  );
}
