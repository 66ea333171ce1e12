import { m } from '~/paraglide/messages';
import { protectionLabel } from '~/documents/verification/key-protection';
import type { PasskeyProtection } from '~/documents/verification/key-protection';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { DateText } from '~/ui/values';

export type KeyRow = {
  id: string;
  label: string;
  person: string | null;
  protection: PasskeyProtection;
  isSynced: boolean;
  fingerprint: string;
  createdAt: Date | string;
};

/** Personal signing keys in use: what opens each, its fingerprint, and its revocation. `isOfOthers`: with the member whose key it is. */
export function KeyTable({ caption, keys, isOfOthers = false }: { caption: string; keys: readonly KeyRow[]; isOfOthers?: boolean }) {
  return (
    <DataTable
      caption={caption}
      rows={keys}
      rowKey={({ id }) => id}
      isStacked
      empty={<p className="text-muted">{isOfOthers ? m.personal_key_none_of_members() : m.personal_key_none()}</p>}
      columns={[
        { key: 'label', header: m.personal_key_device(), isRowHeader: true, wraps: 'short', cell: ({ label }) => <bdi>{label}</bdi> },
        ...(isOfOthers
          ? [
              {
                key: 'person',
                header: m.personal_key_person(),
                wraps: 'short' as const,
                cell: ({ person }: KeyRow) => <bdi>{person ?? m.personal_key_former_member()}</bdi>,
              },
            ]
          : []),
        {
          key: 'protection',
          header: m.personal_key_protection(),
          wraps: true,
          cell: ({ protection, isSynced }) => (
            <div className="grid gap-1">
              <span>{protectionLabel(protection)}</span>
              {isSynced && <span className="text-muted">{m.personal_key_synced()}</span>}
            </div>
          ),
        },
        {
          key: 'fingerprint',
          header: m.signing_key_fingerprint(),
          wraps: 'short',
          cell: ({ fingerprint }) => <code className="text-xs break-all">{fingerprint}</code>,
        },
        { key: 'since', header: m.personal_key_since(), cell: ({ createdAt }) => <DateText value={createdAt} /> },
        {
          key: 'revoke',
          header: m.personal_key_change(),
          isAct: true,
          cell: ({ id, label }) => (
            <Form method="post">
              <input type="hidden" name="intent" value="revoke" />
              <input type="hidden" name="key" value={id} />
              <Button
                type="submit"
                size="sm"
                variant="danger"
                title={m.personal_key_revoke_lead()}
                aria-label={m.personal_key_revoke_named({ label })}
              >
                {m.personal_key_revoke()}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}
