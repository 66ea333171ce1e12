import { can, isRole } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';
import { listCommissions } from '~/audits/commissions/list-commissions.server';
import { answerBy } from '~/audits/independence/limits';
import { namePeople } from '~/platform/activity/name-people.server';

/** What waits for the firm comes before what waits for the client. */
const order = ['sent', 'accepted', 'question'];

/** A conflict of interest that waits for the decision of a second person: whether the reader may decide, else who may. */
export type WaitingConflict = { mayDecide: boolean; deciders: string[] };

/** Commissions that wait for an answer or a plan, with what the client was asked and who decides on conflicts of interest. Five queries. */
export async function readFirmCommissions(db: TenantDb, { userId, lines }: { userId: string; lines: number }) {
  const { rows } = await listCommissions(db, {
    ...{ search: '', statuses: ['sent', 'question', 'accepted'], announcement: undefined, clientId: undefined, take: 50 },
    sort: { key: 'wanted', direction: 'ascending' },
  });
  const received = rows.filter(({ side }) => side === 'firm').toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const shown = received.slice(0, lines);
  const conflicts = await readConflicts(db, { userId, commissionIds: shown.map(({ id }) => id) });
  const questions = await db.commissionMessage.findMany({
    where: { commissionId: { in: shown.flatMap(({ id, status }) => (status === 'question' ? [id] : [])) }, side: 'firm' },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    select: { commissionId: true, text: true },
  });
  const asked = new Map(questions.map(({ commissionId, text }) => [commissionId, text]));
  return {
    total: received.length,
    rows: shown.map(
      ({ id, number, party, supplier, site, city, country, workers, announcement, wantedFrom, wantedTo, createdOn, status, reason }) => ({
        ...{ id, number, client: party, supplier, site, city, country, workers, announcement, wantedFrom, wantedTo, status, reason },
        answerBy: status === 'sent' ? answerBy({ wantedFrom, createdOn }) : null,
        /** What the firm last asked the client; null where it waits for no answer. */
        asked: asked.get(id) ?? null,
        conflict: conflicts.get(id) ?? null,
      }),
    ),
  };
}

async function readConflicts(
  db: TenantDb,
  { userId, commissionIds }: { userId: string; commissionIds: readonly string[] },
): Promise<ReadonlyMap<string, WaitingConflict>> {
  const undecided = await db.conflictDecision.findMany({
    where: { commissionId: { in: [...commissionIds] }, isAccepted: null },
    select: { commissionId: true, proposedById: true },
  });
  if (undecided.length === 0) return new Map();
  const members = await db.membership.findMany({ orderBy: { userId: 'asc' }, select: { userId: true, role: true } });
  const deciders = members.flatMap(({ userId: id, role }) => (isRole(role) && can(role, 'approve:audit') ? [id] : []));
  const names = await namePeople(db, deciders);
  return new Map(
    undecided.map(({ commissionId }) => {
      const proposers = undecided.filter((each) => each.commissionId === commissionId).map(({ proposedById }) => proposedById);
      // Each proposal needs a person who did not make it.
      const others = deciders.filter((id) => proposers.some((proposer) => proposer !== id));
      return [
        commissionId,
        { mayDecide: others.includes(userId), deciders: others.flatMap((id) => names.get(id) ?? []).sort((a, b) => a.localeCompare(b)) },
      ];
    }),
  );
}
