import { z } from 'zod';
import type { Prisma } from '~/access/generated/client';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { parseApproval } from '~/platform/approvals/read-approvals.server';
import { breachStates, covenantKinds, frequencies, inList, noticesOf, proposalApprovals, testers, testResults } from './covenant-lists';
import { covenantStatusOf } from './covenant-status';
import { dueDaysUntil, isWithin, monthsAfter, type Stretch } from './due-days';
import { isoDay, isoDayOf } from './find-covenant.server';

const newest = [{ at: 'desc' }, { id: 'desc' }] satisfies Prisma.CovenantTestOrderByWithRelationInput[];
const columns = {
  tests: { orderBy: newest },
  approvals: true,
  breaches: {
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    include: { steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] }, approvals: true },
  },
} as const satisfies Prisma.CovenantInclude;
type Found = Prisma.CovenantGetPayload<{ include: typeof columns }>;

/** The waivers of a covenant with the days on which they are in force, the newest request first. */
function waiversOf({ approvals }: Pick<Found, 'approvals'>) {
  return newestFirst(approvals.filter(({ kind }) => kind === 'covenant-waiver').map((row) => parseApproval('covenant-waiver', row))).map(
    (waiver) => ({
      ...waiver,
      untilOn: waiver.payload.untilOn,
      fromOn: waiver.state === 'approved' ? isoDayOf(waiver.decidedAt) : null,
    }),
  );
}

/** The proposals for a covenant and its breaches, the newest first. */
function proposalsOf({ approvals, breaches }: Pick<Found, 'approvals' | 'breaches'>) {
  const rows = [...approvals, ...breaches.flatMap((breach) => breach.approvals)];
  return newestFirst(
    rows.flatMap((row) => {
      const known = proposalApprovals.find(({ kind }) => kind === row.kind);
      if (!known) return [];
      const endedOn = known.kind === 'covenant-end' ? parseApproval(known.kind, row).payload.endedOn : null;
      return [{ ...parseApproval(known.kind, row), kind: known.proposes, endedOn, breachId: row.breachId }];
    }),
  );
}

const newestFirst = <Row extends { id: string; proposedAt: Date }>(rows: Row[]): Row[] =>
  rows.sort((a, b) => Number(b.proposedAt) - Number(a.proposedAt) || (a.id < b.id ? 1 : -1));

/** The text of a covenant, and its status on `today`. */
function shownCovenant(row: Found, today: string) {
  const waivers = waiversOf(row);
  const spared = waivers.flatMap(({ fromOn, untilOn }): Stretch[] => (fromOn ? [{ from: fromOn, until: untilOn }] : []));
  const holding = spared.filter(({ from, until }) => from <= today && today <= until).map(({ until }) => until);
  const waivedUntil = holding.sort().at(-1) ?? null;
  // Newest first: the first for a due day is the one that counts.
  const byDay = new Map<string, Found['tests'][number]>();
  for (const test of row.tests) if (!byDay.has(isoDay(test.dueOn))) byDay.set(isoDay(test.dueOn), test);
  const answering = [...byDay].filter(([, { result }]) => result !== 'not-tested').sort(([a], [b]) => (a < b ? 1 : -1));
  const last = answering[0]?.[1];
  const nextDueOn = isoDayOf(row.nextDueOn);
  const covenantStatus = covenantStatusOf(
    {
      ...{ isEnded: row.endedOn !== null, waivedUntil, nextDueOn },
      breaches: row.breaches.map(({ status }) => inList(breachStates, status)),
      lastResult: last ? inList(testResults, last.result) : null,
    },
    today,
  );
  return {
    ...{ id: row.id, number: row.number, text: row.text, reference: row.reference, nextDueOn, covenantStatus, waivedUntil },
    ...{ kind: inList(covenantKinds, row.kind), frequency: inList(frequencies, row.frequency), tester: inList(testers, row.tester) },
    ...{ firstTestOn: isoDay(row.firstTestOn), noticeHours: row.noticeHours },
    noticeOf: row.noticeOf === null ? null : inList(noticesOf, row.noticeOf),
    ...{ endedOn: isoDayOf(row.endedOn), endReason: row.endReason, isTested: row.tests.length > 0 },
    // Before the first decisive result, ending a covenant takes two people.
    endsByTwo: answering.length === 0,
    last: last ? { result: inList(testResults, last.result), testedOn: isoDay(last.testedOn), dueOn: isoDay(last.dueOn) } : null,
    waitsForWaiver: waivers.some(({ state }) => state === 'open'),
    ...{ byDay, spared },
  };
}

