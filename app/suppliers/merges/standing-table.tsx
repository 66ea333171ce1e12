import { bandSchema } from '#scoring';
import { SideBySide } from '~/suppliers/duplicates/pair-parts';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { formatNumber } from '~/ui/format';
import { Unknown } from '~/ui/values';
import type { Standing } from './standing.server';

/** Score and tier as they are and as they would be. */
export function StandingTable({ before, after, heads }: { before: Standing; after: Standing; heads?: [string, string] }) {
  return (
    <div className="mt-4">
      <SideBySide
        caption={m.match_merge_score()}
        heads={heads ?? [m.match_before(), m.match_after()]}
        rows={[
          { key: 'score', label: m.match_merge_score(), a: <ScoreText standing={before} />, b: <ScoreText standing={after} /> },
          { key: 'tier', label: m.match_merge_tier(), a: before.tier ?? <Unknown />, b: after.tier ?? <Unknown /> },
        ]}
      />
    </div>
  );
}

function ScoreText({ standing: { score, low, high, band } }: { standing: Standing }) {
  const known = bandSchema.safeParse(band);
  if (score === null || low === null || high === null || !known.success) return <Unknown />;
  const number = (value: number) => formatNumber(value, { digits: 1 });
  return `${bandName(known.data)} · ${number(score)} (${number(low)}–${number(high)})`;
}
