import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { InOrganization } from '~/access/tenant-db.server';
import { listSharedAccess } from '~/sharing/shared-access/list-shared-access.server';
import { mayOpen } from '~/questionnaires/evidence/list-evidence.server';
import { FileDamaged, openFile } from '~/platform/files/open-file.server';
import { csvLine } from '~/platform/lists/csv';
import { xlsxStream } from '~/documents/workbooks/xlsx-stream.server';
import { safeName, type ZipEntry, zipStream } from '~/documents/workbooks/zip-stream.server';
import { eachReceived, type ReceivedWhole } from './each-received.server';

type Whose = { inOrganization: InOrganization; organization: { id: string; name: string }; now: Date };

const head = ['asked_by', 'questionnaire', 'instrument_key', 'status', 'section', 'question', 'text', 'answer', 'note', 'answered_at'];
const widths = [24, 32, 26, 12, 10, 12, 70, 30, 40, 22];

const rowsOf = ({ asker, questionnaire, instrumentKey, status, answers }: ReceivedWhole) =>
  answers.map((each) => [
    asker,
    questionnaire,
    instrumentKey,
    status,
    each.section,
    each.question,
    each.text,
    each.answer,
    each.note,
    each.answeredAt,
  ]);

/** The path of a file in the archive: names never collide, because the hash precedes them. */
const pathOf = (received: ReceivedWhole, file: ReceivedWhole['files'][number]) =>
  `files/${received.responseId.slice(0, 8)}/${safeName(file.question)}/${file.sha256.slice(0, 8)}-${safeName(file.fileName)}`;

/**
 * All answers of an organization as one archive: JSON, CSV and XLSX (text stays text, never a formula), shared access, access log, and the files of the
 * answers. Streamed: memory does not grow with its size.
 */
export function exportReceived(whose: Whose): ReadableStream<Uint8Array> {
  return zipStream(entriesOf(whose));
}

async function* entriesOf(whose: Whose): AsyncGenerator<ZipEntry> {
  yield { path: 'answers.json', chunks: jsonOf(whose) };
  yield { path: 'answers.csv', chunks: csvOf(whose) };
  yield { path: 'answers.xlsx', chunks: readAll(xlsxStream([{ name: 'Answers', widths, rows: sheetRows(whose) }])), isPacked: true };
  yield { path: 'access.csv', chunks: accessOf(whose) };
  yield { path: 'reads.csv', chunks: readsOfAll(whose) };
  const missing: string[] = [];
  for await (const received of everyOne(whose)) {
    for (const file of received.files) {
      // A file that waits for its virus scan, or is infected, is excluded from the archive too.
      const stream = mayOpen(file) ? await openOrNull({ organizationId: whose.organization.id, sha256: file.sha256 }) : null;
      if (stream) yield { path: pathOf(received, file), chunks: stream, isPacked: true };
      else missing.push(`${pathOf(received, file)}\r\n`);
    }
  }
  if (missing.length > 0) yield { path: 'files-not-found.txt', chunks: missing.map(encode) };
}

/** The bytes of a file; null where they are missing or differ from the stored hash: the archive lists it as not found. */
async function openOrNull(place: { organizationId: string; sha256: string }) {
  try {
    return await openFile(place);
  } catch (error) {
    if (error instanceof FileDamaged) return null;
    throw error;
  }
}

const encode = (text: string) => Buffer.from(text, 'utf8');
const everyOne = ({ inOrganization, organization }: Whose) => eachReceived(inOrganization, organization.id);

async function* jsonOf(whose: Whose): AsyncGenerator<Uint8Array> {
  const { organization, now } = whose;
  yield encode(
    `{"format":"received-answers/1","organization":${JSON.stringify(organization.name)},"at":"${now.toISOString()}","requests":[`,
  );
  let comma = '';
  for await (const received of everyOne(whose)) {
    const files = received.files.map((file) => ({ ...file, path: pathOf(received, file) }));
    yield encode(`${comma}\n${JSON.stringify({ ...received, files })}`);
    comma = ',';
  }
  yield encode('\n]}\n');
}

async function* csvOf(whose: Whose): AsyncGenerator<Uint8Array> {
  yield encode(`\ufeff${csvLine(head)}`);
  for await (const received of everyOne(whose)) yield encode(rowsOf(received).map(csvLine).join(''));
}

async function* sheetRows(whose: Whose) {
  yield head.map((text) => ({ text, style: 'head' as const }));
  for await (const received of everyOne(whose))
    for (const row of rowsOf(received)) yield row.map((text) => ({ text, style: 'text' as const }));
}

async function* accessOf({ inOrganization, organization, now }: Whose): AsyncGenerator<Uint8Array> {
  yield encode(`\ufeff${csvLine(['shared_with', 'questionnaire', 'sections', 'purpose', 'state', 'offered_at', 'expires_at'])}`);
  let cursor: string | undefined;
  do {
    const { rows, next } = await inOrganization((db) =>
      listSharedAccess(db, { organizationId: organization.id, side: 'granter', cursor, now }),
    );
    for (const row of rows) {
      const { party, instrument, sections, purpose, state, createdAt, expiresAt } = row;
      yield encode(csvLine([party, instrument, sections, purpose, state, createdAt.toISOString(), expiresAt.toISOString()]));
    }
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

const readsPerPage = 1_000;

const readSchema = z.object({
  day: z.date(),
  documentId: z.string(),
  readerOrganizationId: z.string(),
  readerId: z.string(),
  section: z.string(),
  how: z.string(),
  times: z.number(),
  reader: z.string().nullable(),
  instrumentKey: z.string().nullable(),
});
type ReadRow = z.infer<typeof readSchema>;

/** Keyset paging over the key of a read: a read that is logged meanwhile neither shifts a page nor repeats a row. */
async function* readsOfAll({ inOrganization, organization }: Whose): AsyncGenerator<Uint8Array> {
  yield encode(`\ufeff${csvLine(['day', 'read_by', 'questionnaire', 'section', 'how', 'times'])}`);
  for (let last: ReadRow | undefined; ; ) {
    const after: ReadRow | undefined = last;
    const rows: ReadRow[] = await inOrganization((db) =>
      queryRows(
        db,
        readSchema,
        sql`
        SELECT r."day", r."documentId", r."readerOrganizationId", r."readerId", r."section", r."how", r."times", o."name" AS reader, a."instrumentKey"
        FROM "DocumentRead" r
        LEFT JOIN "Organization" o ON o."id" = r."readerOrganizationId"
        JOIN "FrozenDocument" s ON s."organizationId" = r."organizationId" AND s."id" = r."documentId"
        LEFT JOIN "QuestionnaireResponse" a ON a."organizationId" = s."organizationId" AND a."id" = s."responseId"
        WHERE r."organizationId" = ${organization.id}::uuid AND (${after === undefined} OR
          (r."day", r."documentId", r."readerOrganizationId", r."readerId", r."section", r."how") >
          (${after?.day ?? null}::date, ${after?.documentId ?? null}::uuid, ${after?.readerOrganizationId ?? null}::uuid, ${after?.readerId ?? null}::uuid,
           ${after?.section ?? null}::text, ${after?.how ?? null}::text))
        ORDER BY r."day", r."documentId", r."readerOrganizationId", r."readerId", r."section", r."how" LIMIT ${readsPerPage}::int`,
      ),
    );
    for (const { day, reader, instrumentKey, section, how, times } of rows)
      yield encode(csvLine([day.toISOString().slice(0, 10), reader, instrumentKey, section, how, times]));
    last = rows.at(-1);
    if (rows.length < readsPerPage) return;
  }
}

async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
