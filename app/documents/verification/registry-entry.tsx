import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { kindLabel } from '~/documents/verification/audit-report-kinds';
import { auditReportKinds } from './audit-report-kinds';
import { memberLocale } from '~/locales/member-locales';
import { getLocale } from '~/paraglide/runtime';
import type { IssuedReport } from './issued-report';
import { protectionLabel } from './key-protection';
import { NoticeList } from './notice-list';
import { reportKindLabel } from './verify-labels';

/** The registry entry of a report by its hash: issuer, kind, date, signing key and latest notice. */
export function RegistryEntry({ hash, issued }: { hash: string; issued: IssuedReport | null }) {
  const fingerprint = <code className="text-xs break-all">{hash}</code>;
  if (!issued)
    return (
      <>
        <Notice tone="warning" title={m.verification_unknown()}>
          {m.verification_unknown_hint()}
        </Notice>
        <KeyValueList pairs={[{ key: 'hash', label: m.verification_hash(), value: fingerprint }]} />
      </>
    );
  return (
    <>
      <NoticeList notices={issued.notices} correctedAt={(correctedBy) => `/verify/${correctedBy}`} />
      <KeyValueList
        pairs={[
          { key: 'organization', label: m.verification_issued_by(), value: issued.organization },
          { key: 'kind', label: m.verification_kind(), value: reportKindLabel(issued.kind) },
          { key: 'issued', label: m.verification_issued_on(), value: formatDate(issued.issuedAt) },
          { key: 'signature', label: m.verification_signature(), value: <SignatureLines issued={issued} /> },
          ...(issued.notices.length === 0
            ? [{ key: 'status', label: m.verification_status(), value: m.verification_status_in_force() }]
            : []),
          { key: 'hash', label: m.verification_hash(), value: fingerprint },
        ]}
      />
    </>
  );
}

/** Signatures of a report, one line a key and day; of an audit with the forms that it signed, and those of people with what protects their keys. */
function SignatureLines({ issued }: { issued: IssuedReport }) {
  if (issued.signatures.length === 0) return m.verification_not_signed();
  const say = { locale: memberLocale(getLocale()) };
  const ofOrganization = issued.signatures.map(({ form, fingerprint, signedAt, keyRetiredAt }) => {
    const signed = m.verification_signed_on_with({ date: formatDate(signedAt), fingerprint });
    const retired = keyRetiredAt
      ? ` ${m.verification_key_retired({ organization: issued.organization, date: formatDate(keyRetiredAt) })}`
      : '';
    return { form, line: signed + retired };
  });
  const ofPeople = issued.people.map(({ form, fingerprint, signedAt, protection }) => {
    const signed = m.verification_signed_in_person_on({ date: formatDate(signedAt), fingerprint });
    return { form, line: `${signed}. ${protectionLabel(protection, say)}` };
  });
  const lines = new Map<string, string[]>();
  for (const { form, line } of [...ofOrganization, ...ofPeople]) {
    const kind = auditReportKinds.find((each) => each === form);
    lines.set(line, [...(lines.get(line) ?? []), ...(kind ? [kindLabel(kind, say)] : [])]);
  }
  return (
    <ul className="grid grid-cols-1 gap-1">
      {[...lines].map(([line, forms]) => (
        <li key={line} className="wrap-anywhere">
          {line}
          {forms.length > 0 && <div className="text-xs text-muted">{forms.join(' · ')}</div>}
        </li>
      ))}
    </ul>
  );
}
