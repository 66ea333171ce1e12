import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { DrawnBandShape } from '~/ui/band-shapes';
import { layOutChain, nodeBox } from './chain-layout';
import { partyHref } from '~/suppliers/parties/party-href';
import type { Chain } from './read-chain.server';

/** The chain around a supplier as a drawing whose boxes are links; the table beside it says the same. Inferred links are dashed. */
export function ChainGraph({ chain, base, title }: { chain: Chain; base: string; title: string }) {
  const drawing = layOutChain(chain);
  const margin = 8;
  return (
    <figure className="overflow-x-auto">
      <svg
        viewBox={`${-margin} ${-margin} ${drawing.width + 2 * margin} ${drawing.height + 2 * margin}`}
        width={drawing.width + 2 * margin}
        height={drawing.height + 2 * margin}
        role={drawing.nodes.length > 1 ? 'group' : 'img'}
        aria-label={title}
        className="block max-w-none"
      >
        {drawing.edges.map((edge) => (
          <path
            key={edge.id}
            d={edge.d}
            fill="none"
            className="stroke-edge"
            strokeWidth="1.25"
            strokeDasharray={edge.isInferred ? '4 4' : undefined}
          />
        ))}
        {drawing.nodes.map((node) => (
          <ChainBox key={node.id} node={node} href={partyHref(base, node)} />
        ))}
        {drawing.hidden.map(({ level, x, y, count }) => (
          <text key={level} x={x + 8} y={y + nodeBox.height / 2 + 4} fontSize="12" className="fill-muted">
            {m.suppliers_chain_hidden({ count })}
          </text>
        ))}
      </svg>
      <figcaption className="mt-2 text-xs text-muted">{m.suppliers_chain_legend()}</figcaption>
    </figure>
  );
}

function ChainBox({ node, href }: { node: ReturnType<typeof layOutChain>['nodes'][number]; href: string | null }) {
  const isMiddle = node.level === 0;
  const box = (
    <g transform={`translate(${node.x} ${node.y})`}>
      <title>{node.kind === 'supplier' ? m.shell_named({ name: node.name, text: bandName(node.band) }) : node.name}</title>
      <rect
        width={nodeBox.width}
        height={nodeBox.height}
        rx="4"
        className={isMiddle ? 'fill-accent-soft stroke-accent' : 'fill-surface stroke-line group-hover:stroke-accent'}
        strokeWidth={isMiddle ? 2 : 1}
      />
      {node.kind === 'supplier' && (
        <g transform="translate(8 12)">
          <DrawnBandShape band={node.band} />
        </g>
      )}
      <text
        x={node.kind === 'supplier' ? 32 : 10}
        y={nodeBox.height / 2 + 4}
        fontSize="12"
        className="fill-ink"
        fontWeight={isMiddle ? 600 : 400}
      >
        {shorten(node.name, node.kind === 'supplier' ? 25 : 29)}
      </text>
    </g>
  );
  return href && !isMiddle ? (
    <a href={href} className="group">
      {box}
    </a>
  ) : (
    box
  );
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}
