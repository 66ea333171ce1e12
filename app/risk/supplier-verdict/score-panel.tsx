import { Term } from '~/ui/term';
import { basisTerm, intervalTerm, rangeOfRankTerm, severeOrHighRiskTerm, workersConcernedTerm } from '~/platform/terms/glossary-terms';
import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { HasScore } from '#scoring';
import { BandLine } from '~/documents/charts/band-line';
import { shownScore } from '~/ui/shown-score';
import { basisLabel, magnitudeLabel } from '~/documents/charts/labels';
import { magnitudeRange, verdictOf } from '~/risk/scores/verdict';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { BasisMark } from '~/ui/basis-mark';
import { formatDate, formatList, formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { ScoreTile } from '~/ui/score-tile';
import type { SupplierHead } from '~/suppliers/registry/read-supplier.server';
import { Panel } from './panel';
import type { VerdictPage } from './read-verdict-page.server';
import { driverName } from './labels';

type Shown = SerializeFrom<VerdictPage>;

/** The score with its doubt: tile and band, interval on the line of bands, odds, place, workers concerned, what it rests on, child labour and state-imposed labour. */
export function ScorePanel({ page, head, scorePage }: { page: Shown; head: SerializeFrom<SupplierHead>; scorePage: string }) {
  const { result, place, asOf } = page;
  const { reading } = head;
  return (
    <Panel title={m.supplier_verdict_score_title()} actions={page.asOf && <Link to={scorePage}>{m.supplier_verdict_calculated()}</Link>}>
      <div className="mb-3 flex items-center gap-3.5">
        <ScoreTile score={reading?.score ?? null} size="lg" isBeside />
        <div className="min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-2">
            {reading?.band === 'severe' || reading?.band === 'high' ? (
              <Term of={severeOrHighRiskTerm}>
                <BandBadge band={reading.band} size="lg" />
              </Term>
            ) : (
              <BandBadge band={reading?.band ?? null} size="lg" />
            )}
            {reading && (
              <span className="text-muted">
                <Term of={intervalTerm}>{intervalLabel(reading)}</Term>
              </span>
            )}
          </p>
          {result && <p>{verdictOf(result)}</p>}
        </div>
      </div>
      {page.earlierVersion && <p className="mb-2 text-muted">{m.scores_earlier_notice({ version: page.earlierVersion })}</p>}
      {reading && (
        <BandLine
          reading={{ ...reading, ...(place ? { prior: place.median } : {}) }}
          {...(place ? { priorText: m.supplier_verdict_median({ median: formatNumber(shownScore(place.median)) }) } : {})}
          isBrief
        />
      )}
      {reading && (
        <dl className="mt-3 grid gap-px border-y border-line bg-line sm:grid-cols-6 [&>div]:bg-canvas [&>div]:px-2 [&>div]:py-2">
          <Fact
            label={m.supplier_verdict_place()}
            value={
              place
                ? m.supplier_verdict_place_value({ rank: formatNumber(place.rank), of: formatNumber(place.of) })
                : m.scores_place_pending()
            }
            note={
              place && (
                <Term of={rangeOfRankTerm}>
                  {m.supplier_verdict_place_range({ from: formatNumber(place.best), to: formatNumber(place.worst) })}
                </Term>
              )
            }
          />
          <Fact
            label={<Term of={workersConcernedTerm}>{m.scores_people()}</Term>}
            value={result?.people ? magnitudeLabel(result.people.magnitude) : m.shell_unknown()}
            note={peopleNote(result?.people ?? null)}
          />
          {reading.basis && (
            <Fact
              label={<Term of={basisTerm}>{m.supplier_verdict_rests_on()}</Term>}
              value={<BasisMark basis={reading.basis} />}
              note={basisLabel(reading.basis).replace(/^[A-E]\s*:\s*/, '')}
            />
          )}
          {result && <ChildFact result={result} />}
          {result && <StateFact marks={result.stateImposed} />}
        </dl>
      )}
      {result && asOf && <WhyScore page={page} scorePage={scorePage} asOf={asOf} version={result.engineVersion} />}
    </Panel>
  );
}

function Fact({ label, value, note, isHalf = false }: { label: ReactNode; value: ReactNode; note?: ReactNode; isHalf?: boolean }) {
  return (
    <div className={isHalf ? 'sm:col-span-3' : 'sm:col-span-2'}>
      <dt className="text-xs text-muted">{label}</dt>
      <dd>
        <span className="flex items-center gap-2 font-semibold">{value}</span>
        {note && <span className="block text-xs text-muted">{note}</span>}
      </dd>
    </div>
  );
}

function ChildFact({ result: { child } }: { result: Pick<HasScore, 'child'> }) {
  return (
    <Fact
      isHalf
      label={m.supplier_verdict_child()}
      value={
        <>
          <ScoreTile score={child.score} isBeside />
          <BandBadge band={child.band} />
        </>
      }
      note={intervalLabel(child)}
    />
  );
}

function StateFact({ marks }: { marks: HasScore['stateImposed'] }) {
  const isRegion = marks.some(({ reason }) => reason === 'region');
  if (marks.length === 0)
    return (
      <Fact
        isHalf
        label={m.supplier_verdict_state_label()}
        value={m.supplier_verdict_state_none()}
        note={m.supplier_verdict_state_none_note()}
      />
    );
  return (
    <Fact
      isHalf
      label={m.supplier_verdict_state_label()}
      value={
        <>
          <Icon name="state" />
          {isRegion ? m.supplier_verdict_state_region() : m.supplier_verdict_state_country()}
        </>
      }
      note={m.supplier_verdict_state_note()}
    />
  );
}

/** The interval, where it says more than the order of magnitude. */
const peopleNote = (people: HasScore['people']): string | null =>
  people === null ? m.scores_people_unknown() : people.low === people.high ? null : magnitudeRange(people);

/** "90% interval 88 to over 100": what lies beyond the scale is said, since the number shown does not say it. */
function intervalLabel({ low, high }: { low: number; high: number }): string {
  if (shownScore(low) === shownScore(high)) return m.supplier_verdict_interval_beyond();
  const from = formatNumber(shownScore(low));
  return high > 100
    ? m.supplier_verdict_interval_over({ low: from })
    : m.supplier_verdict_interval({ low: from, high: formatNumber(shownScore(high)) });
}

function WhyScore({ page, scorePage, asOf, version }: { page: Shown; scorePage: string; asOf: string; version: string }) {
  const rules = page.drivers;
  return (
    <details className="mt-2">
      <summary className="cursor-pointer text-sm text-accent">{m.supplier_verdict_why()}</summary>
      <div className="mt-2 grid max-w-prose gap-2">
        <p>{m.supplier_verdict_why_score({ version, date: formatDate(asOf) })}</p>
        {rules.length > 0 && (
          <p>{m.supplier_verdict_why_rules({ rules: formatList(rules.map(({ id, rule }) => `${rule} ${driverName(id)}`)) })}</p>
        )}
        <p className="flex flex-wrap gap-x-4">
          <Link to="/methodology">{m.supplier_verdict_why_method()}</Link>
          <Link to={`${scorePage}?steps=all#calculation`}>{m.supplier_verdict_why_trace()}</Link>
        </p>
      </div>
    </details>
  );
}
