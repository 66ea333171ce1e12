import type { ChildShown } from '#scoring';
import { BandLineCompact } from '~/documents/charts/band-line';
import { componentLabel } from '~/documents/charts/labels';
import { oddsLabel } from '~/documents/charts/odds-labels';
import { m } from '~/paraglide/messages';
import { BandBadge, bandName } from '~/ui/band-badge';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import { signedTenth } from './labels';

type Line = ChildShown['components'][number];

/** The score of child labour with its own interval and lines: its own scale, apart from the score of forced labour. */
export function ChildScore({ child }: { child: ChildShown }) {
  const { score, low, high, band, components } = child;
  const [point, from, to] = [score, low, high].map((value) => formatNumber(shownScore(value)));
  const sentence = m.countries_score_sentence({ band: bandName(band), score: point ?? '', low: from ?? '', high: to ?? '' });
  const columns: Column<Line>[] = [
    { key: 'line', header: m.method_column_component(), cell: ({ id }) => lineLabel(id) },
    { key: 'points', header: m.method_column_points(), align: 'end', cell: ({ points }) => signedTenth(points) },
    {
      key: 'odds',
      header: m.scores_column_odds(),
      cell: ({ points, isKnown }) => (isKnown ? oddsLabel(points) : <span className="text-muted italic">{m.method_not_known()}</span>),
    },
  ];
  return (
    <section aria-labelledby="child-labour" className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 id="child-labour" className="text-base">
        {m.countries_child_labour()}
      </h2>
      <BandBadge band={band} size="lg" />
      <BandLineCompact reading={{ score: shownScore(score), low: shownScore(low), high: shownScore(high) }} width={280} title={sentence} />
      <p>{sentence}</p>
      <DataTable caption={m.countries_child_title()} columns={columns} rows={components} rowKey={({ id }) => id} />
      <p className="text-sm text-muted">{m.countries_child_apart()}</p>
    </section>
  );
}

const lineLabel = (id: Line['id']): string => (id === 'young-workers' ? m.scores_child_young() : componentLabel(id));
