import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { formatDate, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import type { CountOf } from './count-samples';
import { problemLabel } from './labels';
import { mostSamples } from './plan-samples';
import type { StagedShown } from './read-samples.server';

/** What comes of a file with the confirmed columns, and the rows that become no sample. Nothing is in the record yet. */
export function PlanSection({ staged }: { staged: StagedShown }) {
  const { counts, period, inFile, isDrawn, partWeeks, problemCount } = staged;
  const isEmpty = counts.samples === 0;
  return (
    <Section title={m.bulk_samples_plan()} lead={m.bulk_samples_plan_lead()} id="plan">
      {isEmpty ? (
        <Notice tone="warning">{m.bulk_samples_refused_no_samples()}</Notice>
      ) : (
        <KeyValueList columns={2} pairs={pairsOf(staged).map(([label, value]) => ({ key: label, label, value }))} />
      )}
      <ul className="mt-3 grid max-w-prose gap-1 text-muted">
        {period && <li>{m.bulk_samples_plan_period({ from: formatDate(period.from), to: formatDate(period.to) })}</li>}
        {isDrawn && (
          <li>
            {m.bulk_samples_plan_drawn({
              workers: formatNumber(counts.workers),
              all: formatNumber(inFile.workers),
              most: formatNumber(mostSamples),
            })}
          </li>
        )}
        {partWeeks > 0 && <li>{m.bulk_samples_plan_part_weeks({ count: partWeeks })}</li>}
        {staged.kind === 'wage' && counts.kind === 'wage' && counts.unpaid.of < counts.samples && (
          <li>{m.bulk_samples_plan_overtime_unknown()}</li>
        )}
      </ul>
      {problemCount > 0 && (
        <details className="mt-3" open={problemCount <= 12}>
          <summary className="min-h-11 cursor-pointer py-3 font-semibold">{m.bulk_samples_problems({ count: problemCount })}</summary>
          <ul className="grid gap-1" data-problems>
            {staged.problems.map(({ row, letter, code }) => (
              <li key={`${row} ${letter} ${code}`}>
                <strong>
                  {letter === null
                    ? m.bulk_samples_problem_row({ row: formatNumber(row) })
                    : m.bulk_samples_problem_cell({ row: formatNumber(row), letter })}
                </strong>{' '}
                {problemLabel(code)}
              </li>
            ))}
          </ul>
          {problemCount > staged.problems.length && (
            <p className="mt-1 text-muted">{m.bulk_samples_problems_more({ count: problemCount - staged.problems.length })}</p>
          )}
        </details>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button type="submit" name="intent" value="add" variant="primary" disabled={isEmpty}>
          {m.bulk_samples_add({ count: counts.samples })}
        </Button>
        <Button type="submit" name="intent" value="discard" variant="quiet">
          {m.bulk_samples_discard()}
        </Button>
      </div>
    </Section>
  );
}

const countText = ({ found, of }: CountOf): string =>
  of === 0 ? m.shell_unknown() : m.bulk_samples_of({ found: formatNumber(found), of: formatNumber(of) });

function pairsOf({ counts, limit }: StagedShown): [string, string][] {
  const shared: [string, string][] = [
    [m.recorder_hours_workers(), formatNumber(counts.workers)],
    [counts.kind === 'hours' ? m.recorder_hours_weeks() : m.recorder_pay_samples(), formatNumber(counts.samples)],
  ];
  if (counts.kind === 'hours')
    return [
      ...shared,
      [m.recorder_hours_long({ hours: 60 }), countText(counts.long)],
      ...(limit.weekly === null
        ? []
        : ([[m.bulk_samples_above_law({ hours: formatNumber(limit.weekly) }), countText(counts.aboveLaw)]] satisfies [string, string][])),
      [m.recorder_hours_no_rest(), countText(counts.noRest)],
    ];
  return [
    ...shared,
    [m.recorder_pay_below(), countText(counts.below)],
    [m.recorder_pay_overtime(), countText(counts.unpaid)],
    [m.bulk_samples_above_deduction_limit(), countText(counts.deducted)],
    [m.bulk_samples_unexplained(), countText(counts.unexplained)],
  ];
}
