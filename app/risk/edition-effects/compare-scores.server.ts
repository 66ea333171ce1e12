import { bands, type DetectedAlert, detectAlerts, loadOwnTable, type Scored, scoreMany, withOwnTables } from '#scoring';
import type { InOrganization } from '~/access/tenant-db.server';
import { gatherQueries } from '~/risk/alerts/gather-queries.server';
import { scoringInputs } from '~/risk/scores/scoring-inputs.server';
import type { ComparedScores } from '~/risk/reference-tables/compared-scores';
import { editionColumns, editionContent, ownTablesFor } from '~/risk/reference-tables/own-tables.server';

const chunk = 500;
/** As many suppliers are named in each list, those that move most first. */
const mostNamed = 500;

type Moved = ComparedScores['named'][number];

/**
 * What an edition would change if it came into force today: scores and bands of all suppliers, and alerts that would be raised or end. Five hundred suppliers at a time, read in transactions of
 * their own, scored outside of them; nothing is written. Null where the edition is gone.
 * @param options.asOf ISO day
 */
export async function compareScores(
  inOrganization: InOrganization,
  options: { editionId: string; asOf: string; onProgress: (done: number, total: number) => Promise<void> },
): Promise<ComparedScores | null> {
  const { editionId, asOf, onProgress } = options;
  const begun = await inOrganization(async (db) => {
    const edition = await db.referenceTableEdition.findFirst({ where: { id: editionId }, select: editionColumns });
    if (!edition) return null;
    const loaded = loadOwnTable(editionContent(edition, edition.confirmedAt ?? new Date(`${asOf}T00:00:00Z`)));
    const counting = (await ownTablesFor(db, asOf)).filter((hash) => hash !== loaded.hash);
    const kinds = await db.referenceTableEdition.findMany({ where: { hash: { in: counting } }, select: { hash: true, kind: true } });
    const others = new Set(kinds.flatMap(({ hash, kind }) => (hash !== null && kind !== loaded.kind ? [hash] : [])));
    const ids = await db.supplier.findMany({ where: { archivedAt: null }, select: { partyId: true }, orderBy: { partyId: 'asc' } });
    return { before: counting, after: [...counting.filter((hash) => others.has(hash)), loaded.hash].sort(), ids };
  });
  if (!begun) return null;
  const { before, after, ids } = begun;
  const compared: ComparedScores = { asOf, suppliers: ids.length, moved: 0, up: 0, down: 0, named: [], raised: 0, ended: 0, alerts: [] };
  for (let start = 0; start < ids.length; start += chunk) {
    const partyIds = ids.slice(start, start + chunk).map(({ partyId }) => partyId);
    const read = await inOrganization(
      async (db) => ({
        inputs: await scoringInputs(db, { partyIds, asOf }),
        queries: await gatherQueries(db, { partyIds, asOf }),
        names: await db.party.findMany({ where: { id: { in: partyIds } }, select: { id: true, publicId: true, name: true } }),
      }),
      { timeoutMs: 60_000 },
    );
    const names = new Map(read.names.map(({ id, ...named }) => [id, named]));
    const scored = (hashes: string[]) => scoreMany(read.inputs.map(({ input }) => ({ ...input, ownTables: hashes })));
    const [then, now] = [scored(before), scored(after)];
    for (const [at, { partyId }] of read.inputs.entries()) countMove(compared, names.get(partyId), figureOf(then[at]), figureOf(now[at]));
    for (const { partyId, query } of read.queries) {
      const named = names.get(partyId);
      const [was, is] = [before, after].map((hashes) => withOwnTables(hashes, () => detectAlerts(query)));
      if (named && was && is) countAlerts(compared, named, was, is);
    }
    await onProgress(Math.min(ids.length, start + chunk), ids.length);
  }
  compared.named.sort(byMove);
  compared.named.splice(mostNamed);
  return compared;
}

function figureOf(result: Scored | undefined): Moved['before'] {
  return result?.status === 'scored' ? { score: result.score, band: result.band } : null;
}

type Named = { publicId: string; name: string };

function countMove(compared: ComparedScores, named: Named | undefined, before: Moved['before'], after: Moved['after']): void {
  if (!named || (before?.score ?? null) === (after?.score ?? null)) return;
  compared.moved += 1;
  const step = (after ? bands.indexOf(after.band) : -1) - (before ? bands.indexOf(before.band) : -1);
  if (step > 0) compared.up += 1;
  if (step < 0) compared.down += 1;
  compared.named.push({ ...named, before, after });
  if (compared.named.length > 4 * mostNamed) compared.named.sort(byMove).splice(mostNamed);
}

const isBandChanged = ({ before, after }: Moved): boolean => before?.band !== after?.band;
const sizeOf = ({ before, after }: Moved): number => Math.abs((after?.score ?? 0) - (before?.score ?? 0));
/** Band changes come first, then the largest moves, then by name. */
const byMove = (a: Moved, b: Moved): number =>
  Number(isBandChanged(b)) - Number(isBandChanged(a)) || sizeOf(b) - sizeOf(a) || (a.name < b.name ? -1 : 1);

function countAlerts(compared: ComparedScores, named: Named, before: readonly DetectedAlert[], after: readonly DetectedAlert[]): void {
  const keyOf = ({ kind, source }: DetectedAlert) => `${kind} ${source.table} ${source.row}`;
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const raised = after.filter((alert) => !was.has(keyOf(alert)));
  const ended = before.filter((alert) => !is.has(keyOf(alert)));
  compared.raised += raised.length;
  compared.ended += ended.length;
  for (const [list, isEnded] of [
    [raised, false],
    [ended, true],
  ] as const)
    for (const { kind, subject } of list)
      if (compared.alerts.length < mostNamed) compared.alerts.push({ ...named, kind, subject, isEnded });
}
