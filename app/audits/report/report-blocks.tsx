import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Block } from '~/documents/pdf/block';
import type { Cell } from '~/documents/pdf/draw-table.server';
import { SignatureFigure } from './signature-figure';
import { classNames } from '~/ui/class-names';
import { ScrollRegion } from '~/ui/scroll-region';

export type Shown = { photoAt: (sha256: string) => string };

/** The blocks of a report, one below the other. */
export function ReportBlocks({ blocks, photoAt }: { blocks: Block[] } & Shown) {
  // A report never changes its order: places are names enough.
  return blocks.map((block, index) => <BlockView key={`${block.kind}-${index.toString()}`} block={block} photoAt={photoAt} />);
}

function BlockView({ block, photoAt }: { block: Block } & Shown) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h4 className="mt-3 text-lg font-semibold">{block.text}</h4>
      ) : (
        <h5 className="mt-2 font-semibold">{block.text}</h5>
      );
    case 'paragraph':
      return (
        <p
          className={classNames(
            'max-w-prose whitespace-pre-line break-words',
            block.isSmall && 'text-sm text-muted',
            block.isStrong && 'font-semibold',
          )}
        >
          {block.text}
        </p>
      );
    case 'list':
      return (
        <ul className="grid max-w-prose list-disc gap-1.5 ps-6">
          {block.items.map(({ lead, text }) => (
            <li key={lead}>
              {text ? <strong className="font-semibold">{lead}</strong> : lead}
              {text && <span className="block">{text}</span>}
            </li>
          ))}
        </ul>
      );
    case 'pairs':
      return <Pairs rows={block.rows} isTwofold={block.isTwofold ?? false} />;
    case 'table':
      return <Table block={block} />;
    case 'link':
      return (
        <p className="break-all">
          <a href={block.url} rel="noopener noreferrer" className="text-accent underline">
            {block.text}
          </a>
        </p>
      );
    case 'drawing':
      return (
        <figure className="chart-figure break-inside-avoid">
          {/* Drawn for paper: on a phone it keeps its size, so that its words can be read. */}
          <ScrollRegion label={block.alt}>
            <DrawingSvg drawing={block.drawing} label={{ text: block.alt }} className="max-sm:min-w-125" />
          </ScrollRegion>
        </figure>
      );
    case 'photo':
      return (
        <figure className="break-inside-avoid">
          <img
            src={photoAt(block.sha256)}
            alt={block.alt}
            width={block.width}
            height={block.height}
            loading="lazy"
            className="h-auto max-h-96 w-auto max-w-full"
          />
          <figcaption className="text-sm text-muted">{block.title}</figcaption>
        </figure>
      );
    case 'signatures':
      return (
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          {block.signatures.map((signature, index) => (
            <SignatureFigure key={`${signature.title}-${index.toString()}`} signature={signature} />
          ))}
        </div>
      );
  }
}

function Pairs({ rows, isTwofold }: { rows: [string, string][]; isTwofold: boolean }) {
  return (
    <dl className={classNames(isTwofold && 'lg:columns-2 lg:gap-x-8')}>
      {rows.map(([label, text]) => (
        <div key={label} className="grid break-inside-avoid gap-x-4 border-b border-line py-1.5 sm:grid-cols-[14rem_1fr]">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 whitespace-pre-line break-words">
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * On a narrow screen rows stack, each cell under its column heading. A table whose columns after the first are all numbers is compared across and down: it
 * keeps its shape and scrolls.
 */
function Table({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const isStacked = !block.columns.slice(1).every(({ align }) => align === 'end');
  // Styles that make blocks of rows must not take away what the table is to a screen reader.
  const as = (role: string) => (isStacked ? { role } : {});
  return (
    <ScrollRegion label={block.title}>
      <table className={classNames('w-full border-collapse text-sm', isStacked && 'stacked-table')} {...as('table')}>
        <caption className="sr-only">{block.title}</caption>
        <thead {...as('rowgroup')}>
          <tr className="border-b border-ink" {...as('row')}>
            {block.columns.map(({ label, align }) => (
              <th
                key={label}
                scope="col"
                {...as('columnheader')}
                className={classNames('px-1 py-1.5 align-bottom text-xs sm:px-2 sm:text-sm', align === 'end' ? 'text-end' : 'text-start')}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {block.rows.map((row, place) => (
            <tr key={`${textOf(row[0] ?? '')}-${place.toString()}`} className="border-b border-line" {...as('row')}>
              {row.map((cell, column) => {
                const { label = '', align, share = 0 } = block.columns[column] ?? {};
                const Cell = column === 0 ? 'th' : 'td';
                // A name needs no head above it, a number does.
                const isHeaded = isStacked && (column > 0 || align === 'end');
                return (
                  <Cell
                    key={label}
                    {...(column === 0 ? { scope: 'row' } : {})}
                    {...as(column === 0 ? 'rowheader' : 'cell')}
                    data-head={isHeaded ? label : undefined}
                    data-wide={isStacked && share >= longFrom ? '' : undefined}
                    className={classNames(
                      'px-1 py-1.5 align-top font-normal sm:px-2',
                      column === 0 && textOf(cell).length <= 8 && 'whitespace-nowrap',
                      align === 'end' ? 'text-end tabular-nums' : 'text-start',
                    )}
                  >
                    <CellText cell={cell} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Columns with this share of the page width contain sentences. */
const longFrom = 30;

const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);

function CellText({ cell }: { cell: Cell }) {
  if (typeof cell === 'string') return <span className="whitespace-pre-line">{cell}</span>;
  const Text = cell.strong ? 'strong' : 'span';
  return (
    <>
      <Text className={classNames('whitespace-pre-line', cell.strong && 'font-semibold')}>{cell.text}</Text>
      {cell.note && <span className="block whitespace-pre-line text-muted">{cell.note}</span>}
    </>
  );
}
