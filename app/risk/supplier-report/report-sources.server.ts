import type { PartyFacts } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { ReportSource } from '~/risk/supplier-report/assessment-report/parts-schema';

/** The sources of facts by reference: the row of a file, an answer, or what a member entered. One query. */
export async function reportSources(db: TenantDb, facts: PartyFacts): Promise<Record<string, ReportSource>> {
  const named = Object.values(facts).flatMap((fact) =>
    fact ? [fact, ...(fact.setAside ?? [])].flatMap(({ source }) => source ?? []) : [],
  );
  const ids = [...new Set(named)].filter((id) => /^[0-9a-f-]{36}$/i.test(id));
  const rows = await db.source.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      kind: true,
      createdAt: true,
      responseId: true,
      importRow: { select: { rowNumber: true, batch: { select: { file: { select: { fileName: true, sha256: true } } } } } },
    },
  });
  const asked = await db.questionnaireResponse.findMany({
    where: { id: { in: rows.flatMap((row) => (row.responseId ? [row.responseId] : [])) } },
    select: { id: true, instrumentKey: true },
  });
  const instrumentOf = new Map(asked.map((response) => [response.id, response.instrumentKey]));
  return Object.fromEntries(
    rows.map((row): [string, ReportSource] => {
      const instrument = row.responseId ? instrumentOf.get(row.responseId) : undefined;
      if (row.importRow) {
        const { fileName, sha256 } = row.importRow.batch.file;
        return [row.id, { kind: 'file', fileName, sha256, rowNumber: row.importRow.rowNumber }];
      }
      if (instrument) return [row.id, { kind: 'answer', instrument, question: 'P5.Q1' }];
      return [row.id, { kind: 'entered', on: row.createdAt.toISOString().slice(0, 10) }];
    }),
  );
}
