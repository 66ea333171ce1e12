import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { type Column, DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/values';
import { nextStatus } from './finding-steps';
import type { FindingRow } from './show-findings.server';
import { evidenceWord, gradeWord, indicatorWord, moveWord, statusWord } from './words';

/** Findings with their next step. Speaks of questions and signs, never of a person. */
export function FindingTable({
  rows,
  slug,
  canMove,
  empty,
}: {
  rows: readonly FindingRow[];
  slug: string;
  canMove: boolean;
  empty: ReactNode;
}) {
  const base = `/o/${slug}`;
  const columns: Column<FindingRow>[] = [
    {
      key: 'finding',
      header: m.method_column_finding(),
      isRowHeader: true,
      wraps: true,
      cell: (row) => <FindingTitle row={row} base={base} />,
    },
    {
      key: 'supplier',
      header: m.method_column_supplier(),
      wraps: true,
      isWideOnly: true,
      cell: ({ party }) => <Link to={`${base}/suppliers/${party.publicId}`}>{party.name}</Link>,
    },
    { key: 'grade', header: m.method_column_grade(), cell: ({ grade }) => gradeWord(grade) },
    { key: 'status', header: m.method_column_status(), cell: ({ status }) => statusWord(status) },
    { key: 'evidence', header: m.method_column_evidence(), isWideOnly: true, cell: ({ evidenceGrade }) => evidenceWord(evidenceGrade) },
    { key: 'opened', header: m.method_column_opened(), isWideOnly: true, cell: ({ openedAt }) => <DateText value={openedAt} /> },
    ...(canMove ? [{ key: 'move', header: m.method_column_next(), cell: (row: FindingRow) => <MoveForm row={row} /> }] : []),
  ];
  return <DataTable caption={m.shell_nav_findings()} columns={columns} rows={rows} rowKey={({ id }) => id} empty={empty} />;
}

function FindingTitle({ row, base }: { row: FindingRow; base: string }) {
  const { id, title, lang, question, indicator, assessmentId, section } = row;
  return (
    <div id={`finding-${id}`} className="grid max-w-prose min-w-56 scroll-mt-20 gap-0.5 py-1">
      <span lang={lang}>{title}</span>
      <span className="flex flex-wrap items-center gap-x-3 text-xs text-muted">
        <Link to={`${base}/suppliers/${row.party.publicId}`} className="inline-flex min-h-6 items-center md:hidden">
          {row.party.name}
        </Link>
        {indicator && <span>{m.method_finding_sign({ indicator: indicatorWord(indicator) })}</span>}
        {assessmentId && (
          <Link
            to={section ? `${base}/assessments/${assessmentId}/questions/${section}#${question}` : `${base}/assessments/${assessmentId}`}
            className="inline-flex min-h-6 items-center"
          >
            {question ? m.method_finding_answer({ question }) : m.method_finding_assessment()}
          </Link>
        )}
      </span>
    </div>
  );
}

/** One form a row: forward one step, or back to open where the fix did not hold. */
function MoveForm({ row: { id, status } }: { row: FindingRow }) {
  const next = nextStatus(status);
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap gap-1">
      <input type="hidden" name="findingId" value={id} />
      {next && (
        <Button name="to" value={next} size="sm">
          {moveWord(next)}
        </Button>
      )}
      {status !== 'open' && (
        <Button name="to" value="open" size="sm" variant="quiet">
          {moveWord('open')}
        </Button>
      )}
    </Form>
  );
}
