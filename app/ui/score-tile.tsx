import type { Band } from '#scoring';
import { bandAt } from '~/ui/shown-score';
import { shownScore } from '~/ui/shown-score';
import { m } from '~/paraglide/messages';
import { bandName } from './band-badge';
import { classNames } from './class-names';

const looks = {
  low: 'border-edge text-ink',
  moderate: 'border-transparent bg-band-moderate text-on-band',
  elevated: 'border-transparent bg-band-elevated text-on-band',
  high: 'border-transparent bg-band-high text-on-band-high',
  severe: 'border-transparent bg-band-severe text-on-band-severe',
} satisfies Record<Band, string>;

const sizes = { md: 'h-5.5 min-w-8.5 rounded-sm px-1.5 text-sm', lg: 'h-13 min-w-17 rounded px-2 text-xl' };

/**
 * A score in a tile of its band's colour: outlined when low, hatched when not scored. The band is named for screen readers unless it is written beside the tile
 * (`isBeside`); colour never says it alone, so put `BandShape` or `BandBadge` next to it.
 */
export function ScoreTile({ score, size = 'md', isBeside = false }: { score: number | null; size?: 'md' | 'lg'; isBeside?: boolean }) {
  const band = score === null ? null : bandAt(score);
  return (
    <span
      className={classNames(
        'score-tile inline-flex items-center justify-center border font-semibold whitespace-nowrap',
        sizes[size],
        band === null ? 'hatched border-line text-muted' : looks[band],
      )}
    >
      {score === null ? <span aria-hidden="true">–</span> : shownScore(score)}
      {!isBeside && <span className="sr-only"> {bandName(band)}</span>}
    </span>
  );
}

/** A score for a table cell: the tile with its interval beside it ("56" · "49 to 68"). The band is named in a cell or badge of its own. */
export function ScoreWithInterval({ score, low, high }: { score: number; low: number; high: number }) {
  const [point, from, to] = [score, low, high].map(shownScore);
  return (
    <span
      className="inline-flex items-baseline gap-1.5 whitespace-nowrap"
      title={m.shell_interval_full({ point: point ?? 0, low: from ?? 0, high: to ?? 0 })}
    >
      <ScoreTile score={score} isBeside /> <span className="text-xs text-muted">{m.shell_interval({ low: from ?? 0, high: to ?? 0 })}</span>
    </span>
  );
}
