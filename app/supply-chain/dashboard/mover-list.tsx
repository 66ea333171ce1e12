import { Link } from '@remix-run/react';
import { bandAt, shownScore } from '~/ui/shown-score';
import { m } from '~/paraglide/messages';
import { formatDate, formatNumber } from '~/ui/format';
import { ScoreTile } from '~/ui/score-tile';
import type { ShownMover } from './shown-movers.server';

/** The suppliers whose score moved most, each with its cause and its way on the line from 0 to 100. */
export function MoverList({ movers, base }: { movers: readonly ShownMover[]; base: string }) {
  if (movers.length === 0) return <p className="text-muted">{m.home_movers_none()}</p>;
  return (
    <ul>
      {movers.map((mover) => (
        <li key={mover.publicId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b border-line py-1.5">
          <span className="flex min-w-0 items-center justify-between gap-3">
            <Link to={`${base}/suppliers/${mover.publicId}/score`} className="truncate font-semibold text-ink no-underline hover:underline">
              <bdi>{mover.name}</bdi>
            </Link>
            <Way from={mover.from} to={mover.to} />
          </span>
          <span className="flex items-center gap-2 whitespace-nowrap">
            <span>{difference(mover)}</span>
            <ScoreTile score={mover.to} />
          </span>
          <span className="col-span-2 block text-xs text-muted">{wayOf(mover)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What changed and when, and that the supplier had no score before the period. */
function wayOf(mover: ShownMover): string {
  const { cause, step } = mover;
  const date = formatDate(mover.on);
  const points = signed(Math.round(step));
  const isAll = Math.abs(step - (mover.to - mover.from)) < 0.5;
  // The other steps are what all of them need to add up to the difference shown.
  const way = isAll
    ? m.home_mover_cause({ cause, date })
    : m.home_mover_step({ cause, date, points, other: signed(pointsOf(mover) - Math.round(step)) });
  return mover.isSinceFirst ? m.home_mover_since_first({ way }) : way;
}

/** The difference of the scores as shown, so that it adds up with them. */
const pointsOf = ({ from, to }: Pick<ShownMover, 'from' | 'to'>) => shownScore(to) - shownScore(from);
const difference = (mover: ShownMover): string => signed(pointsOf(mover));

const signed = (points: number): string => (points > 0 ? `+${formatNumber(points)}` : points < 0 ? `−${formatNumber(-points)}` : '0');

const tones = {
  low: 'chart-mark-low',
  moderate: 'chart-mark-moderate',
  elevated: 'chart-mark-elevated',
  high: 'chart-mark-high',
  severe: 'chart-mark-severe',
} as const;

/** A ring where the score was, an arrow to where it is. */
function Way({ from, to }: { from: number; to: number }) {
  const width = 120;
  const [start, end] = [4 + (from / 100) * (width - 8), 4 + (to / 100) * (width - 8)];
  // A small move keeps its arrow: the ring is drawn below it.
  const tip = to > from ? -7 : 7;
  return (
    <svg viewBox={`0 0 ${width} 12`} width={width} height={12} aria-hidden="true" className="shrink-0 max-sm:hidden">
      <line x1="0" x2={width} y1="6" y2="6" className="chart-hairline chart-line" />
      <line x1={start} x2={end + tip} y1="6" y2="6" className="chart-axis chart-line" strokeWidth="2" />
      <circle
        cx={Math.abs(end - start) < 10 ? end + Math.sign(tip) * 10 : start}
        cy="6"
        r="3"
        className="fill-canvas stroke-muted"
        strokeWidth="1.5"
      />
      <path d={`M${end} 6L${end + tip} 2L${end + tip} 10Z`} className={tones[bandAt(to)]} />
    </svg>
  );
}
