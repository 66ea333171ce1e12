import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { useId } from 'react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { drawScoreSteps } from '~/documents/charts/score-steps-geometry';
import { scoreLabel } from '~/documents/charts/labels';
import { shownScore } from '~/ui/shown-score';
import { changeLabel } from '~/risk/scores/change-labels';
import type { ScoreChange } from '~/risk/scores/describe-changes';
import type { ScoreSteps } from '~/risk/scores/read-score-steps.server';
import { m } from '~/paraglide/messages';
import { formatDate, formatNumber } from '~/ui/format';
import { Panel } from './panel';

type Steps = SerializeFrom<ScoreSteps>;

/** How the score changed, with a title that states the last change and its cause. Nothing before the first score. */
export function HistoryPanel({ steps, historyHref }: { steps: Steps; historyHref: string }) {
  const titleId = useId();
  const { points } = steps;
  if (points.length === 0) return null;
  return (
    <Panel
      title={<span id={titleId}>{historyTitle(steps)}</span>}
      actions={<Link to={historyHref}>{m.supplier_verdict_history_all()}</Link>}
    >
      {points.length === 1 ? (
        <p className="text-muted">{m.supplier_verdict_history_first_text()}</p>
      ) : (
        <figure className="chart-figure">
          <DrawingSvg
            drawing={drawScoreSteps(points, {
              width: 520,
              height: 110,
              dateLabel: (on) => formatDate(on),
              scoreLabel: (score) => scoreLabel(score),
            })}
            label={{ id: titleId }}
          />
          <details className="chart-table">
            <summary>{m.supplier_report_chart_as_table()}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{m.supplier_verdict_history_date()}</th>
                  <th scope="col">{m.supplier_report_chart_score()}</th>
                  <th scope="col">{m.supplier_report_chart_low()}</th>
                  <th scope="col">{m.supplier_report_chart_high()}</th>
                </tr>
              </thead>
              <tbody>
                {points.toReversed().map(({ id, on, score, low, high }) => (
                  <tr key={id}>
                    <th scope="row">{formatDate(on)}</th>
                    {[score, low, high].map((value, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: three numbers in one order
                      <td key={at}>{formatNumber(shownScore(value))}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </figure>
      )}
    </Panel>
  );
}

function historyTitle({ points, change }: Steps): string {
  const [first] = points;
  const since = formatDate(first?.on ?? '');
  if (change === null)
    return points.length === 1 ? m.supplier_verdict_history_first({ date: since }) : m.supplier_verdict_history_same({ date: since });
  const given = { by: formatNumber(Math.abs(change.by)), date: formatDate(change.on), cause: causeText(change) };
  return change.by > 0 ? m.supplier_verdict_history_up(given) : m.supplier_verdict_history_down(given);
}

const rising = [
  'overrides',
  'findings',
  'facts',
  'own-tables',
  'tables',
  'method',
  'answers',
  'liftings',
  'day',
] as const satisfies readonly ScoreChange['kind'][];
const falling = [
  'liftings',
  'answers',
  'facts',
  'own-tables',
  'tables',
  'method',
  'findings',
  'overrides',
  'day',
] as const satisfies readonly ScoreChange['kind'][];

/** The cause that most probably moved the score this way, and how many others there were: the whole list is in the history. */
function causeText({ by, causes }: NonNullable<Steps['change']>): string {
  const order: readonly ScoreChange['kind'][] = by > 0 ? rising : falling;
  const [first, ...others] = causes.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  if (!first) return m.method_change_day();
  const [shown, hidden] = first.kind === 'facts' ? [{ ...first, fields: first.fields.slice(0, 1) }, first.fields.length - 1] : [first, 0];
  const count = others.length + hidden;
  return count === 0 ? changeLabel(shown) : m.supplier_verdict_history_more({ cause: changeLabel(shown), count });
}
