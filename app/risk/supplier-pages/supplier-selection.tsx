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
