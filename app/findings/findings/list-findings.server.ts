import type { Prisma } from '~/access/generated/client';
import { type FindingAge, findingAges } from '../ageing/ages';
import type { TenantDb } from '~/access/tenant-db.server';

const pageSize = 50;

/** What the list may be limited to. */
export type FindingFilter = {
  status?: string | undefined;
  grade?: string | undefined;
  supplierPublicId?: string | undefined;
  partyId?: string | undefined;
  responseId?: string | undefined;
  auditId?: string | undefined;
  origin?: string | undefined;
  extent?: string | undefined;
  /** Unresolved and open for so long on a day. */
  age?: { key: FindingAge; today: string } | undefined;
  /** Of this compliance point. */
  point?: string | undefined;
  /** A search in the text. */
  search?: string | undefined;
  /** Without those that were withdrawn. */
  excludeWithdrawn?: boolean | undefined;
  /** Only these. */
  ids?: readonly string[] | undefined;
};

/** The findings that a filter leaves. */
export function findingsWhere(options: FindingFilter): Prisma.FindingWhereInput {
  return {
    ...(options.status === 'unsolved'
      ? { status: { in: ['open', 'plan-agreed', 'fixed'] }, withdrawnAt: null }
      : options.status
        ? { status: options.status }
        : {}),
    ...(options.excludeWithdrawn ? { withdrawnAt: null } : {}),
    ...(options.grade ? { grade: options.grade } : {}),
    ...(options.ids ? { id: { in: [...options.ids] } } : {}),
    ...(options.partyId ? { partyId: options.partyId } : {}),
    ...(options.responseId ? { responseId: options.responseId } : {}),
    ...(options.auditId ? { auditId: options.auditId } : {}),
    ...(options.origin ? { origin: options.origin } : {}),
    ...(options.extent ? { extent: options.extent } : {}),
    ...(options.age ? openedWithin(options.age) : {}),
    ...(options.point ? { compliancePoint: options.point } : {}),
    ...(options.search ? { text: { contains: options.search, mode: 'insensitive' } } : {}),
    ...(options.supplierPublicId ? { party: { publicId: options.supplierPublicId } } : {}),
  };
}

/** Newest first, 50 a page unless `take` says otherwise, by keyset on (openedAt, id). Contains codes and questionnaire text, never anything about a person. */
export async function listFindings(db: TenantDb, options: FindingFilter & { take?: number | undefined; cursor?: string | undefined }) {
  const where = findingsWhere(options);
  const after = options.cursor ? await db.finding.findFirst({ where: { id: options.cursor }, select: { openedAt: true, id: true } }) : null;
  if (after) where.OR = [{ openedAt: { lt: after.openedAt } }, { openedAt: after.openedAt, id: { lt: after.id } }];
  const take = options.take ?? pageSize;
  const found = await db.finding.findMany({
    where,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: take + 1,
    select: {
      id: true,
      question: true,
      indicator: true,
      grade: true,
      status: true,
      evidenceGrade: true,
      text: true,
      origin: true,
      extent: true,
      peopleAffected: true,
      isPeopleUnknown: true,
      repeatOfId: true,
      repeatOf: { select: { withdrawnAt: true } },
      withdrawnAt: true,
      _count: { select: { actions: true } },
      openedAt: true,
      dueOn: true,
      responseId: true,
      response: { select: { instrumentKey: true } },
      party: { select: { kind: true, publicId: true, name: true } },
    },
  });
  const rows = found.slice(0, take);
  return { rows, next: found.length > take ? (rows.at(-1)?.id ?? null) : null };
}

/** Unresolved findings that are open for so long on a day. */
function openedWithin({ key, today }: { key: FindingAge; today: string }): Prisma.FindingWhereInput {
  const { from, to } = findingAges[key];
  const dayBefore = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000);
  return {
    ...{ status: { not: 'verified' }, withdrawnAt: null },
    openedAt: { ...(to === null ? {} : { gte: dayBefore(to) }), ...(from === null ? {} : { lt: dayBefore(from - 1) }) },
  };
}
