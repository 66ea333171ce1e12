import { Link } from '@remix-run/react';
import { externalIdName, externalIdText } from '~/suppliers/parties/external-id-labels';
import { m } from '~/paraglide/messages';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import type { RecordedId } from './read-identifiers.server';

/** What others call a supplier and its sites. */
export function IdentifierSection({ ids, base }: { ids: readonly RecordedId[]; base: string }) {
  return (
    <Section title={m.match_ids_title()} lead={m.match_ids_lead()}>
      {ids.length === 0 ? (
        <p className="text-muted">{m.match_ids_none()}</p>
      ) : (
        <KeyValueList
          columns={2}
          pairs={ids.map(({ key, value, site }) => ({
            key: `${key} ${value} ${site?.publicId}`,
            label: externalIdName(key),
            value: <span className="break-all">{externalIdText(key, value)}</span>,
            note: site ? <Link to={`${base}/sites/${site.publicId}`}>{m.match_ids_of({ name: site.name })}</Link> : undefined,
          }))}
        />
      )}
    </Section>
  );
}
