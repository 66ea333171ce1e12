import { Link } from '@remix-run/react';
import { domainLabel } from '~/documents/charts/labels';
import { indicatorLabel } from '~/platform/terms/indicator-label';
import { plain } from '~/risk/scores/trace-units';
import { answerLabel, evidenceLabel, gradeLabel } from '~/risk/scores/labels';
import { writeNumber } from '~/documents/charts/numbers';
import { getLocale } from '~/paraglide/runtime';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { FoldedSection } from '~/ui/fold';
import { formatNumber } from '~/ui/format';
import { NumberTable } from './number-table';
import type { ControlLimit, ControlQuestionnaire, ControlRow, Controls } from './read-controls.server';

/** What the kinds of evidence and the age of an answer are worth, and each answer of each scale. */
export function FactorTables({ evidence, age, values }: Pick<Controls, 'evidence' | 'age' | 'values'>) {
  const grades = ['none', 'self-declared', 'document-uploaded', 'document-checked', 'audit-announced', 'audit-unannounced'] as const;
  const scales = [
    ...values.YNP.map(({ answer, value }) => ({ key: answer, name: answerLabel(answer), cells: [plain(value)] })),
    ...values.G4.map(({ answer, value }) => ({
      key: `G4-${answer}`,
      name: m.methodology_controls_of_4({ answer: formatNumber(answer) }),
      cells: [plain(value)],
    })),
    { key: 'PCT', name: m.methodology_controls_percentage(), cells: [m.methodology_controls_by_100()] },
    { key: 'dont-know', name: m.methodology_controls_unknown(), cells: [plain(0)] },
    { key: 'not-applicable', name: answerLabel('not-applicable'), cells: [m.methodology_controls_out()] },
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 md:grid-cols-2">
      <NumberTable
        caption={m.methodology_controls_values()}
        nameHeader={m.methodology_controls_answer()}
        headers={[m.methodology_controls_value()]}
        rows={scales}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
        <NumberTable
          caption={m.methodology_controls_evidence()}
          nameHeader={m.methodology_controls_evidence()}
          headers={[m.methodology_controls_factor()]}
          rows={grades.map((grade) => ({ key: grade, name: evidenceLabel(grade), cells: [plain(evidence[grade])] }))}
        />
        <NumberTable
          caption={m.methodology_controls_age()}
          nameHeader={m.methodology_controls_age()}
          headers={[m.methodology_controls_factor()]}
          rows={[
            ...age.steps.map(([months = 0, factor = 0]) => ({
              key: String(months),
              name: m.methodology_controls_months({ months: formatNumber(months) }),
              cells: [plain(factor)],
            })),
            { key: 'older', name: m.methodology_controls_older(), cells: [plain(age.older)] },
          ]}
        />
      </div>
    </div>
  );
}

/** The weights of the domains of a questionnaire; of a short form also what it leaves out. */
export function DomainWeightTable({ questionnaire }: { questionnaire: ControlQuestionnaire }) {
  const { whole, domains } = questionnaire;
  return (
    <NumberTable
      caption={m.methodology_controls_domains()}
      nameHeader={m.method_column_domain()}
      headers={[
        m.methodology_controls_of_100(),
        m.methodology_controls_questions(),
        m.methodology_controls_sum(),
        ...(whole === null ? [] : [m.methodology_controls_left_out()]),
      ]}
      rows={domains.map(({ domain, weight, questions, asked, leftOut }) => ({
        key: domain,
        name: domainLabel(domain),
        cells: [plain(weight), formatNumber(questions), plain(asked), ...(whole === null ? [] : [plain(leftOut)])],
      }))}
    />
  );
}

/** Every question of a questionnaire, folded by section, with its scale, its weight and what limits its credit. */
export function ControlSections({ questionnaire }: { questionnaire: ControlQuestionnaire }) {
  const keys = [...new Set(questionnaire.rows.map(({ section }) => section.key))];
  return keys.map((key) => {
    const rows = questionnaire.rows.filter(({ section }) => section.key === key);
    const title = rows[0]?.section.title;
    const flags = rows.filter(({ raises }) => raises).length;
    const status = [
      m.methodology_questions_status({ count: rows.length }),
      ...(flags === 0 ? [] : [m.methodology_red_flags_status({ count: flags })]),
    ];
    return (
      <FoldedSection
        key={key}
        id={`${questionnaire.key.split('@')[0]}-${key}`}
        level="h3"
        title={<span lang={title?.lang}>{title?.text}</span>}
        status={status.join(' · ')}
      >
        <ControlTable rows={rows} caption={title?.text ?? key} />
      </FoldedSection>
    );
  });
}

