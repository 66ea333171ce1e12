import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { shownRecord } from '~/features/site/shown-fact';
import { readSources, type SourceBrief } from './read-sources.server';
import { readFacts } from './read-supplier.server';
import { sectorTitles } from './sector-titles.server';

export type RecordedFact = { id: string; recordedAt: Date; values: Record<string, unknown>; source: SourceBrief | undefined };

const valuesSchema = z.record(z.string(), z.unknown()).catch({});

/** Every fact ever recorded of a party with its source, newest first, as it may be shown. Two queries. */
export async function readHistory(db: TenantDb, partyId: string): Promise<{ facts: RecordedFact[]; sectors: Record<string, string> }> {
  const { records, projection } = await readFacts(db, { partyId });
  const sources = await readSources(
    db,
    records.map((record) => record.sourceId),
  );
  const facts = records.map(({ id, recordedAt, sourceId, values }) => ({
    id,
    recordedAt,
    values: shownRecord(valuesSchema.parse(values), projection.workers?.value),
    source: sources.get(sourceId),
  }));
  const codes = facts.map(({ values }) => (typeof values.sector === 'string' ? values.sector : null));
  return { facts, sectors: sectorTitles(codes) };
}
