import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { compareMethods, daysOfChange, readComparison } from '~/risk/methodology/compare-methods.server';
import { ComparisonForm, ComparisonTables } from '~/risk/methodology/comparison-parts';
import { ExampleScore } from '~/risk/methodology/overview-parts';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';

export function loader({ request }: LoaderFunctionArgs) {
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const { searchParams } = new URL(request.url);
  const asked = readComparison(searchParams, today);
  return {
    days: daysOfChange().filter((day) => day <= today),
    today,
    typed: { from: givenText(searchParams, 'from'), to: givenText(searchParams, 'to') },
    problem: 'problem' in asked ? asked : null,
    comparison: 'problem' in asked ? null : compareMethods(asked.from, asked.to),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.method_compare_title()} · Manumit` }];

export default function CompareMethods() {
  const { days, today, typed, problem, comparison } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHeader
        title={m.method_compare_title()}
        lead={m.method_compare_lead()}
        breadcrumbs={[{ label: m.shell_nav_method(), to: '/methodology' }, { label: m.method_compare_title() }]}
      />
      <p className="mb-6 max-w-prose text-muted">{m.methodology_compare_method()}</p>
      <ComparisonForm from={comparison?.from ?? typed.from} to={comparison?.to ?? typed.to} first={days.at(-1) ?? today} />
      {problem && (
        <Notice tone="warning" title={m.method_compare_refused()}>
          {problem.problem === 'no-date' ? m.method_compare_no_date() : m.method_compare_before_first({ date: formatDate(problem.first) })}
        </Notice>
      )}
      {comparison && (
        <div className="prose-page max-w-none!">
          <ComparisonTables comparison={comparison} />
          <h2>{m.method_compare_example()}</h2>
          <p className="max-w-[42rem]">{m.method_compare_example_text()}</p>
          <div className="grid gap-10 xl:grid-cols-2">
            {([comparison.examples.before, comparison.examples.after] as const).map((result, index) => (
              <section key={index === 0 ? 'before' : 'after'} className="min-w-0">
                <h3>{formatDate(index === 0 ? comparison.from : comparison.to)}</h3>
                <ExampleScore result={result} />
              </section>
            ))}
          </div>
        </div>
      )}
      <div className="prose-page">
        <h2>{m.method_compare_days()}</h2>
        <p>{m.method_compare_days_text()}</p>
        <ul>
          {days.map((day) => (
            <li key={day}>
              <Link to={`?from=${day}&to=${today}`}>{m.method_compare_since({ date: formatDate(day) })}</Link>
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
