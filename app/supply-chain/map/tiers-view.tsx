import { Link, useSearchParams } from '@remix-run/react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Drawing } from '~/ui/drawing/shapes';
import { m } from '~/paraglide/messages';
import { DrawingLink } from './drawing-link';
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
  parties,
  columns,
  list,
  base,
}: {
  drawing: Drawing | null;
  parties: readonly GraphParty[];
  columns: readonly TierColumn[];
  list: string;
  base: string;
}) {
  const [params] = useSearchParams();
  const isScripted = useScripted();
  if (drawing === null)
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
  const linkFor = (id: string) => {
    const party = partyOf.get(id);
    return party && { href: mapHref(params, { open: id }), label: partyWords(party) };
  };
  return (
    <figure>
      <section
        // Drawings run from left to right in every language: their beginning is what is seen first.
        dir="ltr"
        className="overflow-auto rounded border border-line"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={m.map_graph_region()}
        data-scroll-region
      >
        <DrawingSvg
          drawing={drawing}
          label={{ text: m.map_graph_label({ count: parties.length }) }}
          linkFor={linkFor}
          linkAs={DrawingLink}
          className="max-w-none!"
        />
      </section>
      <figcaption className="mt-2 max-w-prose text-xs text-muted">{m.map_graph_legend()}</figcaption>
      {isScripted && (
        <p className="mt-2" data-print="none">
          <Link to={mapHref(params, { draw: 'canvas' })} preventScrollReset>
            {m.map_draw_canvas()}
          </Link>
        </p>
      )}
    </figure>
  );
}
