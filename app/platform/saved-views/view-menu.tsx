import { m } from '~/paraglide/messages';
import { ActDialog, failureOf, type Refused } from '~/ui/act-dialog';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { checkboxOf, fieldOf } from '~/ui/form-values';
import type { SavedView } from './read-views.server';

/**
 * What a person does with the view that is shown: saves the filters under a name, changes or deletes a saved view, and opens it first from now on.
 * `view` is its key or id, `saved` the saved view, if it is one, `columns` what the page shows: a view keeps them also where its address names none.
 */
export function ViewMenu({
  view,
  columns,
  saved,
  opensFirst,
  mayShare,
  refused,
}: {
  view: string;
  columns: readonly string[];
  saved: SavedView | undefined;
  opensFirst: string | null;
  mayShare: boolean;
  refused: Refused;
}) {
  const shown = columns.length > 0 ? columns.join(',') : 'none';
  const mayChange = saved !== undefined && (saved.isOwn || mayShare);
  return (
    <div className="flex flex-wrap items-center" data-print="none">
      {mayChange && (
        <ActDialog intent="change-view" title={m.lists_view_change()} refused={refused} hidden={{ view, columns: shown }} isQuiet>
          <Field label={m.lists_view_name()} maxLength={80} {...fieldOf(failureOf(refused, 'change-view'), 'name', saved.name)} />
          <Checkbox
            label={m.lists_view_with_filters()}
            value="yes"
            {...checkboxOf(failureOf(refused, 'change-view'), 'withFilters', true)}
          />
          {mayShare && saved.isOwn && (
            <Checkbox
              label={m.lists_view_share()}
              value="yes"
              {...checkboxOf(failureOf(refused, 'change-view'), 'isShared', saved.isShared)}
            />
          )}
        </ActDialog>
      )}
      {mayChange && (
        <ActDialog intent="delete-view" title={m.lists_view_delete()} refused={refused} hidden={{ view }} variant="danger" isQuiet>
          <p>{saved.isShared ? m.lists_view_delete_shared({ name: saved.name }) : m.lists_view_delete_text({ name: saved.name })}</p>
        </ActDialog>
      )}
      <ActDialog intent="save-view" title={m.lists_view_save()} refused={refused} hidden={{ columns: shown }} isQuiet>
        <Field label={m.lists_view_name()} maxLength={80} {...fieldOf(failureOf(refused, 'save-view'), 'name')} />
        {mayShare && <Checkbox label={m.lists_view_share()} value="yes" {...checkboxOf(failureOf(refused, 'save-view'), 'isShared')} />}
      </ActDialog>
      <Form method="post">
        <input type="hidden" name="view" value={view} />
        <Button variant="quiet" name="intent" value={opensFirst === view ? 'clear-default' : 'set-default'}>
          {opensFirst === view ? m.lists_view_default_clear() : m.lists_view_default()}
        </Button>
      </Form>
    </div>
  );
}
