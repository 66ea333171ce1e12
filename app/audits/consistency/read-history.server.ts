import type { TenantDb } from '~/access/tenant-db.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { countedQuestions } from './counted-questions.server';

const dayMs = 86_400_000;
const day = (date: Date): string => date.toISOString().slice(0, 10);
const carriedOut = { in: ['in-review', 'approved'] };

/** When the supplier was last sent or reminded of a questionnaire before the first day of the audit, up to sixty days. One query. */
export async function lastContact(db: TenantDb, { partyId, startsOn }: { partyId: string; startsOn: Date }): Promise<string | null> {
  const within = { gte: new Date(startsOn.getTime() - 60 * dayMs), lt: startsOn };
  const rows = await db.questionnaireRequest.findMany({
    where: { response: { partyId }, OR: [{ mailedAt: within }, { remindedAt: within }] },
    select: { mailedAt: true, remindedAt: true },
    take: 100,
  });
  const days = rows.flatMap(({ mailedAt, remindedAt }) => [mailedAt, remindedAt].flatMap((at) => (at && at < startsOn ? [day(at)] : [])));
  return days.sort().at(-1) ?? null;
}

/** The audits of the supplier before this one, the latest first. One query. */
const auditsBefore = (db: TenantDb, { partyId, startsOn }: { partyId: string; startsOn: Date }) =>
  db.audit.findMany({
    where: { partyId, status: carriedOut, startsOn: { lt: startsOn } },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    take: 10,
    select: {
      responseId: true,
      status: true,
      checklist: { select: { instrumentKey: true } },
      members: { where: { part: 'lead' }, select: { userId: true } },
    },
  });

/** For each member of the team: audits in a row that the person led, and whether another audit has the person on one of its days. Two queries. */
export async function teamHistory(db: TenantDb, audit: FoundAudit, { startsOn, endsOn }: { startsOn: Date; endsOn: Date }) {
  const before = await auditsBefore(db, { partyId: audit.partyId, startsOn });
  const elsewhere = await db.auditMember.findMany({
    where: {
      userId: { in: audit.members.map(({ userId }) => userId) },
      audit: { id: { not: audit.id }, status: { not: 'cancelled' }, startsOn: { lte: endsOn }, endsOn: { gte: startsOn } },
    },
    select: { userId: true },
  });
  return audit.members.map(({ userId, part, languages, declaration }) => {
    const changed = before.findIndex(({ members }) => !members.some((lead) => lead.userId === userId));
    return {
      ...{ part, languages, declaration },
      leadRuns: part === 'lead' ? 1 + (changed < 0 ? before.length : changed) : 0,
      isElsewhere: elsewhere.some((other) => other.userId === userId),
    };
  });
}

/**
 * How many approved audits in a row before this one found no non-compliance. Each is read by the questionnaire that it was recorded with, without compliance
 * points that contain a zero-tolerance question. A constant number of queries.
 */
export async function cleanAuditsBefore(db: TenantDb, { partyId, startsOn }: { partyId: string; startsOn: Date }): Promise<number> {
  const before = (await auditsBefore(db, { partyId, startsOn })).filter(({ status }) => status === 'approved');
  if (before.length === 0) return 0;
  await knowInstruments(
    db,
    before.map(({ checklist }) => checklist.instrumentKey),
  );
  const counted = new Map(before.map(({ responseId, checklist }) => [responseId, countedQuestions(instrument(checklist.instrumentKey))]));
  const found = await db.answer.findMany({
    where: { responseId: { in: [...counted.keys()] }, value: { equals: 'not-compliant' } },
    select: { responseId: true, question: true },
  });
  const withFinding = new Set(found.flatMap(({ responseId, question }) => (counted.get(responseId)?.has(question) ? [responseId] : [])));
  const first = before.findIndex(({ responseId }) => withFinding.has(responseId));
  return first < 0 ? before.length : first;
}

/** How often each corrective action was given more time. One query. */
export async function extensionsOf(db: TenantDb, actionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (actionIds.length === 0) return new Map();
  const rows = await db.approval.groupBy({
    by: ['actionId'],
    where: { kind: 'due-date-extension', state: 'approved', actionId: { in: [...actionIds] } },
    _count: { _all: true },
  });
  return new Map(rows.flatMap(({ actionId, _count }) => (actionId ? [[actionId, _count._all] as const] : [])));
}
