import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Section } from '~/ui/page-header';
import { QuestionLinks } from '~/questionnaires/responses/question-links';
import type { ResponseResult } from './read-result.server';

type Result = Extract<SerializeFrom<ResponseResult>, { kind: 'review' }>;

/** The result of a review, point by point: met, not met, not assessed. No total. */
export function ReviewResult({ result, here }: { result: Result; here: string }) {
  const unmet = result.points.reduce((sum, point) => sum + point.notMet.length + point.partly.length, 0);
  return (
    <Section title={m.carry_over_review_title()} lead={m.carry_over_review_lead()} id="result">
      <p className="my-3 max-w-prose">{unmet === 0 ? m.carry_over_review_none() : m.carry_over_review_unmet({ items: unmet })}</p>
      <DataTable
        caption={m.carry_over_review_title()}
        rows={result.points}
        rowKey={(point) => point.key}
        columns={[
          { key: 'point', header: m.carry_over_review_point(), wraps: true, cell: (point) => `${point.key} · ${point.title}` },
          { key: 'met', header: m.carry_over_review_met(), align: 'end', cell: (point) => point.met },
          { key: 'open', header: m.carry_over_review_open(), align: 'end', cell: (point) => point.open },
          {
            key: 'unmet',
            header: m.carry_over_review_not_met(),
            wraps: true,
            cell: (point) => <Unmet notMet={point.notMet} partly={point.partly} here={here} />,
          },
        ]}
      />
    </Section>
  );
}

function Unmet({ notMet, partly, here }: { notMet: Result['points'][number]['notMet']; partly: typeof notMet; here: string }) {
  if (notMet.length + partly.length === 0) return '—';
  return (
    <div className="grid gap-1">
      {notMet.length > 0 && <QuestionLinks questions={notMet} here={here} />}
      {partly.length > 0 && (
        <div>
          <span className="text-muted">{m.carry_over_review_partly()}</span>
          <QuestionLinks questions={partly} here={here} />
        </div>
      )}
    </div>
  );
}
