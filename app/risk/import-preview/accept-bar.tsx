import { Link, useNavigation } from '@remix-run/react';
import type { BatchCounts } from '~/suppliers/import/schema';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatList } from '~/ui/format';
import { Icon } from '~/ui/icon';

/** The button that imports the list and names what it writes, in view at the end of the screen; beside it what still needs an answer. */
export function AcceptBar({ counts, asked, here }: { counts: BatchCounts; asked: number; here: string }) {
  const { state, formData } = useNavigation();
  const good = counts.valid + counts.warned;
  return (
    <div className="sticky bottom-0 z-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-canvas py-3 max-[1100px]:bottom-15 print:hidden">
      {good === 0 ? (
        <p>{m.import_nothing_to_import()}</p>
      ) : (
        <Form method="post" action={here}>
          <input type="hidden" name="on" value="grid" />
          <Button name="intent" value="accept" variant="primary" busy={state !== 'idle' && formData?.get('intent') === 'accept'}>
            {acceptLabel(counts)}
          </Button>
        </Form>
      )}
      {asked > 0 && (
        <Link to={`${here}?step=grid&show=questions`} className="font-semibold text-warning">
          <Icon name="question" /> {m.import_grid_rows_asked({ count: asked })}
        </Link>
      )}
      {counts.invalid > 0 && <span className="text-muted">{m.import_count_left_out({ count: counts.invalid })}</span>}
      <span className="text-sm text-muted sm:ms-auto">{m.import_grid_remembered()}</span>
    </div>
  );
}

/** "Import 8 suppliers, 9 sites": what is new; of a list that names nothing new, its rows. */
function acceptLabel(counts: BatchCounts): string {
  const { suppliersNew, sitesNew } = counts;
  const what = [
    ...(suppliersNew > 0 ? [m.import_grid_suppliers({ count: suppliersNew })] : []),
    ...(sitesNew > 0 ? [m.import_grid_sites({ count: sitesNew })] : []),
  ];
  return what.length === 0 ? m.import_accept({ count: counts.valid + counts.warned }) : m.import_grid_accept({ what: formatList(what) });
}
