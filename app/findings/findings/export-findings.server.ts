import type { InOrganization } from '~/access/tenant-db.server';
import { smallestGroup } from '~/platform/privacy/protect-counts';
import { csvLine } from '~/platform/lists/csv';
import { peopleOf } from './finding-lists';
import { listFindings } from './list-findings.server';

const head = [
  'id',
  'supplier',
  'public_id',
  'finding',
  'grade',
  'status',
  'origin',
  'frequency',
  'people_affected',
  'extent',
  'root_cause',
  'law_reference',
  'law_url',
  'code_reference',
  'code_url',
  'verified_by',
  'sources',
  'evidence_grade',
  'evidence_seen',
  'evidence_files',
  'question',
  'compliance_point',
  'indicator',
  'legal_context',
  'repeat_of',
  'opened_at',
  'due_on',
  'verified_at',
  'withdrawn_at',
  'link',
];

/**
 * All filtered findings, newest first, as CSV with a byte order mark; streamed page by page. A file travels: a group of one to four people is exported as
 * "under-5", and restricted notes are left out.
 */
export function exportFindings(
  inOrganization: InOrganization,
  options: { filter: Omit<Parameters<typeof listFindings>[1], 'cursor' | 'take'>; base: string },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine(head)}`));
    },
    async pull(controller) {
      const { lines, next } = await inOrganization(async (db) => {
        const page = await listFindings(db, { ...options.filter, cursor, take: 1_000 });
        const ids = page.rows.map(({ id }) => id);
        const rows = await db.finding.findMany({
          where: { id: { in: ids } },
          include: { _count: { select: { files: { where: { removedAt: null } } } } },
        });
        const whole = new Map(rows.map((row) => [row.id, row]));
        return {
          next: page.next,
          lines: page.rows.flatMap(({ id, party }) => {
            const row = whole.get(id);
            return row ? [lineOf({ ...row, party, files: row._count.files + row.evidenceIds.length }, options.base)] : [];
          }),
        };
      });
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      if (next) cursor = next;
      else controller.close();
    },
  });
}

type Row = NonNullable<Awaited<ReturnType<Parameters<Parameters<InOrganization>[0]>[0]['finding']['findFirst']>>> & {
  party: { name: string; publicId: string };
  files: number;
};

function lineOf(row: Row, base: string): string {
  const people = peopleOf(row);
  const shown = typeof people === 'number' && people > 0 && people < smallestGroup ? 'under-5' : people;
  return csvLine([
    row.id,
    row.party.name,
    row.party.publicId,
    row.text,
    row.grade,
    row.status,
    row.origin,
    row.frequency,
    shown,
    row.extent,
    row.rootCause,
    row.lawReference,
    row.lawUrl,
    row.codeReference,
    row.codeUrl,
    row.methods.join(' '),
    row.agreement,
    row.evidenceGrade,
    row.evidenceSeen,
    row.files,
    row.question,
    row.compliancePoint,
    row.indicator,
    row.isLegalContext ? 'yes' : 'no',
    row.repeatOfId,
    row.openedAt.toISOString(),
    row.dueOn?.toISOString().slice(0, 10),
    row.verifiedAt?.toISOString(),
    row.withdrawnAt?.toISOString(),
    `${base}/findings/${row.id}`,
  ]);
}
