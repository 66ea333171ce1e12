import { useSearchParams } from '@remix-run/react';
import { selectionNames } from '~/suppliers/registry/list-state';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { SelectionBar } from '~/ui/selection-bar';

/** What can be done with ticked suppliers. */
export function SupplierSelection({
  form,
  name,
  base,
  may,
  isArchived,
  total,
}: {
  form: string;
  name: string;
  base: string;
  may: { edit: boolean; export: boolean; ask: boolean };
  isArchived: boolean;
  total: number | null;
}) {
  const [params] = useSearchParams();
  const kept = selectionNames.flatMap((key) => params.getAll(key).map((value) => [key, value] as const));
  return (
    <SelectionBar id={form} name={name} action={`${base}/bulk`} params={kept} total={total}>
      {may.ask && !isArchived && (
        <Button name="act" value="request" icon="mail">
          {m.lists_send_request()}
        </Button>
      )}
      {may.edit && !isArchived && (
        <>
          <Button name="act" value="assign" icon="user">
            {m.lists_assign_short()}
          </Button>
          <Button name="act" value="add-tag" icon="tag">
            {m.lists_add_tag_short()}
          </Button>
          <Button name="act" value="remove-tag" variant="quiet">
            {m.lists_remove_tag_short()}
          </Button>
        </>
      )}
      {may.export && (
        <>
          <Button name="act" value="export-csv" icon="download">
            {m.lists_export_csv()}
          </Button>
          <Button name="act" value="export-xlsx" icon="download">
            {m.lists_export_xlsx()}
          </Button>
        </>
      )}
      {may.edit && (
        <Button name="act" value={isArchived ? 'restore' : 'archive'} icon="archive">
          {isArchived ? m.lists_restore_short() : m.lists_archive_short()}
        </Button>
      )}
    </SelectionBar>
  );
}
