import { Link, useSearchParams } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { formatNumber } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import { ScrollRegion } from '~/ui/scroll-region';
import { tierLabel } from '../labels';
import { boxLink } from './box-link';
import type { FlowBox, FlowShown } from './flow';
import { columnSummary, unknownShare } from './labels';

/** The boxes of the drawing as rows, tier by tier, in the same order and with the same ones open. */
export function FlowTable({ flow, base }: { flow: Pick<SerializeFrom<FlowShown>, 'columns' | 'flows'>; base: string }) {
  const links = linksOf(flow);
  return (
    <ScrollRegion label={m.map_flow_table()}>
      <table className="w-full text-start">
        <caption className="sr-only">{m.map_flow_table()}</caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="py-2 pe-4 text-start">
              {m.map_flow_column_group()}
            </th>
            <th scope="col" className="py-2 pe-4 text-end">
              {m.suppliers_list_title()}
            </th>
            <th scope="col" className="py-2 pe-4 text-start">
              {m.map_flow_column_worst()}
            </th>
            <th scope="col" className="py-2 pe-4 text-end">
              {m.suppliers_view_at_risk()}
            </th>
            <th scope="col" className="py-2 pe-4 text-end">
              {m.map_not_known()}
            </th>
            <th scope="col" className="py-2 text-end">
              {m.map_flow_column_links()}
            </th>
          </tr>
        </thead>
        {flow.columns.map((column) => (
          <tbody key={column.tier ?? 'unknown'}>
            <tr className="border-b border-line bg-sunken">
              <th scope="rowgroup" colSpan={6} className="px-2 py-1.5 text-start">
                {tierLabel(column.tier)}
                {column.count > 0 && <span className="ms-2 text-xs font-normal text-muted">{columnSummary(column)}</span>}
              </th>
            </tr>
            {column.boxes.map((box) => (
              <Row key={box.id} box={box} base={base} links={links.get(box.id) ?? 0} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

function Row({ box, base, links }: { box: SerializeFrom<FlowBox>; base: string; links: number }) {
  const [params] = useSearchParams();
  const isUnknown = box.kind === 'unknown';
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1.5 pe-4 text-start font-normal">
        <Link
          to={boxLink(box, { params, base })}
          preventScrollReset
          aria-expanded={box.kind === 'group' ? box.isOpen : undefined}
          className={['', 'ms-4', 'ms-8', 'ms-12'][box.depth]}
        >
          {box.label}
        </Link>
      </th>
      <td className="py-1.5 pe-4 text-end tabular-nums">{isUnknown ? '' : formatNumber(box.count)}</td>
      <td className="py-1.5 pe-4">
        {!isUnknown && (
          <>
            <BandBadge band={box.worst} /> {box.party && box.party.score !== null && formatNumber(shownScore(box.party.score))}
          </>
        )}
      </td>
      <td className="py-1.5 pe-4 text-end tabular-nums">{isUnknown ? '' : formatNumber(box.counts.high + box.counts.severe)}</td>
      <td className="py-1.5 pe-4 text-end tabular-nums">{unknownShare(isUnknown ? { unknown: box.count, count: box.of } : box)}</td>
      <td className="py-1.5 text-end tabular-nums">{isUnknown ? '' : formatNumber(links)}</td>
    </tr>
  );
}

/** Links to customers by box. */
function linksOf({ flows }: Pick<SerializeFrom<FlowShown>, 'flows'>): Map<string, number> {
  const links = new Map<string, number>();
  for (const flow of flows) links.set(flow.from, (links.get(flow.from) ?? 0) + flow.links);
  return links;
}
