import type { InOrganization } from '~/access/tenant-db.server';
import { type PairSide, readSides } from '~/suppliers/duplicates/list-duplicates.server';
import { shownFact } from '~/suppliers/facts/shown-fact';
import { journalSchema } from './journal';
import { type MergeChoices, type Merged, mergeSuppliers } from './merge-suppliers.server';
import { pairSites } from './pair-sites.server';
import { type Standing, standingAfter, standingNow } from './standing.server';
import { readWinners, valuesOfWinners } from './transfer-facts.server';

export type MergePreview = {
  kind: 'preview';
  kept: PairSide;
  other: PairSide;
  /** Fields the other supplier knows: both values and whether the other's would win. */
  fields: { field: string; kept: unknown; other: unknown; takes: boolean }[];
  sites: { publicId: string; name: string; sameAs: string | null; isApart: boolean }[];
  follows: { links: number; doubledLinks: number; responses: number; findings: number };
  before: Standing;
  after: Standing;
};

const workersOf = ({ workers }: { workers?: unknown }) => (typeof workers === 'number' ? workers : null);

class Previewed extends Error {
  constructor(readonly preview: MergePreview) {
    super('previewed');
  }
}

/** What a merge would do: it is done, looked at, and rolled back, so the preview cannot differ from the act. */
export async function previewMerge(
  inOrganization: InOrganization,
  options: { keptId: string; otherId: string; choices: MergeChoices; organizationId: string; userId: string; at: Date },
): Promise<MergePreview | Extract<Merged, { kind: 'refused' }>> {
  try {
    return await inOrganization(
      async (db) => {
        const { keptId, otherId, choices } = options;
        const winners = await readWinners(db, [keptId, otherId]);
        const [keptValues, otherValues] = [winners.get(keptId) ?? new Map(), winners.get(otherId) ?? new Map()].map(valuesOfWinners);
        const sites = await pairSites(db, options);
        const sides = await readSides(db, [keptId, otherId]);
        const before = await standingNow(db, keptId);
        const merged = await mergeSuppliers(db, { ...options, isTrial: true });
        if (merged.kind === 'refused') return merged;
        const [kept, other] = [sides.get(keptId), sides.get(otherId)];
        if (!kept || !other) return { kind: 'refused', code: 'unknown' } as const;
        const held: Readonly<Record<string, unknown>> = keptValues ?? {};
        const row = await db.partyMerge.findFirst({ where: { id: merged.mergeId }, select: { journal: true } });
        const journal = journalSchema.parse(row?.journal);
        const moved = (table: string) => journal.moved.flatMap((move) => (move.table === table ? move.ids : [])).length;
        throw new Previewed({
          kind: 'preview',
          kept,
          other,
          fields: Object.entries(otherValues ?? {})
            .filter(([field, value]) => JSON.stringify(held[field]) !== JSON.stringify(value))
            .map(([field, value]) => ({
              field,
              kept: shownFact(field, held[field] ?? null, workersOf(held)),
              other: shownFact(field, value, workersOf(otherValues ?? {})),
              takes: choices.takes ? choices.takes.has(field) : field !== 'name' && held[field] === undefined,
            })),
          sites: sites.map(({ site, same }) => ({
            publicId: site.publicId,
            name: site.name,
            sameAs: same?.name ?? null,
            isApart: choices.sitesApart.has(site.publicId),
          })),
          follows: {
            links: moved('SupplyLink'),
            doubledLinks: journal.removedLinks.length,
            responses: moved('QuestionnaireResponse'),
            findings: moved('Finding'),
          },
          before,
          after: await standingAfter(db, keptId, options.at),
        });
      },
      { timeoutMs: 60_000 },
    );
  } catch (error) {
    if (error instanceof Previewed) return error.preview;
    throw error;
  }
}
