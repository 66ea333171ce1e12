import type { Prisma } from '~/access/generated/client';
import type { TenantDb } from '~/access/tenant-db.server';

const pageSize = 50;

/** Newest first, 50 a page, by keyset on (openedAt, id). Holds codes and the instrument's words, never anything about a person. */
export async function listFindings(
  db: TenantDb,
  options: {
    status?: string | undefined;
    grade?: string | undefined;
    supplierPublicId?: string | undefined;
    assessmentId?: string | undefined;
    /** Only these. */
    ids?: readonly string[] | undefined;
    cursor?: string | undefined;
  },
) {
  const where: Prisma.FindingWhereInput = {
    ...(options.status === 'unsolved'
      ? { status: { in: ['open', 'plan-agreed', 'fixed'] } }
      : options.status
        ? { status: options.status }
        : {}),
    ...(options.grade ? { grade: options.grade } : {}),
    ...(options.ids ? { id: { in: [...options.ids] } } : {}),
    ...(options.assessmentId ? { assessmentId: options.assessmentId } : {}),
    ...(options.supplierPublicId ? { party: { publicId: options.supplierPublicId } } : {}),
  };
  const after = options.cursor ? await db.finding.findFirst({ where: { id: options.cursor }, select: { openedAt: true, id: true } }) : null;
  if (after) where.OR = [{ openedAt: { lt: after.openedAt } }, { openedAt: after.openedAt, id: { lt: after.id } }];
  const found = await db.finding.findMany({
    where,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: {
      id: true,
      question: true,
      indicator: true,
      grade: true,
      status: true,
      evidenceGrade: true,
      text: true,
      openedAt: true,
      dueOn: true,
      assessmentId: true,
      assessment: { select: { instrumentKey: true } },
      party: { select: { publicId: true, name: true } },
    },
  });
  const rows = found.slice(0, pageSize);
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}
