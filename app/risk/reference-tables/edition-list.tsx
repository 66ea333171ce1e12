import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { type Column, DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { formatDate, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { KindShown, ListedEdition } from './read-editions.server';
import { movesText, stateText } from './labels';

type Kind = SerializeFrom<KindShown>;
type Listed = SerializeFrom<ListedEdition> & { kind: Kind['kind'] };

/** Every table that can be loaded: what is released, and what of one's own is in force. */
export function KindTable({ kinds, here, mayLoad }: { kinds: readonly Kind[]; here: string; mayLoad: boolean }) {
  const columns: Column<Kind>[] = [
    { key: 'kind', header: m.reference_tables_kind(), isRowHeader: true, wraps: true, cell: ({ name }) => name },
    { key: 'moves', header: m.reference_tables_moves(), wraps: true, cell: ({ moves }) => movesText(moves) },
    { key: 'released', header: m.reference_tables_released(), wraps: true, cell: ({ released }) => <Released released={released} /> },
    {
      key: 'in-force',
      header: m.reference_tables_in_force(),
      wraps: true,
      cell: ({ inForce }) =>
        inForce ? (
          <Link to={`${here}/${inForce.id}`}>{inForce.title}</Link>
        ) : (
          <span className="text-muted">{m.reference_tables_none_in_force()}</span>
        ),
    },
  ];
  if (mayLoad)
    columns.push({
      key: 'load',
      header: m.reference_tables_load(),
      isAct: true,
      cell: ({ kind, name }) => (
        <LinkButton to={`${here}/new?kind=${kind}`} size="sm" icon="import" aria-label={m.reference_tables_load_kind({ kind: name })}>
          {m.reference_tables_load()}
        </LinkButton>
      ),
    });
  return <DataTable caption={m.reference_tables_title()} columns={columns} rows={kinds} rowKey={({ kind }) => kind} isStacked />;
}

function Released({ released }: Pick<Kind, 'released'>) {
  if (!released) return <span className="text-muted">{m.reference_tables_released_none()}</span>;
  const { table, vintage, title, publishedOn } = released;
  const words =
    publishedOn === null
      ? m.reference_tables_released_undated({ title })
      : m.reference_tables_released_value({ title, date: /^\d{4}-\d{2}-\d{2}$/.test(publishedOn) ? formatDate(publishedOn) : publishedOn });
  return <Link to={`/methodology/tables/${table}?vintage=${encodeURIComponent(vintage)}`}>{words}</Link>;
}

/** All editions that were loaded, the newest first. */
export function EditionTable({ editions, here }: { editions: readonly Listed[]; here: string }) {
  const columns: Column<Listed>[] = [
    {
      key: 'title',
      header: m.reference_tables_field_title(),
      isRowHeader: true,
      wraps: true,
      cell: ({ id, title }) => <Link to={`${here}/${id}`}>{title}</Link>,
    },
    { key: 'kind', header: m.reference_tables_kind(), wraps: true, cell: ({ kindName }) => kindName },
    { key: 'state', header: m.reference_tables_state(), wraps: 'short', cell: ({ state }) => stateText(state) },
    {
      key: 'rows',
      header: m.reference_tables_rows(),
      wraps: 'short',
      cell: ({ readRows, refusedRows }) =>
        m.reference_tables_rows_value({ read: formatNumber(readRows), refused: formatNumber(refusedRows) }),
    },
    {
      key: 'loaded',
      header: m.reference_tables_loaded_by(),
      wraps: 'short',
      cell: ({ createdBy, createdAt }) => m.reference_tables_loaded_value({ name: createdBy ?? '—', date: formatDate(createdAt) }),
    },
  ];
  return (
    <Section title={m.reference_tables_history()} id="editions">
      <DataTable
        caption={m.reference_tables_history()}
        columns={columns}
        rows={editions}
        rowKey={({ id }) => id}
        isStacked
        empty={<EmptyState title={m.reference_tables_history_empty()} />}
      />
    </Section>
  );
}
