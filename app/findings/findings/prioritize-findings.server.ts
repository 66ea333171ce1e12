import {
  evidenceGradeSchema,
  indicators,
  orderBySalience,
  type OverrideCode,
  overrideCodes,
  type Salience,
  type SalienceIssue,
} from '#scoring';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { type FindingRow, showFindings } from './show-findings.server';

const mostLookedAt = 2_000;
const mostShown = 50;

const raisedSchema = z.array(z.object({ findingId: z.string(), code: z.enum(overrideCodes) }));

/**
 * Open findings in order of priority (R9): severity, then people affected, then likelihood, each with its four scores; those of unknown severity after all others.
 * Scope is unknown where the number of people is not recorded. Reads the newest 2,000 and returns the first 50. Three queries, however many findings.
 */
export async function prioritizeFindings(db: TenantDb, { asOf }: { asOf: string }) {
  const found = await db.finding.findMany({
    where: { status: { not: 'verified' }, withdrawnAt: null },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: mostLookedAt + 1,
    select: {
      id: true,
      partyId: true,
      indicator: true,
      evidenceGrade: true,
      peopleAffected: true,
      party: { select: { supplier: { select: { score: true } } } },
    },
  });
  const findings = found.slice(0, mostLookedAt);
  const raised = await overridesRaised(
    db,
    findings.map(({ partyId }) => partyId),
  );
  const inOrder = orderBySalience({
    asOf,
    issues: findings.map(({ id, indicator, evidenceGrade, peopleAffected, party }): SalienceIssue => {
      const sign = indicators.find((known) => known === indicator);
      const overrides = raised.get(id) ?? [];
      const score = party.supplier?.score ?? null;
      return {
        id,
        score: score === null ? null : Number(score),
        evidence: evidenceGradeSchema.parse(evidenceGrade),
        ...(peopleAffected === null ? {} : { people: peopleAffected }),
        ...(sign ? { indicators: [sign] } : {}),
        ...(overrides.length > 0 ? { overrides } : {}),
      };
    }),
  });
  const shown = knownSeverityFirst(inOrder).slice(0, mostShown);
  const { rows } = await showFindings(db, { ids: shown.map(({ id }) => id) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    total: findings.length,
    isCut: found.length > mostLookedAt,
    rows: shown.flatMap((salience): { salience: typeof salience; finding: FindingRow; overrides: OverrideCode[] }[] => {
      const finding = byId.get(salience.id);
      return finding ? [{ salience, finding, overrides: raised.get(salience.id) ?? [] }] : [];
    }),
  };
}

/**
 * The order of R9 within two groups: a finding of whose severity nothing is known follows those of known severity, and never leads by the value that R9 takes in place
 * of it. Ranks are those of this order.
 */
export function knownSeverityFirst(ordered: readonly Salience[]): Salience[] {
  const [known, unknown] = [true, false].map((isKnown) => ordered.filter(({ severityAtLeast }) => (severityAtLeast !== null) === isKnown));
  const ranked = (group: readonly Salience[] = [], from: number) =>
    group.map((each) => ({ ...each, rank: from + group.findIndex(({ rank }) => rank === each.rank) + 1 }));
  return [...ranked(known, 0), ...ranked(unknown, known?.length ?? 0)];
}

export type FirstRow = Awaited<ReturnType<typeof prioritizeFindings>>['rows'][number];

/** Overrides in force that follow from each finding, from the newest score of its supplier. */
async function overridesRaised(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, OverrideCode[]>> {
  const rows = raisedSchema.parse(
    await db.$queryRaw`
      SELECT DISTINCT f #>> '{}' AS "findingId", o->>'code' AS code
      FROM "Supplier" s JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId",
        jsonb_path_query(c."result", '$.overrides[*] ? (@.state == "in-force")') o, jsonb_path_query(o, '$.findings[*]') f
      WHERE s."partyId" = ANY(${[...new Set(partyIds)]}::uuid[])`,
  );
  const raised = new Map<string, OverrideCode[]>();
  for (const { findingId, code } of rows) raised.set(findingId, [...(raised.get(findingId) ?? []), code].sort());
  return raised;
}
