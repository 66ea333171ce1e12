import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Menu } from '~/ui/menu';

/** Which columns a view shows; kept for this person and view. */
export function ColumnMenu({
  view,
  columns,
  chosen,
}: {
  view: string;
  columns: readonly { key: string; label: string }[];
  chosen: readonly string[];
}) {
  return (
    <Menu align="end-when-wide" summary={m.lists_columns()}>
      <Form key={`${view} ${chosen.join(' ')}`} method="post" className="grid gap-3">
        <input type="hidden" name="intent" value="choose-columns" />
        <input type="hidden" name="view" value={view} />
        <fieldset className="choices">
          <legend className="sr-only">{m.lists_columns()}</legend>
          {columns.map(({ key, label }) => (
            <label key={key}>
              <input type="checkbox" name="columns" value={key} defaultChecked={chosen.includes(key)} />
              {label}
            </label>
          ))}
        </fieldset>
        <div>
          <Button type="submit" size="sm">
            {m.shell_apply()}
          </Button>
        </div>
      </Form>
    </Menu>
  );
}
