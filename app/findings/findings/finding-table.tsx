import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { partyHref } from '~/suppliers/parties/party-href';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/values';
import { MoveForm } from './move-form';
import type { FindingRow } from './show-findings.server';
import { evidenceLabel, extentLabel, gradeLabel, peopleLabel, statusLabel } from './labels';
import { indicatorLabel } from '~/platform/terms/indicator-label';
import { peopleOf } from './finding-lists';

/** Findings with their next step. Mentions questions and indicators, never a person. */
export function FindingTable({
  rows,
  slug,
  canMove,
  empty,
  from,
  selection,
}: {
  rows: readonly FindingRow[];
  slug: string;
  canMove: boolean;
  empty: ReactNode;
  /** The list that these rows are of, as in its address, for a finding opened from it to lead to the next. */
  from?: string | undefined;
  selection?: { name: string; form: string } | undefined;
}) {
  const base = `/o/${slug}`;
  const list = from === undefined ? '' : `?list=${encodeURIComponent(from)}`;
  const columns: Column<FindingRow>[] = [
    {
      key: 'finding',
      header: m.method_column_finding(),
      isRowHeader: true,
      wraps: true,
      cell: (row) => <FindingTitle row={row} base={base} list={list} />,
    },
    {
      key: 'supplier',
      header: m.method_column_supplier(),
      wraps: 'short',
      isWideOnly: true,
      cell: ({ party }) => <Link to={partyHref(base, party) ?? base}>{party.name}</Link>,
    },
    { key: 'grade', header: m.method_column_grade(), cell: ({ grade }) => gradeLabel(grade) },
    { key: 'status', header: m.method_column_status(), cell: ({ status }) => statusLabel(status) },
    {
      key: 'evidence',
      header: m.method_column_evidence(),
      wraps: 'short',
      isWideOnly: true,
      cell: ({ evidenceGrade }) => evidenceLabel(evidenceGrade),
    },
    { key: 'opened', header: m.method_column_opened(), isWideOnly: true, cell: ({ openedAt }) => <DateText value={openedAt} /> },
    ...(canMove ? [{ key: 'move', header: m.method_column_next(), cell: (row: FindingRow) => <NextStep row={row} base={base} /> }] : []),
  ];
  return (
    <DataTable
      caption={m.shell_nav_findings()}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      selection={selection && { ...selection, label: ({ title }: FindingRow) => title }}
      empty={empty}
      isStacked
    />
  );
}

function FindingTitle({ row, base, list }: { row: FindingRow; base: string; list: string }) {
  const { id, title, lang, asked, question, indicator, responseId, section, extent, isRepeated } = row;
  const people = peopleOf(row);
  return (
    <div id={`finding-${id}`} className="grid max-w-prose min-w-56 scroll-mt-20 gap-0.5 py-1">
      <Link to={`${base}/findings/${id}${list}`} lang={lang}>
        {title}
      </Link>
      {asked && (
        <span className="text-xs text-muted" lang={asked.lang}>
          {asked.text}
        </span>
      )}
      <span className="flex flex-wrap items-center gap-x-3 text-xs text-muted">
        <Link to={partyHref(base, row.party) ?? base} className="inline-flex min-h-6 items-center md:hidden">
          {row.party.name}
        </Link>
        {extent && <span>{extentLabel(extent)}</span>}
        {people !== null && <span>{m.findings_people_line({ people: peopleLabel(people) })}</span>}
        {row.withdrawnAt && <strong className="font-semibold text-ink">{m.right_of_reply_withdrawn_mark()}</strong>}
        {isRepeated && <span>{m.findings_repeated()}</span>}
        {indicator && <span>{m.method_finding_sign({ indicator: indicatorLabel(indicator) })}</span>}
        {responseId && (
          <Link
            to={section ? `${base}/responses/${responseId}/questions/${section}#${question}` : `${base}/responses/${responseId}`}
            className="inline-flex min-h-6 items-center"
          >
            {question ? m.method_finding_answer({ question }) : m.method_finding_assessment()}
          </Link>
        )}
      </span>
    </div>
  );
}

/** Moved by members, or by its actions where it has some. */
function NextStep({ row, base }: { row: FindingRow; base: string }) {
  if (row.withdrawnAt) return null;
  if (row.actionCount === 0) return <MoveForm finding={row} />;
  return <Link to={`${base}/findings/${row.id}#actions`}>{m.corrective_actions_count({ count: row.actionCount })}</Link>;
}
