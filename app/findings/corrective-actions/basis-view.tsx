import { m } from '~/paraglide/messages';
import { formatDate, formatList, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { lookedAtLabel } from './labels';
import type { ShownBasis } from './verification-basis';

/** What a completed verification looked at: documents, photographs, interviews, when, and in which audit. */
export function BasisView({ basis }: { basis: ShownBasis }) {
  const { on, methods, interviews, documents, photographs, audit } = basis;
  const names = (files: ShownBasis['documents']) => (
    <ul>
      {files.map(({ name, sha256 }) => (
        <li key={`${sha256} ${name}`} className="break-words">
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
  return (
    <KeyValueList
      columns={2}
      pairs={[
        { key: 'on', label: m.corrective_actions_looked_on(), value: formatDate(on) },
        ...(methods.length > 0
          ? [{ key: 'how', label: m.corrective_actions_looked_how(), value: formatList(methods.map(lookedAtLabel)) }]
          : []),
        ...(audit === null ? [] : [{ key: 'audit', label: m.audits_title(), value: m.corrective_actions_looked_audit({ number: audit }) }]),
        ...(interviews === null
          ? []
          : [
              {
                key: 'interviews',
                label: m.corrective_actions_interviews_count(),
                value: interviews === 'few' ? m.findings_people_small() : formatNumber(interviews),
              },
            ]),
        ...(documents.length > 0 ? [{ key: 'documents', label: m.corrective_actions_looked_documents(), value: names(documents) }] : []),
        ...(photographs.length > 0
          ? [{ key: 'photographs', label: m.corrective_actions_looked_photographs(), value: names(photographs) }]
          : []),
      ]}
    />
  );
}
