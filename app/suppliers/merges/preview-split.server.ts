import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { type Standing, standingAfter, standingNow } from './standing.server';
import { type Split, type SplitChoices, splitSupplier } from './split-supplier.server';
import { readWinners, valuesOfWinners } from './transfer-facts.server';

export type SplitPreview = {
  kind: 'preview';
  /** What the old and the new supplier would know; a field that neither knows is left out. */
  fields: { field: string; stays: unknown; goes: unknown }[];
  /** Responses and findings of each when it is done. */
  parts: Record<'stays' | 'goes', { responses: number; findings: number }>;
  before: Standing;
  after: Standing;
  made: Standing;
};

class Previewed extends Error {
  constructor(readonly preview: SplitPreview) {
    super('previewed');
  }
}

/** What a split would do: it is done, looked at, and rolled back. */
export async function previewSplit(
  inOrganization: InOrganization,
  options: { partyId: string; choices: SplitChoices; organizationId: string; userId: string; at: Date },
): Promise<SplitPreview | Extract<Split, { kind: 'refused' }>> {
  try {
    return await inOrganization(
      async (db) => {
        const before = await standingNow(db, options.partyId);
        const split = await splitSupplier(db, { ...options, isTrial: true });
        if (split.kind === 'refused') return split;
        const winners = await readWinners(db, [options.partyId, split.partyId]);
        const valuesOf = (partyId: string): Readonly<Record<string, unknown>> => valuesOfWinners(winners.get(partyId) ?? new Map());
        const [stays, goes] = [valuesOf(options.partyId), valuesOf(split.partyId)];
        throw new Previewed({
          kind: 'preview',
          fields: [...new Set([...Object.keys(stays), ...Object.keys(goes)])]
            .filter((field) => field !== 'name')
            .map((field) => ({ field, stays: stays[field] ?? null, goes: goes[field] ?? null })),
          parts: { stays: await countParts(db, options.partyId), goes: await countParts(db, split.partyId) },
          before,
          after: await standingAfter(db, options.partyId, options.at),
          made: await standingAfter(db, split.partyId, options.at),
        });
      },
      { timeoutMs: 60_000 },
    );
  } catch (error) {
    if (error instanceof Previewed) return error.preview;
    throw error;
  }
}

async function countParts(db: TenantDb, partyId: string): Promise<{ responses: number; findings: number }> {
  return {
    responses: await db.questionnaireResponse.count({ where: { partyId } }),
    findings: await db.finding.count({ where: { partyId } }),
  };
}
