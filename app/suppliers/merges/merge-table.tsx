import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Dialog } from '~/ui/dialog';
import { Form } from '~/ui/form';
import { formatMoment } from '~/ui/format';
import { MomentText, Unknown } from '~/ui/values';

type Row = {
  id: string;
  kind: 'merge' | 'split';
  other: { name: string; publicId: string };
  at: Date | string;
  by: string | null;
  undoneAt: Date | string | null;
  mayUndo: boolean;
};

/** What was merged with a supplier or split from it, and the button that takes the last of it back. */
export function MergeTable({ merges, base, mayEdit }: { merges: readonly Row[]; base: string; mayEdit: boolean }) {
  return (
    <DataTable
      caption={m.match_acts_caption()}
      rows={merges}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', header: m.match_acts_what(), cell: ({ kind }) => (kind === 'merge' ? m.match_kind_merge() : m.match_kind_split()) },
        {
          key: 'other',
          header: m.match_acts_other(),
          isRowHeader: true,
          wraps: true,
          cell: ({ other }) => (
            <>
              <Link to={`${base}/suppliers/${other.publicId}`}>{other.name}</Link> <span className="text-muted">{other.publicId}</span>
            </>
          ),
        },
        { key: 'when', header: m.match_acts_when(), cell: ({ at }) => <MomentText value={at} /> },
        { key: 'who', header: m.match_acts_who(), cell: ({ by }) => by ?? <Unknown /> },
        {
          key: 'state',
          header: m.match_acts_state(),
          cell: ({ id, undoneAt, mayUndo }) =>
            undoneAt ? (
              m.match_undone({ moment: formatMoment(undoneAt) })
            ) : mayEdit && mayUndo ? (
              <Dialog trigger={m.match_undo()} title={m.match_undo_title()} size="sm">
                <Form method="post" className="grid gap-4">
                  <p>{m.match_undo_text()}</p>
                  <input type="hidden" name="mergeId" value={id} />
                  <Button name="intent" value="undo" variant="primary">
                    {m.match_undo()}
                  </Button>
                </Form>
              </Dialog>
            ) : (
              m.match_in_force()
            ),
        },
      ]}
    />
  );
}
