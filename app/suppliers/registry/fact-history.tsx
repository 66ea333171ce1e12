import { m } from '~/paraglide/messages';
import { Unknown } from '~/ui/values';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import type { RecordedFact } from '~/suppliers/facts/read-history.server';
import { SourceNote } from '~/suppliers/facts/source-note';

/** Every fact as it was recorded, newest first: its values, and the person or row that stated them. */
export function FactHistory({
  facts,
  sectors,
  base,
}: {
  facts: readonly RecordedFact[];
  sectors: Readonly<Record<string, string>>;
  base: string;
}) {
  if (facts.length === 0) return <p className="text-muted">{m.suppliers_sources_none()}</p>;
  return (
    <ol className="grid gap-4">
      {facts.map((fact) => (
        <li key={fact.id} className="border-b border-line pb-3">
          <p className="text-xs text-muted">
            <SourceNote source={fact.source} base={base} />
            {fact.source?.note && <> · {fact.source.note}</>}
          </p>
          {fact.merged && (
            <p className="text-xs">
              <strong>{m.list_changes_merged_from({ name: fact.merged.name, id: fact.merged.publicId })}</strong>{' '}
              {fact.merged.counts.length > 0
                ? m.list_changes_merged_counts({ fields: fact.merged.counts.map(factName).join(', ') })
                : m.list_changes_merged_counts_none()}
            </p>
          )}
          <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
            {Object.entries(fact.values).map(([field, value]) => (
              <div key={field} className="flex gap-2">
                <dt className="text-muted">{factName(field)}</dt>
                <dd>{factText(field, value, sectors) ?? <Unknown />}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
