import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { type Count, type CountName, counts, type ReportContent, type Statement, texts } from './report-content';
import { countLabel, statementLabel, textLabel } from './reporting-labels';

/** A number of a report: unknown and small groups are shown as text. */
export function countText(count: Count | undefined): string {
  if (count === undefined || count === 'unknown') return m.monitoring_report_unknown();
  return count === 'under-5' ? m.monitoring_report_few() : formatNumber(count);
}

/** A report as submitted. */
export function ReportContentView({
  content,
  noteOf,
  words = { count: countLabel, statement: statementLabel },
}: {
  content: ReportContent;
  /** The note under a number. */
  noteOf?: ((name: CountName) => string) | undefined;
  /** Its reader: by default its author, the client. */
  words?: { count: Record<CountName, () => string>; statement: Record<Statement, () => string> };
}) {
  return (
    <div className="grid gap-4">
      <KeyValueList
        columns={2}
        pairs={counts.map((name) => ({
          key: name,
          label: words.count[name](),
          value: countText(content.counts[name]),
          note: noteOf?.(name),
        }))}
      />
      <KeyValueList
        pairs={[
          ...texts.map((name) => ({
            key: name,
            label: textLabel[name](),
            value: content.texts[name] ? (
              <span className="whitespace-pre-line">{content.texts[name]}</span>
            ) : (
              <span className="text-muted">{m.monitoring_report_nothing_said()}</span>
            ),
          })),
          {
            key: 'statement',
            label: m.monitoring_report_statement(),
            value: <strong>{words.statement[content.statement]()}</strong>,
            note: `${content.byName} · ${content.byFunction}`,
          },
        ]}
      />
    </div>
  );
}