/** The covenants of a deal in the order they were added, ended ones last. Four queries. */
export async function listCovenants(db: TenantDb, { dealId, today }: { dealId: string; today: string }) {
  const rows = await db.covenant.findMany({ where: { dealId }, orderBy: { number: 'asc' }, include: columns });
  const shown = rows.map((row) => shownCovenant(row, today));
  return [...shown.filter(({ endedOn }) => endedOn === null), ...shown.filter(({ endedOn }) => endedOn !== null)];
}
export type CovenantListed = Awaited<ReturnType<typeof listCovenants>>[number];

/** A list for a page: without what the calendar works with. */
export const covenantRow = ({ byDay: _, spared: __, ...row }: CovenantListed) => row;
export type CovenantRow = ReturnType<typeof covenantRow>;

/** One covenant with all its results, waivers and breaches, and the days that a result may be given for; null where there is none. A constant number of queries. */
export async function readCovenant(db: TenantDb, options: { covenantId: string; dealId: string; today: string }) {
  const { covenantId, dealId, today } = options;
  if (!z.tuple([z.guid(), z.guid()]).safeParse([covenantId, dealId]).success) return null;
  const row = await db.covenant.findFirst({ where: { id: covenantId, dealId }, include: columns });
  if (!row) return null;
  const { byDay, spared, ...covenant } = shownCovenant(row, today);
  const [waivers, proposals] = [waiversOf(row), proposalsOf(row)];
  const people = await namePeople(db, [
    ...new Set([
      ...row.tests.map(({ byUserId }) => byUserId),
      ...[...waivers, ...proposals].flatMap(({ proposedById, decidedById }) => [proposedById, ...(decidedById ? [decidedById] : [])]),
      ...row.breaches.flatMap(({ steps }) => steps.map(({ byUserId }) => byUserId)),
      ...(row.endedById ? [row.endedById] : []),
    ]),
  ]);
  const by = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  const days = dueDaysUntil({ firstTestOn: covenant.firstTestOn, frequency: covenant.frequency }, monthsAfter(today, 12));
  const isOpen = (day: string) => (byDay.get(day)?.result ?? 'not-tested') === 'not-tested' && !isWithin(day, spared);
  // What was due and is open, and the next that will be: a test may come early.
  const open = days.filter(isOpen);
  const testable =
    covenant.endedOn !== null ? [] : [...open.filter((day) => day <= today), ...open.filter((day) => day > today).slice(0, 1)];
  return {
    ...covenant,
    testable,
    tests: row.tests.map(({ id, result, reason, evidence, byUserId, at, dueOn, testedOn }) => ({
      ...{ id, result: inList(testResults, result), reason, evidence, by: by(byUserId), at },
      ...{ dueOn: isoDay(dueOn), testedOn: isoDay(testedOn), counts: byDay.get(isoDay(dueOn))?.id === id },
    })),
    waivers: waivers.map(({ id, reason, untilOn, proposedById, proposedAt, state, fromOn, decisionNote, decidedById, decidedAt }) => ({
      ...{ id, reason, untilOn, askedById: proposedById, askedBy: by(proposedById), askedAt: proposedAt, state },
      ...{ fromOn, answer: decisionNote, decidedBy: by(decidedById), decidedAt },
    })),
    proposals: proposals.map(({ id, kind, reason, endedOn, breachId, proposedById, proposedAt, state, decisionNote, decidedById }) => ({
      ...{ id, kind, reason, endedOn, breachId, proposedById, proposedAt },
      ...{ proposedBy: by(proposedById), state, answer: decisionNote, decidedBy: by(decidedById) },
    })),
    breaches: row.breaches.map(({ id, status, text, openedOn, planDueOn, steps }) => ({
      ...{ id, status: inList(breachStates, status), text, openedOn: isoDay(openedOn), planDueOn: isoDayOf(planDueOn) },
      steps: steps.map(({ byUserId, dueOn, kind, ...step }) => ({
        ...{ id: step.id, text: step.text, at: step.at, kind: inList(breachStates, kind), dueOn: isoDayOf(dueOn), by: by(byUserId) },
      })),
    })),
    endedBy: by(row.endedById),
  };
}
export type CovenantRead = NonNullable<Awaited<ReturnType<typeof readCovenant>>>;

/** The texts of the covenants of a deal that have not ended. One query. */
export async function covenantTexts(db: TenantDb, dealId: string): Promise<string[]> {
  const rows = await db.covenant.findMany({ where: { dealId, endedOn: null }, select: { text: true } });
  return rows.map(({ text }) => text);
}
