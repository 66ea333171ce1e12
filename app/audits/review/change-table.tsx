import { entryKindLabel } from '~/audits/entries/labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import type { ShownReview } from './review-page';

/** What the team changed since the audit was returned: answers and findings before and now, of other entries that they changed. */
export function ChangeTable({ changes }: { changes: NonNullable<ShownReview['changes']> }) {
  if (changes.length === 0) return <p className="text-muted">{m.audit_review_changes_none()}</p>;
  return (
    <DataTable
      caption={m.audit_review_changes()}
      rows={changes}
      rowKey={({ kind, key }) => `${kind} ${key}`}
      columns={[
        {
          key: 'entry',
          header: m.audit_review_change_entry(),
          wraps: true,
          cell: ({ kind, key, label, isAdded }) => (
            <>
              <span className="font-semibold">{kind === 'check' ? `${key} ${label}` : entryKindLabel(kind)}</span>
              <span className="block text-muted">
                {kind === 'check' || kind === 'finding'
                  ? isAdded
                    ? m.audit_review_change_added()
                    : m.audit_review_change_changed()
                  : m.audit_review_change_changed()}
              </span>
            </>
          ),
        },
        { key: 'was', header: m.audit_review_change_was(), wraps: true, cell: ({ was }) => <bdi>{was || '–'}</bdi> },
        { key: 'is', header: m.audit_review_change_is(), wraps: true, cell: ({ is }) => <bdi>{is || '–'}</bdi> },
      ]}
    />
  );
}
