import { Link, useSearchParams } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { classNames } from '~/ui/class-names';
import { formatNumber } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import { tierLabel } from '../labels';
import { boxLink } from './box-link';
import type { FlowBox, FlowColumn } from './flow';
import { boxSentence, columnSummary } from './labels';

/** The tiers on a phone: one below another, each a list of its boxes in the order of the drawing. */
export function FlowList({ columns, base }: { columns: SerializeFrom<FlowColumn[]>; base: string }) {
  return (
    <ol className="grid grid-cols-1 gap-6 sm:hidden">
      {columns.map((column) => (
        <li key={column.tier ?? 'unknown'} className="grid gap-2">
          <div>
            <h2 className="text-base font-semibold">{tierLabel(column.tier)}</h2>
            {column.count > 0 && <p className="text-xs text-muted">{columnSummary(column)}</p>}
          </div>
          <ul className="grid gap-1.5">
            {column.boxes.map((box) => (
              <li key={box.id} className={['', 'ps-3', 'ps-6', 'ps-9'][box.depth]}>
                <BoxRow box={box} base={base} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function BoxRow({ box, base }: { box: SerializeFrom<FlowBox>; base: string }) {
  const [params] = useSearchParams();
  const isUnknown = box.kind === 'unknown';
  return (
    <Link
      to={boxLink(box, { params, base })}
      preventScrollReset
      aria-label={boxSentence(box)}
      aria-expanded={box.kind === 'group' ? box.isOpen : undefined}
      data-party={box.id}
      className={classNames(
        'flex min-h-11 items-center gap-2 rounded border px-3 py-1.5 text-ink no-underline hover:text-ink',
        isUnknown ? 'border-dashed border-edge' : 'border-line bg-surface',
        box.isOpen && 'border-accent bg-accent-soft',
      )}
    >
      {isUnknown ? (
        <span className="hatched size-4 shrink-0 border border-edge" />
      ) : (
        <BandShape band={box.worst} className="size-4 shrink-0" />
      )}
      <span className={classNames('min-w-0 grow', (box.worst === 'severe' || box.worst === 'high') && 'font-semibold')}>
        {box.label}
        {box.unknown > 0 && box.kind === 'group' && (
          <span className="block text-xs font-normal text-muted">{m.map_box_unknown({ count: box.unknown })}</span>
        )}
        {isUnknown && <span className="block text-xs text-muted">{m.map_unknown_of({ all: formatNumber(box.of) })}</span>}
        {box.party && <span className="block text-xs font-normal text-muted">{bandName(box.worst)}</span>}
      </span>
      <span className="text-muted tabular-nums">
        {box.party ? (box.party.score === null ? '–' : formatNumber(shownScore(box.party.score))) : formatNumber(box.count)}
      </span>
    </Link>
  );
}
