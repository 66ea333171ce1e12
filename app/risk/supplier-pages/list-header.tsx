import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from '~/ui/page-header';

type May = { edit: boolean; import: boolean };

/** The head of the list of suppliers; while there is none, how to add the first. */
export function ListHeader({
  base,
  may,
  hasMore = false,
  isEmpty = false,
}: {
  base: string;
  may: May;
  hasMore?: boolean;
  isEmpty?: boolean;
}) {
  const add = (
    <>
      {may.edit && (
        <LinkButton to={`${base}/new`} icon="add">
          {m.suppliers_add()}
        </LinkButton>
      )}
      {may.import && (
        <LinkButton to={`${base}/import`} icon="import" variant="primary">
          {m.suppliers_import()}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHeader
        title={m.suppliers_list_title()}
        actions={
          <>
            {hasMore && (
              <LinkButton to={`${base}/duplicates`} variant="quiet">
                {m.match_duplicates_title()}
              </LinkButton>
            )}
            {add}
          </>
        }
      />
      {isEmpty && (
        <EmptyState title={m.suppliers_empty_title()} actions={add}>
          {m.suppliers_empty_text()}
        </EmptyState>
      )}
    </>
  );
}
