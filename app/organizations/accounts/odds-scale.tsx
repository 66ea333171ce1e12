import type { Band } from '#scoring';
import { bandStarts } from '~/ui/shown-score';
import { m } from '~/paraglide/messages';

const fills: Readonly<Record<Band, string>> = {
  low: 'fill-band-low',
  moderate: 'fill-band-moderate',
  elevated: 'fill-band-elevated',
  high: 'fill-band-high',
  severe: 'fill-band-severe',
};
const width = 400;
const marks = [
  { score: 10, odds: '÷ 16' },
  { score: 30, odds: '÷ 4' },
  { score: 50, odds: null },
  { score: 70, odds: '× 4' },
  { score: 90, odds: '× 16' },
];
const at = (score: number) => 1 + (score / 100) * (width - 2);

/** The scale of scores with its bands, and what five scores mean against the average: ten points double the odds (rule R8). */
export function OddsScale() {
  return (
    <svg viewBox={`0 0 ${width} 56`} role="img" aria-label={m.accounts_front_odds_scale()} className="w-full max-w-md">
      {bandStarts.map(({ band, from }, index) => {
        const until = bandStarts[index + 1]?.from ?? 100;
        return (
          <rect
            key={band}
            x={at(from)}
            y={4}
            width={at(until) - at(from)}
            height={12}
            strokeWidth={0.5}
            className={`${fills[band]} stroke-edge`}
          />
        );
      })}
      {marks.map(({ score, odds }) => (
        <g key={score}>
          <line x1={at(score)} x2={at(score)} y1={1} y2={20} className="stroke-ink" strokeWidth={1.25} />
          <text x={at(score)} y={34} textAnchor="middle" className="fill-ink text-[12px]">
            {score}
          </text>
          <text x={at(score)} y={50} textAnchor="middle" className="fill-muted text-[12px]">
            {odds ?? m.accounts_front_average()}
          </text>
        </g>
      ))}
    </svg>
  );
}
