import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import type { Column } from '~/ui/data-table';
import { Form } from '~/ui/form';

type Removed = { intent: string; field: string; value: string; label: string };

/** The button that removes one row: `field` and `value` name the row to the action, `label` to a screen reader. */
export function RemoveForm({ intent, field, value, label }: Removed) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name={field} value={value} />
      <Button type="submit" size="sm" variant="quiet" aria-label={label}>
        {m.audits_team_remove()}
      </Button>
    </Form>
  );
}

/** The last column of a list whose rows can be removed; null for a row that cannot. */
export const removeColumn = <Row,>(removedBy: (row: Row) => Removed | null): Column<Row> => ({
  ...{ key: 'remove', header: m.audits_team_change(), isAct: true },
  cell: (row) => {
    const removed = removedBy(row);
    return removed && <RemoveForm {...removed} />;
  },
});
