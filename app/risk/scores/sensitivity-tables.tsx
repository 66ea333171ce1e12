import { Link, useSearchParams } from '@remix-run/react';
import { evidenceGrades } from '#scoring';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { type Column, DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { formatNumber, formatPercent } from '~/ui/format';
import { Select } from '~/ui/select';
import type { Sensitivity, TellingFact } from './sensitivity.server';
import { answerLabel, evidenceLabel, factValue, factLabel } from './labels';

const tenth = (value: number) => formatNumber(value, { digits: 1 });
type Answer = Sensitivity['answers'][number];

/** The facts that are not known, the one first that would most probably move the score to another band, with what they could turn out to be. */
export function TellingTable({ telling, editTo }: { telling: readonly TellingFact[]; editTo: string | null }) {
  const columns: Column<TellingFact>[] = [
    {
      key: 'fact',
      header: m.what_if_column_fact(),
      wraps: true,
      cell: ({ field }) => (editTo ? <Link to={`${editTo}#field-${field}`}>{factLabel(field)}</Link> : factLabel(field)),
    },
    {
      key: 'band',
      header: m.scores_column_changes_band(),
      align: 'end',
      cell: ({ changesBand }) => <strong>{formatPercent(changesBand)}</strong>,
    },
    { key: 'narrows', header: m.scores_column_narrows(), align: 'end', cell: ({ narrowsBy }) => tenth(narrowsBy) },
    { key: 'best', header: m.what_if_column_best(), cell: ({ field, best }) => <SupposedScore field={field} {...best} /> },
    { key: 'worst', header: m.what_if_column_worst(), cell: ({ field, worst }) => <SupposedScore field={field} {...worst} /> },
  ];
  return <DataTable caption={m.what_if_narrow_title()} columns={columns} rows={telling} rowKey={({ field }) => field} />;
}

function SupposedScore({ field, value, score, low, high }: { field: string } & TellingFact['best']) {
  return (
    <span className="whitespace-nowrap">
      <strong>{tenth(score)}</strong> <span className="text-xs text-muted">{m.shell_interval({ low: tenth(low), high: tenth(high) })}</span>{' '}
      <span className="block max-w-60 truncate text-xs text-muted">{factValue(field, value)}</span>
    </span>
  );
}

/** The answers that would lower the score most, each alone and all together, when shown by one grade of evidence. */
export function LowerScoreTable({ sensitivity, base, supplier }: { sensitivity: Sensitivity; base: string; supplier: string }) {
  const { answers, together, evidence, isAsked } = sensitivity;
  const columns: Column<Answer>[] = [
    {
      key: 'question',
      header: m.what_if_column_question(),
      wraps: true,
      cell: ({ question, text, lang, section, responseId }) => (
        <span className="block min-w-56">
          <Link
            to={
              responseId && section
                ? `${base}/responses/${responseId}/questions/${section}#${question}`
                : `${base}/responses/new?supplier=${supplier}`
            }
            lang={lang}
          >
            {text}
          </Link>{' '}
          <span className="text-xs text-muted">{question}</span>
        </span>
      ),
    },
    {
      key: 'now',
      header: m.what_if_column_now(),
      cell: ({ now }) => (now === null ? <span className="text-muted italic">{m.what_if_not_answered()}</span> : answerLabel(now)),
    },
    { key: 'lowers', header: m.what_if_column_lowers(), align: 'end', cell: ({ lowers }) => <strong>{tenth(lowers)}</strong> },
    { key: 'score', header: m.what_if_column_score_then(), align: 'end', cell: ({ score }) => tenth(score) },
  ];
  return (
    <div className="grid grid-cols-1 gap-4">
      <EvidenceForm evidence={evidence} />
      {!isAsked && <p className="text-muted">{m.what_if_not_asked()}</p>}
      <DataTable
        caption={m.what_if_lower_title()}
        columns={columns}
        rows={answers}
        rowKey={({ question }) => question}
        empty={<p className="text-muted">{m.what_if_lower_none()}</p>}
      />
      {together && answers.length > 1 && (
        <p>{m.what_if_together({ count: answers.length, lowers: tenth(together.lowers), score: tenth(together.score) })}</p>
      )}
    </div>
  );
}

function EvidenceForm({ evidence }: { evidence: Sensitivity['evidence'] }) {
  const [params] = useSearchParams();
  const score = params.get('score');
  return (
    <Form method="get" action="#lower" preventScrollReset className="flex flex-wrap items-end gap-3" data-print="none">
      {score && <input type="hidden" name="score" value={score} />}
      <Select
        name="evidence"
        label={m.what_if_evidence_label()}
        defaultValue={evidence}
        options={evidenceGrades.filter((grade) => grade !== 'none').map((grade) => ({ value: grade, label: evidenceLabel(grade) }))}
      />
      <Button>{m.what_if_evidence_show()}</Button>
    </Form>
  );
}