function ControlTable({ rows, caption }: { rows: readonly ControlRow[]; caption: string }) {
  const columns: Column<ControlRow>[] = [
    {
      key: 'question',
      header: m.methodology_controls_question(),
      wraps: true,
      cell: ({ key, text }) => (
        <span className="block sm:min-w-56">
          <span className="font-mono text-xs text-muted">{key}</span> <span lang={text.lang}>{text.text}</span>
        </span>
      ),
    },
    {
      key: 'domain',
      header: m.methodology_controls_domain_scale(),
      wraps: true,
      cell: ({ domain, kind, worth }) => (
        <>
          {domain !== null && domainLabel(domain)}
          <span className="block text-xs text-muted">{scaleLabel(kind)}</span>
          {worth.length > 0 && (
            <span className="block font-mono text-xs text-muted">
              {worth.map(({ answer, value }) => `${answer} ${plain(value)}`).join(' · ')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'weight',
      header: m.methodology_controls_weight(),
      align: 'end',
      cell: ({ kind, weight }) => (isCounted(kind) ? plain(weight) : '—'),
    },
    {
      key: 'most',
      header: m.methodology_controls_most(),
      align: 'end',
      cell: ({ kind, mostPoints }) => (isCounted(kind) ? writeNumber(-mostPoints, { locale: getLocale(), decimals: 2 }) : '—'),
    },
    { key: 'rules', header: m.methodology_controls_rules(), wraps: true, cell: (row) => <Rules row={row} /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} isStacked />;
}

const isCounted = (kind: ControlRow['kind']) => kind !== 'RF' && kind !== 'FACT';

const scaleWords = {
  G4: m.methodology_controls_scale_g4,
  YNP: m.methodology_controls_scale_ynp,
  PCT: m.methodology_controls_scale_pct,
  RF: m.methodology_controls_scale_rf,
  PICK: m.methodology_controls_scale_pick,
  TICKS: m.methodology_controls_scale_ticks,
  FACT: m.methodology_controls_scale_fact,
} satisfies Record<ControlRow['kind'], () => string>;
const scaleLabel = (kind: ControlRow['kind']): string => scaleWords[kind]();

function Rules({ row: { limits, raises, mayBeNotApplicable, kind } }: { row: ControlRow }) {
  const said = [
    ...(raises
      ? [
          raises.indicator === null
            ? m.methodology_controls_raises({ grade: gradeLabel(raises.grade) })
            : m.methodology_controls_raises_indicator({ grade: gradeLabel(raises.grade), indicator: indicatorLabel(raises.indicator) }),
        ]
      : []),
    ...limits.map(limitWords),
    ...(mayBeNotApplicable && isCounted(kind) ? [m.methodology_controls_may_not_apply()] : []),
  ];
  if (said.length === 0) return '—';
  return (
    <ul className="grid gap-1 text-sm sm:min-w-44">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function limitWords(limit: ControlLimit): string {
  switch (limit.kind) {
    case 'parent':
      return m.methodology_controls_parent({ question: limit.question, answer: limit.unless.map((each) => answerLabel(each)).join(', ') });
    case 'ticked':
      return m.methodology_controls_ticked({ question: limit.question, answer: limit.ticked.join(', ') });
    case 'flag':
      return m.methodology_controls_flag({ question: limit.question, answer: limit.is.map((each) => answerLabel(each)).join(', ') });
    case 'indicator':
      return m.methodology_controls_indicator({ indicator: indicatorLabel(limit.indicator) });
    case 'cap':
      return m.methodology_controls_cap({ question: limit.question, below: formatNumber(limit.below), cap: plain(limit.cap) });
    case 'ceiling':
      return m.methodology_controls_ceiling({ question: limit.question });
  }
}

/** The formula of the credit of controls, step by step. */
export function ControlFormula({ most }: Pick<Controls, 'most'>) {
  const steps = [
    m.methodology_controls_formula_answer(),
    m.methodology_controls_formula_domain(),
    m.methodology_controls_formula_points({ most: formatNumber(most.all) }),
    m.methodology_controls_formula_claimed({ claimed: formatNumber(most.claimed) }),
  ];
  return (
    <>
      <ol className="grid max-w-prose list-decimal gap-2 ps-5">
        {steps.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ol>
      <p className="mt-3 max-w-prose">{m.methodology_controls_void_any()}</p>
      <p className="mt-2 max-w-prose">{m.methodology_controls_cap_unknown()}</p>
      <p className="mt-2 max-w-prose">
        {m.methodology_controls_ruled_out()} <Link to="/methodology/R5">{m.method_rule({ rule: 'R5' })}</Link>
      </p>
    </>
  );
}
