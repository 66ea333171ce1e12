import { m } from '~/paraglide/messages';
import type { Column } from '~/ui/data-table';
import { DateText } from '~/ui/values';
import { CorrectLink } from './line-form';
import { LineSource, type ShownSources } from './line-source';
import type { licenceState, RecordKind } from '~/suppliers/facts/recruiter-record';
import { licenceStateName } from '~/suppliers/facts/recruiter-labels';

/** Expiry of a document, and whether it is still valid. */
export function expiryColumn<Row extends { expiresOn: string | null; state: ReturnType<typeof licenceState> }>(): Column<Row> {
  return {
    key: 'expires',
    header: m.supply_links_expires(),
    cell: ({ expiresOn, state }) => (
      <>
        <DateText value={expiresOn} />
        <span className={`block text-xs ${state === 'expired' ? 'text-danger' : 'text-muted'}`}>{licenceStateName(state)}</span>
      </>
    ),
  };
}

/** The last columns of every table of a provider's lines: where a line is from and, for who may edit, the way to correct it. */
export function lastColumns<Row extends { entryId: string; sourceId: string }>(options: {
  kind: RecordKind;
  /** Where lines are corrected; null for who may not. */
  page: string | null;
  sources: ShownSources;
  /** What a line is, for those who hear the link alone. */
  what: (row: Row) => string;
}): Column<Row>[] {
  const { kind, page, sources, what } = options;
  const source: Column<Row> = {
    key: 'source',
    header: m.suppliers_source(),
    isWideOnly: true,
    cell: ({ sourceId }) => <LineSource sources={sources} sourceId={sourceId} />,
  };
  if (page === null) return [source];
  const edit: Column<Row> = {
    key: 'edit',
    header: m.supply_links_edit_column(),
    cell: (row) => <CorrectLink page={page} kind={kind} entryId={row.entryId} what={what(row)} />,
  };
  return [source, edit];
}
