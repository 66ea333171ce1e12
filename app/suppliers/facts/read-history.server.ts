import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { shownRecord } from './shown-fact';
import { projectFacts, type Projection } from './project-facts';
import { type PartyFactRecord, readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { readSources, type SourceBrief } from './read-sources.server';
import { sectorTitles } from './sector-titles.server';

export type RecordedFact = {
  id: string;
  recordedAt: Date;
  values: Record<string, unknown>;
  source: SourceBrief | undefined;
  /** Of a record that was merged into this one: which, and the fields of the fact that count here since. */
  merged: { name: string; publicId: string; counts: string[] } | null;
};

const mergedSchema = z.array(z.object({ partyId: z.string(), name: z.string(), publicId: z.string() }));

const valuesSchema = z.record(z.string(), z.unknown()).catch({});

/** Every fact ever recorded of a party, and of the records merged into it, with its source, newest first, as it may be shown. Three queries. */
export async function readHistory(db: TenantDb, partyId: string): Promise<{ facts: RecordedFact[]; sectors: Record<string, string> }> {
  const merged = mergedSchema.parse(
    await db.$queryRaw`
      SELECT x."partyId", p."name", p."publicId" FROM "MergedParty" x
      JOIN "Party" p ON p."organizationId" = x."organizationId" AND p."id" = x."partyId"
      WHERE x."intoPartyId" = ${partyId}::uuid`,
  );
  const records = await readFactRecords(db, [partyId, ...merged.map((other) => other.partyId)]);
  const sources = await readSources(
    db,
    records.map((record) => record.sourceId),
  );
  const projections = new Map([partyId, ...merged.map((other) => other.partyId)].map((id) => [id, projectOwn(records, id)]));
  const workersOf = (id: string) => projections.get(id)?.workers?.value;
  const otherOf = new Map(merged.map((other) => [other.partyId, other]));
  // A fact that a merge added is listed once: where it was recorded, with what of it counts here.
  const first = new Map<string, PartyFactRecord>();
  for (const record of records) {
    const held = first.get(record.id);
    if (!held || record.recordedAt < held.recordedAt) first.set(record.id, record);
  }
  const brought = new Map(
    records.flatMap((record) =>
      record.partyId === partyId && first.get(record.id) !== record
        ? [[record.id, Object.keys(valuesSchema.parse(record.values))] as const]
        : [],
    ),
  );
  const facts = records
    .filter((record) => first.get(record.id) === record)
    .map(({ partyId: of, id, recordedAt, sourceId, values }): RecordedFact => {
      const other = otherOf.get(of);
      return {
        id,
        recordedAt,
        values: shownRecord(shownRecord(valuesSchema.parse(values), workersOf(of)), workersOf(partyId)),
        source: sources.get(sourceId),
        merged: other ? { name: other.name, publicId: other.publicId, counts: brought.get(id) ?? [] } : null,
      };
    });
  const codes = facts.map(({ values }) => (typeof values.sector === 'string' ? values.sector : null));
  return { facts, sectors: sectorTitles(codes) };
}

function projectOwn(records: readonly PartyFactRecord[], partyId: string): Projection {
  return projectFacts(records.filter((record) => record.partyId === partyId));
}
