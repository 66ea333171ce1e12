import { Link, useSearchParams } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import { type RefObject, useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Drawing } from '~/ui/drawing/shapes';
import { Fold } from '~/ui/fold';
import { Icon } from '~/ui/icon';
import { DrawingLink } from '../drawing-link';
import { DrawingRegion } from '../drawing-region';
import { tierLabel } from '../labels';
import { boxHref } from '../map-state';
import { type BoxAddress, boxId, type FlowShown } from './flow';
import { FlowList } from './flow-list';
import { FlowTable } from './flow-table';
import { boxSentence } from './labels';
import { Marks } from './marks';
import { boxLink } from './box-link';

/** The tiers as groups with the flows between them: a drawing where there is room, a list of tiers on a phone, and the same as a table. */
export function FlowView({ flow, drawing }: { flow: SerializeFrom<FlowShown>; drawing: Drawing & { undrawn: number } }) {
  const [params] = useSearchParams();
  const region = useOpenedInView(flow.crumbs.at(-1)?.address);
  const boxes = flow.columns.flatMap((column) => column.boxes);
  const linkFor = (id: string) => {
    const box = boxes.find((each) => each.id === id);
    const href = box && boxLink(box, { params });
    return href ? { href, label: boxSentence(box) } : undefined;
  };
  return (
    <div className="grid grid-cols-1 gap-4">
      <Crumbs flow={flow} />
      <figure className="max-sm:hidden">
        <DrawingRegion ref={region}>
          <DrawingSvg
            drawing={drawing}
            label={{ text: m.map_flow_label({ count: boxes.length }) }}
            linkFor={linkFor}
            linkAs={DrawingLink}
            className="max-w-none!"
          />
        </DrawingRegion>
        <figcaption className="mt-2 grid gap-1 text-xs text-muted">
          <Marks />
          <p>
            {m.map_flow_legend()} {drawing.undrawn > 0 && m.map_flow_undrawn({ count: drawing.undrawn })}
          </p>
        </figcaption>
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

/** Scrolls the drawing, not the page, so that the opened box is in view. */
function useOpenedInView(address: BoxAddress | undefined): RefObject<HTMLElement> {
  const region = useRef<HTMLElement>(null);
  const id = address === undefined ? null : boxId(address);
  useEffect(() => {
    const box = id === null ? null : region.current?.querySelector(`[data-party="${CSS.escape(id)}"]`);
    if (!box || !region.current) return;
    const [outer, inner] = [region.current.getBoundingClientRect(), box.getBoundingClientRect()];
    const margin = 80;
    if (inner.left < outer.left || inner.right > outer.right) region.current.scrollLeft += inner.left - outer.left - margin;
    if (inner.top < outer.top || inner.bottom + margin > outer.bottom) region.current.scrollTop += inner.top - outer.top - margin;
  }, [id]);
  return region;
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
