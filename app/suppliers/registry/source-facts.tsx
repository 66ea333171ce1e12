import { Link } from '@remix-run/react';
import { partyHref } from '~/suppliers/parties/party-href';
import { m } from '~/paraglide/messages';
import { KeyValueList } from '~/ui/key-value';
import { Unknown } from '~/ui/values';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import type { SourceFact } from './list-source-facts.server';

/** What was learned from a source, party by party. `sectors`: code -> title. */
export function SourceFacts({
  facts,
  sectors,
  base,
}: {
  facts: readonly SourceFact[];
  sectors: Readonly<Record<string, string>>;
  base: string;
}) {
  if (facts.length === 0) return <p className="text-muted">{m.suppliers_source_facts_none()}</p>;
  return (
    <div className="grid gap-6">
      {facts.map(({ id, party, values }) => {
        const href = partyHref(base, party);
        return (
          <div key={id}>
            <h3 className="mb-1">
              {href ? <Link to={href}>{party.name}</Link> : party.name}
              {party.kind === 'site' && <span className="text-sm font-normal text-muted"> {m.suppliers_site()}</span>}
            </h3>
            <KeyValueList
              columns={2}
              pairs={Object.entries(values).map(([field, value]) => ({
                key: field,
                label: factName(field),
                value: factText(field, value, sectors) ?? <Unknown />,
              }))}
            />
          </div>
        );
      })}
    </div>
  );
}
