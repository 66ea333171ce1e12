import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import type { FileChecked } from './check-file.server';

/** What was found in a file: each statement by itself, good or bad. */
export function CheckedFile({ checked, preparedAt }: { checked: FileChecked; preparedAt: string | null }) {
  if (checked.kind === 'no-report')
    return (
      <Notice tone="warning" isLive>
        {m.signing_verify_none()}
      </Notice>
    );
  const { hash, isIntact, signature } = checked;
  return (
    <div className="mt-6 grid gap-3">
      <p className="break-all text-muted">
        <code>{hash}</code>
      </p>
      <Notice tone={isIntact ? 'success' : 'danger'} isLive>
        {isIntact ? m.signing_verify_hash_right() : m.signing_verify_hash_wrong()}
      </Notice>
      {preparedAt && isIntact ? (
        <Notice tone="success">{m.assessment_verify_known({ date: formatDate(preparedAt) })}</Notice>
      ) : (
        <Notice tone="warning">{m.assessment_verify_unknown()}</Notice>
      )}
      {signature?.kind === 'none' && <Notice tone="info">{m.signing_verify_signature_none()}</Notice>}
      {signature?.kind === 'found' &&
        (signature.isValid ? (
          <Notice tone="success">
            {m.signing_verify_signature_valid({ name: signature.name ?? '—', fingerprint: signature.fingerprint ?? '' })}
          </Notice>
        ) : (
          <Notice tone="danger">{m.signing_verify_signature_broken()}</Notice>
        ))}
    </div>
  );
}
