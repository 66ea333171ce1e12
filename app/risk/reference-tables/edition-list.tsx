import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { type Column, DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { formatDate, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { KindShown, ListedEdition } from './read-editions.server';
import { ownTableName } from './remark-words';
import { movesText, stateText } from './words';

type Kind = SerializeFrom<KindShown>;
type Listed = SerializeFrom<ListedEdition> & { kind: Kind['kind'] };

/** Every table that can be loaded: what is released, and what of one's own is in force. */
export function KindTable({ kinds, here, mayLoad }: { kinds: readonly Kind[]; here: string; mayLoad: boolean }) {
  const columns: Column<Kind>[] = [
    { key: 'kind', header: m.edition_kind(), isRowHeader: true, wraps: true, cell: ({ kind }) => ownTableName(kind) },
    { key: 'moves', header: m.edition_moves(), wraps: true, cell: ({ moves }) => movesText(moves) },
    { key: 'released', header: m.edition_released(), wraps: true, cell: ({ released }) => <Released released={released} /> },
    {
      key: 'in-force',
      header: m.edition_in_force(),
      wraps: true,
      cell: ({ inForce }) =>
        inForce ? (
          <Link to={`${here}/${inForce.id}`}>{inForce.title}</Link>
        ) : (
          <span className="text-muted">{m.edition_none_in_force()}</span>
        ),
    },
  ];
  if (mayLoad)
    columns.push({
      key: 'load',
      header: m.edition_load(),
      isAct: true,
      cell: ({ kind }) => (
        <LinkButton to={`${here}/new?kind=${kind}`} size="sm" icon="import" aria-label={m.edition_load_kind({ kind: ownTableName(kind) })}>
          {m.edition_load()}
        </LinkButton>
      ),
    });
  return <DataTable caption={m.edition_title()} columns={columns} rows={kinds} rowKey={({ kind }) => kind} isStacked />;
}

function Released({ released }: Pick<Kind, 'released'>) {
  if (!released) return <span className="text-muted">{m.edition_released_none()}</span>;
  const { table, vintage, title, publishedOn } = released;
  const words =
    publishedOn === null
      ? m.edition_released_undated({ title })
      : m.edition_released_value({ title, date: /^\d{4}-\d{2}-\d{2}$/.test(publishedOn) ? formatDate(publishedOn) : publishedOn });
  return <Link to={`/methodology/tables/${table}?vintage=${encodeURIComponent(vintage)}`}>{words}</Link>;
}

/** All editions that were loaded, the newest first. */
export function EditionTable({ editions, here }: { editions: readonly Listed[]; here: string }) {
  const columns: Column<Listed>[] = [
    {
      key: 'title',
      header: m.edition_field_title(),
      isRowHeader: true,
      wraps: true,
      cell: ({ id, title }) => <Link to={`${here}/${id}`}>{title}</Link>,
    },
    { key: 'kind', header: m.edition_kind(), wraps: true, cell: ({ kind }) => ownTableName(kind) },
    { key: 'state', header: m.edition_state(), wraps: 'short', cell: ({ state }) => stateText(state) },
    {
      key: 'rows',
      header: m.edition_rows(),
      wraps: 'short',
      cell: ({ readRows, refusedRows }) => m.edition_rows_value({ read: formatNumber(readRows), refused: formatNumber(refusedRows) }),
    },
    {
      key: 'loaded',
      header: m.edition_loaded_by(),
      wraps: 'short',
      cell: ({ createdBy, createdAt }) => m.edition_loaded_value({ name: createdBy ?? '—', date: formatDate(createdAt) }),
    },
  ];
  return (
    <Section title={m.edition_history()} id="editions">
      <DataTable
        caption={m.edition_history()}
        columns={columns}
        rows={editions}
        rowKey={({ id }) => id}
        isStacked
        empty={<EmptyState title={m.edition_history_empty()} />}
      />
    </Section>
  );
}
