import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { FoldedSection } from '~/ui/fold';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { ParameterValue, plainNumber } from './parameter-value';
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

/** As many numbers are folded, each under its name. */
const foldedFrom = 4;

/** The dated numbers of a rule: value, unit, since when, reason and source; earlier values below. */
export function ParameterList({ parameters }: { parameters: readonly ShownParameter[] }) {
  if (parameters.length >= foldedFrom)
    return (
      <div>
        {parameters.map((parameter) => (
          <FoldedSection
            key={parameter.id}
            id={parameter.id}
            level="h3"
            title={<span className="font-mono text-sm">{parameter.id}</span>}
            status={<ParameterStatus parameter={parameter} />}
          >
            <DatedValues parameter={parameter} />
          </FoldedSection>
        ))}
      </div>
    );
  return (
    <div className="grid gap-10">
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
          <DatedValues parameter={parameter} />
        </section>
      ))}
    </div>
  );
}

/** Its value in force where it is one figure, its unit, and since when. */
function ParameterStatus({ parameter: { unit, values } }: { parameter: ShownParameter }) {
  const inForce = values.find(({ isInForce }) => isInForce);
  return (
    <span className="inline-flex flex-wrap gap-x-3 text-sm">
      {typeof inForce?.value === 'number' && <strong className="font-semibold text-ink">{plainNumber(inForce.value)}</strong>}
      <span lang="en">{unit}</span>
      {inForce && <span>{m.shell_named({ name: m.method_since(), text: formatDate(inForce.effectiveFrom) })}</span>}
    </span>
  );
}

function DatedValues({ parameter }: { parameter: ShownParameter }) {
  return parameter.values.map((dated) =>
    dated.isInForce ? (
      <DatedValue key={dated.effectiveFrom} id={parameter.id} dated={dated} />
    ) : (
      <details key={dated.effectiveFrom}>
        <summary className="text-sm text-muted">{m.method_value_other({ date: formatDate(dated.effectiveFrom) })}</summary>
        <DatedValue id={parameter.id} dated={dated} />
      </details>
    ),
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
