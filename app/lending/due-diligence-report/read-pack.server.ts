import type { TenantDb } from '~/access/tenant-db.server';
import { listReports } from '~/documents/frozen-documents/read-reports.server';
import { listProjectGrants } from '~/lending/deals/list-project-access.server';

/** What may have come after a report was frozen. */
export const packParts = ['category', 'scope', 'plan', 'rights', 'engagement', 'independence'] as const;
export type PackPart = (typeof packParts)[number];

/**
 * The documents before the committee: the newest frozen due diligence report, the newest ESAP version with its agreement, and copies shared by the project's
 * companies. For the report: decisions since it was frozen; for a copy: whether its access ended. Fourteen queries.
 */
export async function readPack(db: TenantDb, options: { dealId: string; clientPartyId: string; now: Date }) {
  const { dealId, clientPartyId, now } = options;
  const [report] = await listReports(db, { kind: 'due-diligence', dealId });
  const newest = { where: { dealId }, orderBy: { at: 'desc' }, select: { at: true } } as const;
  const category = await db.dealCategorisation.findFirst(newest);
  const scope = await db.applicabilityScreening.findFirst(newest);
  const rights = await db.salientIssue.findFirst({
    where: { dealId },
    orderBy: { assessedAt: 'desc' },
    select: { assessedAt: true },
  });
  const recorded = { where: { dealId }, orderBy: { recordedAt: 'desc' }, select: { recordedAt: true } } as const;
  const newestOf = (dates: readonly (Date | undefined)[]) => dates.flatMap((at) => at ?? []).sort((a, b) => b.getTime() - a.getTime())[0];
  const lastEngagement = newestOf([
    (await db.stakeholderEngagement.findFirst(recorded))?.recordedAt,
    (await db.grievanceMechanism.findFirst(recorded))?.recordedAt,
    (await db.grievancePeriod.findFirst(recorded))?.recordedAt,
  ]);
  const consultant = await db.consultantCheck.findFirst(recorded);
  const verdict = await db.approval.findFirst({
    where: { check: { dealId }, decidedById: { not: null } },
    orderBy: { decidedAt: 'desc' },
    select: { decidedAt: true },
  });
  const version = await db.frozenDocument.findFirst({
    where: { kind: 'esap', dealId },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, issuedAt: true, agreements: { select: { name: true, function: true, agreedOn: true, at: true } } },
  });
  const parties = await db.dealParty.findMany({ where: { dealId }, select: { partyId: true } });
  const grants = await listProjectGrants(db, { partyIds: [clientPartyId, ...parties.map(({ partyId }) => partyId)], now });
  const agreement = version?.agreements[0] ?? null;
  const since = report?.preparedAt ?? null;
  const isAfter = (at: Date | undefined) => since !== null && at !== undefined && at > since;
  const days: Record<PackPart, Date | undefined> = {
    ...{ category: category?.at, scope: scope?.at, plan: agreement?.at ?? version?.issuedAt },
    ...{ rights: rights?.assessedAt, engagement: lastEngagement },
    independence: newestOf([consultant?.recordedAt, verdict?.decidedAt ?? undefined]),
  };
  return {
    report: report ? { id: report.id, hash: report.hash, preparedAt: report.preparedAt } : null,
    newer: packParts.filter((part) => isAfter(days[part])),
    version: version && {
      id: version.id,
      number: version.version,
      agreement: agreement && { name: agreement.name, function: agreement.function, agreedOn: agreement.agreedOn },
    },
    grants: grants.map((grant) => ({ ...grant, isEndedSince: grant.state !== 'accepted' && isAfter(grant.endsAt) })),
  };
}
export type Pack = Awaited<ReturnType<typeof readPack>>;
