import { findingGrades, mostTelling } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { type FindingRow, showFindings } from '~/findings/findings/show-findings.server';
import { isOfThisMethod, storedInputSchema, storedResultSchema } from '~/questionnaires/responses/schema';
import { readSupplierAlerts } from '~/risk/alerts/read-alerts.server';
import { readUpstreamAlerts } from '~/risk/alerts/upstream-alerts.server';
import { holdOwnTables } from '~/risk/reference-tables/own-tables.server';
import { readPlace } from '~/risk/scores/read-place.server';
import { readScoreSteps } from '~/risk/scores/read-score-steps.server';
import { supposedShown } from '~/risk/scores/sensitivity.server';
import { contradictingFacts } from '~/suppliers/registry/contradicting-facts';
import type { SupplierHead } from '~/suppliers/registry/read-supplier.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { readPathToBuyer } from '~/suppliers/supply-links/read-path-to-buyer.server';
import { driversOf } from './drivers-of';
import { readOpenWork } from './read-open-work.server';
import { verdictOf } from './read-verdict.server';

const unknownsShown = 3;
const findingsShown = 3;
const doubtfulShown = 3;

/**
 * All that the overview of a supplier shows beside its head. A constant number of queries, however much is known. `critical`: the open critical findings that the
 * verdict may name in a paper; without them those of the page.
 */
export async function readVerdictPage(
  db: TenantDb,
  options: { head: SupplierHead; today: string; critical?: readonly { title: string }[] | undefined },
) {
  const { head, today } = options;
  const { partyId } = head;
  const alerts = await readSupplierAlerts(db, partyId);
  const upstream = await readUpstreamAlerts(db, partyId);
  const score = head.scoreId ? await readCurrentScore(db, head.scoreId) : null;
  const result = score?.result.status === 'scored' ? score.result : null;
  const findings = await readOpenFindings(db, partyId);
  const missing = score?.result.status === 'not-scored' ? score.result.missing : [];
  return {
    verdict: verdictOf({
      alerts,
      upstream,
      result,
      critical: options.critical ?? findings.rows.filter(({ grade }) => grade === 'critical'),
      reading: head.reading,
      missing,
    }),
    alerts,
    upstream,
    result,
    asOf: score?.asOf ?? null,
    /** The version of an earlier method by which the newest score was made; null where it is of today's. */
    earlierVersion: score?.earlierVersion ?? null,
    drivers: result ? driversOf(result) : [],
    unknowns: score?.telling ?? [],
    missing,
    contradicting: score?.contradicting ?? 0,
    /** The sector that the score read, in the reader's language. */
    sector: head.sector ? (sectorTitles([head.sector])[head.sector] ?? head.sector) : null,
    place: head.reading === null ? null : await readPlace(db, partyId),
    steps: await readScoreSteps(db, partyId),
    path: await readPathToBuyer(db, partyId),
    work: await readOpenWork(db, { partyId, today }),
    findings: { ...findings, rows: findings.rows.slice(0, findingsShown) },
    ...(await readParty(db, partyId)),
  };
}
export type VerdictPage = Awaited<ReturnType<typeof readVerdictPage>>;

/** Products, parent company, the sites with doubtful coordinates, and how many audits were ever planned. A constant number of queries. */
async function readParty(db: TenantDb, partyId: string) {
  const { supplier, _count } = await db.party.findFirstOrThrow({
    where: { id: partyId },
    select: {
      supplier: {
        select: {
          products: true,
          parentCompany: true,
          sites: {
            where: { pointDoubt: { not: null } },
            orderBy: [{ party: { nameKey: 'asc' } }, { partyId: 'asc' }],
            take: doubtfulShown,
            select: { pointDoubt: true, party: { select: { publicId: true, name: true } } },
          },
        },
      },
      _count: { select: { audits: { where: { status: { not: 'cancelled' } } } } },
    },
  });
  return {
    products: supplier?.products ?? [],
    parentCompany: supplier?.parentCompany ?? null,
    doubtfulSites: (supplier?.sites ?? []).map(({ party, pointDoubt }) => ({ ...party, doubt: pointDoubt })),
    audits: _count.audits,
  };
}

async function readCurrentScore(db: TenantDb, id: string) {
  const row = await db.score.findFirst({ where: { id }, select: { engineVersion: true, asOf: true, input: true, result: true } });
  if (!row) return null;
  const asOf = row.asOf.toISOString().slice(0, 10);
  if (!isOfThisMethod(row.engineVersion))
    return { asOf, earlierVersion: row.engineVersion, result: { status: 'earlier' as const }, telling: [], contradicting: 0 };
  const [input, result] = [storedInputSchema.parse(row.input), storedResultSchema.parse(row.result)];
  await holdOwnTables(db, input.ownTables ?? []);
  return { asOf, earlierVersion: null, result, telling: tellingOf(input), contradicting: contradictingFacts(input.facts).length };
}

/** The unknown facts that would change most; none where the numbers of that day are not kept. */
function tellingOf(input: Parameters<typeof mostTelling>[0]) {
  try {
    return mostTelling(input)
      .slice(0, unknownsShown)
      .map(({ best, worst, ...rest }) => ({ ...rest, best: supposedShown(best), worst: supposedShown(worst) }));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Open findings, the gravest grade first and of each the newest; `all` counts them. */
async function readOpenFindings(db: TenantDb, partyId: string) {
  const { rows, next } = await showFindings(db, { partyId, status: 'unsolved' });
  const order = ({ grade }: FindingRow) => findingGrades.indexOf(grade);
  return { rows: rows.toSorted((a, b) => order(a) - order(b)), all: rows.length, hasMore: next !== null };
}
