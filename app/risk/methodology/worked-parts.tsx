import { Link } from '@remix-run/react';
import type { Scored } from '#scoring';
import { waterfallHref } from '~/risk/scores/addresses';
import { answerLabel, evidenceLabel, factValue, factLabel, gradeLabel, statusLabel } from '~/risk/scores/labels';
import { writeNumber } from '~/documents/charts/numbers';
import { Waterfall } from '~/documents/charts/waterfall';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { BandBadge } from '~/ui/band-badge';
import { type Column, DataTable } from '~/ui/data-table';
import { formatDate, formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import type { Worked } from './read-worked.server';
import { type HandStep, handSteps } from './worked-steps';
import type { WorkedId } from './worked-inputs';

const titles = {
  spinner: m.methodology_worked_spinner,
  electronics: m.methodology_worked_electronics,
  garments: m.methodology_worked_garments,
  fish: m.methodology_worked_fish,
  office: m.methodology_worked_office,
} satisfies Record<WorkedId, () => string>;
export const workedTitle = (id: WorkedId): string => titles[id]();

const tenth = (value: number) => writeNumber(value, { locale: getLocale(), decimals: 1 });

type Row = { id: WorkedId; result: Scored };

/** The examples beside each other. */
export function WorkedTable({ rows }: { rows: readonly Row[] }) {
  const scored = ({ result }: Row) => (result.status === 'scored' ? result : null);
  const columns: Column<Row>[] = [
    {
      key: 'example',
      header: m.methodology_worked_example(),
      wraps: true,
      cell: ({ id }) => <Link to={`/methodology/worked/${id}`}>{workedTitle(id)}</Link>,
    },
    { key: 'band', header: m.method_column_band(), cell: (row) => <BandBadge band={scored(row)?.band ?? null} /> },
    {
      key: 'score',
      header: m.method_score(),
      align: 'end',
      cell: (row) => <strong>{tenth(scored(row)?.score ?? 0)}</strong>,
    },
    {
      key: 'interval',
      header: m.scores_interval(),
      align: 'end',
      cell: (row) => {
        const { low = 0, high = 0 } = scored(row) ?? {};
        return m.shell_interval({ low: tenth(low), high: tenth(high) });
      },
    },
    {
      key: 'probability',
      header: m.scores_probability(),
      align: 'end',
      cell: (row) => formatPercent(scored(row)?.probability.point ?? 0, { digits: 2 }),
    },
  ];
  return <DataTable caption={m.methodology_worked_title()} columns={columns} rows={rows} rowKey={({ id }) => id} isStacked />;
}

/** The whole input: facts, answers and findings. */
export function WorkedInput({ worked: { input, sector, context } }: { worked: Worked }) {
  const facts = Object.entries(input.facts).map(([field, given]) => {
    const { value } = given;
    return {
      key: field,
      label: factLabel(field),
      value: field === 'sector' ? sector : factValue(field, Array.isArray(value) ? value.join(', ') : value),
    };
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <KeyValueList pairs={facts} columns={2} />
      {context.findings.length > 0 && <Findings findings={context.findings} />}
      {input.instrument !== undefined && <Answers instrument={input.instrument} context={context} />}
    </div>
  );
}

/** How much there is of each kind of input. */
export function InputStatus({ worked: { input, context } }: { worked: Worked }) {
  const counts: [name: string, count: number][] = [
    [m.methodology_worked_facts(), Object.keys(input.facts).length],
    [m.methodology_worked_answer_count(), input.instrument === undefined ? 0 : context.answers.length],
    [m.method_findings_title(), context.findings.length],
  ];
  return counts.flatMap(([name, count]) => (count === 0 ? [] : [m.shell_named({ name, text: formatNumber(count) })])).join(' · ');
}

function Findings({ findings }: { findings: Worked['context']['findings'] }) {
  const columns: Column<(typeof findings)[number]>[] = [
    { key: 'grade', header: m.method_column_grade(), cell: ({ grade }) => gradeLabel(grade) },
    { key: 'status', header: m.method_column_status(), cell: ({ status }) => statusLabel(status) },
    { key: 'evidence', header: m.methodology_controls_evidence(), cell: ({ evidence }) => evidenceLabel(evidence) },
  ];
  return <DataTable caption={m.method_findings_title()} columns={columns} rows={findings} rowKey={({ id }) => id} isCaptionShown />;
}

function Answers({ instrument, context: { answers, questions } }: { instrument: string; context: Worked['context'] }) {
  const caption = m.methodology_worked_answers({ questionnaire: instrument });
  const columns: Column<(typeof answers)[number]>[] = [
    {
      key: 'question',
      header: m.methodology_controls_question(),
      wraps: true,
      cell: ({ question }) => (
        <span className="block sm:min-w-64">
          <span className="font-mono text-xs text-muted">{question}</span>{' '}
          <span lang={questions[question]?.lang}>{questions[question]?.text}</span>
        </span>
      ),
    },
    {
      key: 'answer',
      header: m.methodology_controls_answer(),
      cell: ({ value }) => (typeof value === 'number' ? numberWord(value) : answerLabel(value)),
    },
    { key: 'evidence', header: m.methodology_controls_evidence(), cell: ({ evidence }) => evidenceLabel(evidence) },
    { key: 'date', header: m.methodology_worked_answered_on(), cell: ({ answeredOn }) => formatDate(answeredOn) },
  ];
  return (
    <details open>
      <summary className="mb-2 font-semibold">{caption}</summary>
      <DataTable caption={caption} columns={columns} rows={answers} rowKey={({ question }) => question} isStacked />
      <p className="mt-2">
        <Link to="/methodology/controls">{m.methodology_controls_link()}</Link>
      </p>
    </details>
  );
}

/** A grade from 0 to 4, or a percentage: no example gives one of 4 or less. */
const numberWord = (value: number) =>
  value > 4 ? formatPercent(value / 100) : m.methodology_controls_of_4({ answer: formatNumber(value) });

/** The bars of the score, each of which leads to its step of the calculation. */
export function WorkedWaterfall({ result }: Pick<Worked, 'result'>) {
  const ids = { components: result.components.map(({ id }) => id), domains: result.domains.map(({ domain }) => domain) };
  return <Waterfall result={result} hrefFor={(rowId) => waterfallHref(rowId, ids)} />;
}

/** From the points of the lines to score, interval, probability and people, with the numbers put in. */
export function HandTable({ worked }: { worked: Worked }) {
  const columns: Column<HandStep>[] = [
    { key: 'step', header: m.methodology_worked_step(), wraps: true, cell: ({ name }) => name },
    {
      key: 'formula',
      header: m.methodology_worked_formula(),
      wraps: true,
      cell: ({ formula }) => <span className="block font-mono text-xs sm:min-w-64">{formula}</span>,
    },
    { key: 'result', header: m.methodology_worked_result(), align: 'end', cell: ({ result }) => <strong>{result}</strong> },
    { key: 'rule', header: m.method_column_rule(), cell: ({ rule }) => <Link to={`/methodology/${rule}`}>{ruleLabel(rule)}</Link> },
  ];
  return <DataTable caption={m.methodology_worked_hand()} columns={columns} rows={handSteps(worked)} rowKey={({ key }) => key} isStacked />;
}

/** How many steps lead to the score. */
export const HandStatus = ({ worked }: { worked: Worked }) =>
  m.shell_named({ name: m.methodology_worked_steps(), text: formatNumber(handSteps(worked).length) });

const ruleLabel = (rule: string): string => (/^R\d+$/.test(rule) ? rule : m.countries_child_labour());
