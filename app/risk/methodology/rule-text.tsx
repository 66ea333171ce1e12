import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageContents } from './page-contents';
import { ParameterValue } from './parameter-value';
import type { ShownParameter, ShownRule, ShownSupplement } from './read-rules.server';

/** The text of a rule, with its sources. */
export function RuleText({ rule }: { rule: ShownRule | ShownSupplement }) {
  return (
    <>
      {rule.status === 'follows' && <Notice title={m.method_rule_follows()}>{m.method_rule_follows_text()}</Notice>}
      <div lang={rule.lang} className="grid gap-4">
        {rule.words.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <h2>{m.method_sources()}</h2>
      <ul lang="en">
        {rule.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </>
  );
}

/** As many numbers have a list of them first. */
const listedFrom = 4;

/** The dated numbers of a rule: value, unit, since when, reason and source; earlier values below. */
export function ParameterList({ parameters }: { parameters: readonly ShownParameter[] }) {
  return (
    <div className="grid gap-10">
      {parameters.length >= listedFrom && <PageContents anchors={parameters.map(({ id }) => [id, id] as const)} />}
      {parameters.map((parameter) => (
        <section key={parameter.id} id={parameter.id} className="grid scroll-mt-20 gap-3 border-t border-line pt-4 target:border-accent">
          <h3 className="flex flex-wrap items-baseline gap-x-3">
            <a href={`#${parameter.id}`} className="font-mono text-sm text-ink no-underline">
              {parameter.id}
            </a>
            <span lang="en" className="text-sm font-normal text-muted">
              {parameter.unit}
            </span>
          </h3>
          {parameter.values.map((dated) =>
            dated.isInForce ? (
              <DatedValue key={dated.effectiveFrom} id={parameter.id} dated={dated} />
            ) : (
              <details key={dated.effectiveFrom}>
                <summary className="text-sm text-muted">{m.method_value_other({ date: formatDate(dated.effectiveFrom) })}</summary>
                <DatedValue id={parameter.id} dated={dated} />
              </details>
            ),
          )}
        </section>
      ))}
    </div>
  );
}

function DatedValue({ id, dated }: { id: string; dated: ShownParameter['values'][number] }) {
  return (
    <div className="grid gap-3">
      <ParameterValue id={id} value={dated.value} />
      <dl className="grid gap-1 text-sm sm:grid-cols-[8rem_1fr]">
        <dt className="text-muted">{m.method_since()}</dt>
        <dd>{formatDate(dated.effectiveFrom)}</dd>
        <dt className="text-muted">{m.method_why()}</dt>
        <dd lang="en">{dated.reason}</dd>
        <dt className="text-muted">{m.method_after()}</dt>
        <dd lang="en">{dated.source}</dd>
      </dl>
    </div>
  );
}

/** Links to the tables that a rule reads. */
export function TableLinks({ tables }: { tables: readonly { id: string; title: string; vintage: string }[] }) {
  return (
    <ul>
      {tables.map(({ id, title, vintage }) => (
        <li key={id}>
          <Link to={`/methodology/tables/${id}`} lang="en">
            {title}
          </Link>{' '}
          <span className="text-sm text-muted">{m.method_vintage({ vintage })}</span>
        </li>
      ))}
    </ul>
  );
}
