import { z } from 'zod';
import type { Prisma } from '~/access/generated/client';
import { findPartyIds } from '~/access/sql/find-party-ids.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { searchKey } from '~/suppliers/parties/name-key';
import { cutPage } from '~/platform/lists/cut-page';
import { decodeCursor } from '~/platform/lists/cursor';
import { type AuditCaller, visibleAudits } from './find-audit.server';

const shown = {
  id: true,
  number: true,
  type: true,
  announcement: true,
  status: true,
  startsOn: true,
  endsOn: true,
  personDays: true,
  party: { select: { name: true, publicId: true } },
  site: { select: { name: true } },
} as const satisfies Prisma.AuditSelect;

/** The audits that who asks may know of, the latest to begin first; 50 a page by keyset. Two queries. */
export async function listAudits(
  db: TenantDb,
  options: AuditCaller & {
    status?: string | undefined;
    search?: string | undefined;
    /** Of this supplier. */
    partyId?: string | undefined;
    after: string | null;
    before: string | null;
    take?: number;
  },
) {
  const take = options.take ?? 50;
  const after = decodeCursor(options.after);
  const before = after ? null : decodeCursor(options.before);
  const from = after ?? before;
  const on = from && z.iso.date().safeParse(from.value).success ? new Date(String(from.value)) : null;
  const isBackward = before !== null && on !== null;
  const where: Prisma.AuditWhereInput = {
    AND: [
      visibleAudits(options),
      options.status ? { status: options.status } : {},
      options.partyId ? { partyId: options.partyId } : {},
      options.search ? await searched(db, options.search) : {},
      on && from
        ? isBackward
          ? { OR: [{ startsOn: { gt: on } }, { startsOn: on, id: { gt: from.id } }] }
          : { OR: [{ startsOn: { lt: on } }, { startsOn: on, id: { lt: from.id } }] }
        : {},
    ],
  };
  const order = isBackward ? 'asc' : 'desc';
  const found = await db.audit.findMany({ where, orderBy: [{ startsOn: order }, { id: order }], take: take + 1, select: shown });
  const cut = cutPage(found, { take, from: on ? from : null, isBackward }, ({ startsOn, id }) => ({
    value: startsOn.toISOString().slice(0, 10),
    id,
  }));
  return { ...cut, rows: cut.rows.map(readRow) };
}

/** By the audit's number, or the name, folded as names are, or the public ID of the supplier. */
async function searched(db: TenantDb, search: string): Promise<Prisma.AuditWhereInput> {
  const ids = await findPartyIds(db, searchKey(search));
  return { OR: [{ number: { startsWith: search } }, { partyId: { in: ids } }] };
}

/** All audits with a day in a month ("2026-12"), by their first day; at most 500. */
export async function listMonth(db: TenantDb, options: AuditCaller & { month: string }) {
  const first = new Date(`${options.month}-01`);
  const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1));
  const found = await db.audit.findMany({
    where: { AND: [visibleAudits(options), { startsOn: { lt: next }, endsOn: { gte: first }, status: { not: 'cancelled' } }] },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    take: 500,
    select: shown,
  });
  return found.map(readRow);
}

type Found = Prisma.AuditGetPayload<{ select: typeof shown }>;

function readRow({ party, site, personDays, ...row }: Found) {
  return { ...row, personDays: personDays.toNumber(), supplier: party.name, publicId: party.publicId, site: site?.name ?? null };
}
export type AuditRow = ReturnType<typeof readRow>;
