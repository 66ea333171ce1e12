import { Link, useSearchParams } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import { type Band, bands } from '#scoring';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Drawing } from '~/ui/drawing/shapes';
import { Fold } from '~/ui/fold';
import { Icon } from '~/ui/icon';
import { DrawingLink } from '../drawing-link';
import { tierLabel } from '../labels';
import { boxHref } from '../map-state';
import type { FlowShown } from './flow';
import { FlowList } from './flow-list';
import { FlowTable } from './flow-table';
import { boxSentence } from './labels';
import { boxLink } from './box-link';

/** The tiers as groups with the flows between them: a drawing where there is room, a list of tiers on a phone, and the same as a table. */
export function FlowView({
  flow,
  drawing,
  base,
}: {
  flow: SerializeFrom<FlowShown>;
  drawing: Drawing & { undrawn: number };
  base: string;
}) {
  const [params] = useSearchParams();
  const boxes = flow.columns.flatMap((column) => column.boxes);
  const linkFor = (id: string) => {
    const box = boxes.find((each) => each.id === id);
    const href = box && boxLink(box, { params, base });
    return href ? { href, label: boxSentence(box) } : undefined;
  };
  return (
    <div className="grid grid-cols-1 gap-4">
      <Crumbs flow={flow} />
      <figure className="max-sm:hidden">
        <section
          // Drawings run from left to right in every language: their beginning is what is seen first.
          dir="ltr"
          className="overflow-auto lg:max-h-[calc(100dvh-12rem)]"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={m.map_graph_region()}
          data-scroll-region
        >
          <DrawingSvg
            drawing={drawing}
            label={{ text: m.map_flow_label({ count: boxes.length }) }}
            linkFor={linkFor}
            linkAs={DrawingLink}
            className="max-w-none!"
          />
        </section>
        <figcaption className="mt-2 grid gap-1 text-xs text-muted">
          <Legend />
          <p>
            {m.map_flow_legend()} {drawing.undrawn > 0 && m.map_flow_undrawn({ count: drawing.undrawn })}
          </p>
        </figcaption>
      </figure>
      <FlowList flow={flow} base={base} />
      <div className="max-sm:hidden">
        <Fold summary={m.map_flow_table()}>
          <FlowTable flow={flow} base={base} />
        </Fold>
      </div>
    </div>
  );
}

function Crumbs({ flow: { crumbs } }: { flow: SerializeFrom<FlowShown> }) {
  const [params] = useSearchParams();
  const [first] = crumbs;
  if (!first) return null;
  return (
    <nav aria-label={m.map_flow_path()}>
      <ol className="flex flex-wrap items-center gap-1 text-muted">
        <li>
          <Link to={boxHref(params, null)} preventScrollReset>
            {m.map_flow_all()}
          </Link>
        </li>
        {crumbs.map(({ address, label }, at) => (
          <li key={address.values.join('/')} className="flex items-center gap-1">
            <Icon name="chevron" className="size-3" />
            {at === crumbs.length - 1 ? (
              <bdi aria-current="true" className="text-ink">
                {at === 0 ? `${tierLabel(first.address.tier)}, ${label}` : label}
              </bdi>
            ) : (
              <Link to={boxHref(params, address)} preventScrollReset>
                <bdi>{at === 0 ? `${tierLabel(first.address.tier)}, ${label}` : label}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const shown: (Band | null)[] = [...bands.toReversed(), null];

function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label={m.map_flow_marks()}>
      {shown.map((band) => (
        <li key={band ?? 'none'} className="flex items-center gap-1.5">
          <BandShape band={band} className="size-3.5" /> {bandName(band)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span className="hatched inline-block size-3 border border-edge" /> {m.map_not_known()}
      </li>
    </ul>
  );
}
