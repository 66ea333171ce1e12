import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatDate } from '~/ui/format';
import { DateText } from '~/ui/values';
import type { CountedAnswers } from './counted-answers.server';
import { evidenceLabel } from './labels';

type Shown = SerializeFrom<CountedAnswers>;
type Questionnaire = Shown['questionnaires'][number];
type Question = Shown['questions'][number];

const reasons: Readonly<Record<Question['aside'][number]['because'], () => string>> = {
  newer: m.method_counted_newer,
  coarser: m.method_counted_coarser,
  'not-applicable': m.method_counted_not_applicable,
  near: m.method_counted_near,
  'red-flag': m.method_counted_red_flag,
};

/** From which questionnaires the answers of a score come; where several count, what each question's answer was chosen over. */
export function CountedAnswersShown({ counted, base }: { counted: Shown; base: string }) {
  const [only] = counted.questionnaires;
  if (!only) return null;
  if (counted.questionnaires.length === 1)
    return (
      <p>
        {m.method_counted_one()} <Named of={only} base={base} />
        {only.submittedAt && (
          <>
            {', '}
            <DateText value={only.submittedAt} />
          </>
        )}
      </p>
    );
  const named = new Map(counted.questionnaires.map((each) => [each.id, each]));
  const name = (id: string) => named.get(id)?.title ?? m.method_counted_gone();
  return (
    <div className="grid gap-6">
      <DataTable
        caption={m.method_counted_title()}
        rows={counted.questionnaires}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: m.method_counted_questionnaire(), wraps: true, cell: (each) => <Named of={each} base={base} /> },
          { key: 'at', header: m.method_counted_submitted(), cell: ({ submittedAt }) => submittedAt && <DateText value={submittedAt} /> },
          { key: 'counted', header: m.method_counted_count(), align: 'end', cell: ({ counted: count }) => count },
          { key: 'aside', header: m.method_counted_aside(), align: 'end', cell: ({ aside }) => aside },
        ]}
      />
      {counted.questions.length > 0 && (
        <details>
          <summary className="cursor-pointer font-semibold">
            {m.method_counted_questions()} ({counted.questions.length})
          </summary>
          <div className="mt-3">
            <DataTable
              caption={m.method_counted_questions()}
              rows={counted.questions}
              rowKey={({ question }) => question}
              columns={[
                {
                  key: 'question',
                  header: m.method_counted_question(),
                  wraps: true,
                  cell: ({ question, text }) => `${question} · ${text}`,
                },
                {
                  key: 'counts',
                  header: m.method_counted_counts(),
                  wraps: true,
                  cell: ({ counts }) => (
                    <>
                      <strong>{counts.answer}</strong>
                      <span className="block text-xs text-muted">
                        {[name(counts.questionnaire), formatDate(counts.answeredOn), evidenceLabel(counts.evidence)].join(' · ')}
                      </span>
                    </>
                  ),
                },
                {
                  key: 'aside',
                  header: m.method_counted_not(),
                  wraps: true,
                  cell: ({ aside }) => (
                    <ul className="grid gap-1">
                      {aside.map((each) => (
                        <li key={`${each.questionnaire} ${each.answeredOn} ${each.answer}`}>
                          {each.answer}
                          <span className="block text-xs text-muted">
                            {[
                              name(each.questionnaire),
                              formatDate(each.answeredOn),
                              reasons[each.because](),
                              ...(each.contradicts ? [m.method_counted_contradicts()] : []),
                            ].join(' · ')}
                          </span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          </div>
        </details>
      )}
    </div>
  );
}

function Named({ of: { id, title }, base }: { of: Questionnaire; base: string }) {
  if (title === null) return <span className="text-muted">{m.method_counted_gone()}</span>;
  return (
    <Link to={`${base}/responses/${id}`} className="text-accent underline">
      {title}
    </Link>
  );
}
