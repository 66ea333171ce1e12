import type { HasScore } from '#scoring';
import { BandLine } from '~/documents/charts/band-line';
import { basisLabel, magnitudeLabel, readingOf } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { BandBadge, bandName } from '~/ui/band-badge';
import { formatNumber } from '~/ui/format';
import { KeyValueList, type Pair } from '~/ui/key-value';
import { shownScore } from '~/ui/shown-score';
import { ChildScore } from './child-score';
import type { PlaceInList } from './read-place.server';
import { TableLink } from './table-link';
import { StateImposedMarks } from './state-imposed-marks';
import { magnitudeRange, placeSentence, probabilityLabel, verdictOf } from './verdict';

/**
 * The answer first: band and score, what the score means in one sentence, how sure it is and what it rests on. Beside it, and never mixed with it, the score of
 * child labour. `place` is left out for a score that no list shows; its `range` is null until it is drawn.
 */
export function ScoreSummary({ result, place }: { result: HasScore; place?: { range: PlaceInList | null } | null }) {
  const { band, score, stateImposed } = result;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-lg">
          <BandBadge band={band} size="lg" />
          <strong>{m.scores_of_hundred({ score: formatNumber(shownScore(score)) })}</strong>
          <span>{verdictOf(result)}</span>
        </p>
        <StateImposedMarks marks={stateImposed} />
        <BandLine reading={readingOf(result)} />
        <KeyValueList pairs={pairsOf(result, place)} />
        <OwnTables vintages={result.vintages} />
        {(band === 'low' || band === 'moderate') && <p className="text-muted">{m.scores_never_clean()}</p>}
      </div>
      <ChildScore child={result.child} />
    </div>
  );
}

/** Names the organization's own editions of tables that a score was read from. */
function OwnTables({ vintages }: Pick<HasScore, 'vintages'>) {
  const own = Object.entries(vintages).flatMap(([key, title]) =>
    key.startsWith('own:') ? [{ hash: key.slice('own:'.length), title }] : [],
  );
  if (own.length === 0) return null;
  return (
    <p className="text-muted">
      {m.reference_tables_score_note()}
      {': '}
      {own.map(({ hash, title }, at) => (
        <span key={hash}>
          {at > 0 && ', '}
          <TableLink href={`settings/reference-tables/${hash}`}>{title}</TableLink>
        </span>
      ))}
    </p>
  );
}

function pairsOf(result: HasScore, place: { range: PlaceInList | null } | null | undefined): Pair[] {
  const { low, high, bandLow, bandHigh, basis, probability, people } = result;
  return [
    {
      key: 'interval',
      label: m.scores_interval(),
      value: intervalLabel(low, high),
      note:
        bandLow === bandHigh
          ? m.method_summary_same_band({ band: bandName(bandLow) })
          : m.method_summary_bands({ low: bandName(bandLow), high: bandName(bandHigh) }),
    },
    {
      key: 'basis',
      label: m.scores_basis(),
      value: basisLabel(basis.grade),
      note: basisNote(basis),
    },
    ...(place
      ? [{ key: 'place', label: m.scores_place_label(), value: place.range ? placeSentence(place.range) : m.scores_place_pending() }]
      : []),
    {
      key: 'probability',
      label: m.scores_probability(),
      value: probabilityLabel(probability.point),
      note: m.scores_between({ low: probabilityLabel(probability.low), high: probabilityLabel(probability.high) }),
    },
    people === null
      ? { key: 'people', label: m.scores_people(), value: m.scores_people_unknown() }
      : {
          key: 'people',
          label: m.scores_people(),
          value: magnitudeLabel(people.magnitude),
          note: m.scores_people_note({ range: magnitudeRange(people) }),
        },
  ];
}

/** "44 to 68"; one number where the whole interval is at one end of the scale. */
function intervalLabel(low: number, high: number): string {
  const [from, to] = [formatNumber(shownScore(low)), formatNumber(shownScore(high))];
  return from === to ? from : m.shell_interval({ low: from, high: to });
}

function basisNote({ grade, loweredBy }: HasScore['basis']): string | undefined {
  if (loweredBy !== undefined) return m.scores_basis_lowered({ code: loweredBy });
  return grade === 'E' ? m.scores_basis_no_sector() : undefined;
}
