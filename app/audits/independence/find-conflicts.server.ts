import { tiedAuditors } from '~/access/commissions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { type ConflictCode, limitsOn } from './limits';

const day = (date: Date) => date.toISOString().slice(0, 10);

export type Service = { id: string; kind: string; description: string; startedOn: string; endedOn: string | null };
/** A conflict with the facts that it rests on. `basis` identifies them: a decision counts for these facts alone. */
export type Conflict = { code: ConflictCode; subject: string; basis: string; person: string | null } & (
  | { code: 'site-pays'; note: string }
  | { code: 'earlier-consulting'; services: Service[]; months: number }
  | { code: 'rotation'; audits: string[]; limit: number }
  | { code: 'member-of-buyer' | 'member-of-supplier' }
);

export type ConflictSubject = {
  commissionId: string;
  firmOrganizationId: string;
  payer: string;
  payerNote: string;
  /** The firm's own record of the supplier and the site; null until it is chosen. */
  partyId: string | null;
  sitePartyId: string | null;
  startsOn: string;
  team: readonly { userId: string; part: string }[];
  /** The audit of the commission, which is none of those before it. */
  auditId?: string | null;
};

/** Conflicts of interest of a commission, by rules over recorded facts: who pays, services to the supplier, rotation, membership. */
export async function findConflicts(db: TenantDb, subject: ConflictSubject): Promise<Conflict[]> {
  const { payer, payerNote, partyId, team } = subject;
  const found: Conflict[] = [];
  if (payer === 'site') found.push({ code: 'site-pays', subject: '', basis: 'site-pays', person: null, note: payerNote });
  if (partyId !== null)
    found.push(...(await findServices(db, { ...subject, partyId })), ...(await findRotation(db, { ...subject, partyId })));
  const ties = await tiedAuditors(db, { ...subject, userIds: team.map(({ userId }) => userId) });
  found.push(
    ...ties.ofBuyer.map((userId) => personal('member-of-buyer', userId)),
    ...ties.ofSupplier.map((userId) => personal('member-of-supplier', userId)),
  );
  const names = await namePeople(
    db,
    found.flatMap((conflict) => (conflict.subject === '' ? [] : [conflict.subject])),
  );
  return found.map((conflict) => ({ ...conflict, person: names.get(conflict.subject) ?? null }));
}

const personal = (code: 'member-of-buyer' | 'member-of-supplier', userId: string): Conflict => ({
  code,
  subject: userId,
  basis: code,
  person: null,
});

/** Services other than audits to the same supplier, or to this site, that had not ended long enough before the audit. */
async function findServices(db: TenantDb, { partyId, sitePartyId, startsOn }: ConflictSubject & { partyId: string }): Promise<Conflict[]> {
  const { monthsAfterService } = limitsOn(startsOn);
  const since = new Date(startsOn);
  since.setUTCMonth(since.getUTCMonth() - monthsAfterService);
  const rows = await db.consultingService.findMany({
    where: {
      AND: [
        { partyId, OR: [{ sitePartyId: null }, ...(sitePartyId === null ? [{ sitePartyId: { not: null } }] : [{ sitePartyId }])] },
        { OR: [{ endedOn: null }, { endedOn: { gte: since } }] },
      ],
    },
    orderBy: [{ startedOn: 'asc' }, { id: 'asc' }],
  });
  if (rows.length === 0) return [];
  const services = rows.map(({ id, kind, description, startedOn, endedOn }) => ({
    ...{ id, kind, description },
    ...{ startedOn: day(startedOn), endedOn: endedOn && day(endedOn) },
  }));
  const basis = services.map(({ id, endedOn }) => (endedOn === null ? id : `${id} ${endedOn}`)).join(',');
  return [{ code: 'earlier-consulting', subject: '', basis, person: null, services, months: monthsAfterService }];
}

/** Leads who led each of the last audits of this site, as many in a row as the limit allows. */
async function findRotation(db: TenantDb, subject: ConflictSubject & { partyId: string }): Promise<Conflict[]> {
  const { partyId, sitePartyId, startsOn, team, auditId } = subject;
  const limit = limitsOn(startsOn).consecutiveAudits;
  const before = await db.audit.findMany({
    where: {
      ...{ partyId, sitePartyId, status: { not: 'cancelled' }, startsOn: { lt: new Date(startsOn) } },
      ...(auditId ? { id: { not: auditId } } : {}),
    },
    orderBy: [{ startsOn: 'desc' }, { number: 'desc' }],
    take: limit,
    select: { number: true, members: { where: { part: 'lead' }, select: { userId: true } } },
  });
  if (before.length < limit) return [];
  const numbers = before.map(({ number }) => number).reverse();
  return team
    .filter(({ userId, part }) => part === 'lead' && before.every(({ members }) => members.some((lead) => lead.userId === userId)))
    .map(({ userId }) => ({ code: 'rotation', subject: userId, basis: numbers.join(','), person: null, audits: numbers, limit }));
}
