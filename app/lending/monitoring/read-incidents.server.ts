import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { type IncidentKind, incidentKinds } from './monitoring-lists';
import { inList } from '~/lending/covenants/covenant-lists';
import { clockOf } from './notice-clock';

export const incidentStates = ['open', 'closed'] as const;
export type IncidentFilter = { kind?: IncidentKind | undefined; status?: (typeof incidentStates)[number] | undefined };
const columns = {
  ...{ id: true, number: true, kind: true, text: true, happenedAt: true, learnedAt: true, reportedAt: true, noticeHours: true },
  ...{ deadlineAt: true, died: true, harmed: true, status: true, recordedAt: true, recordedById: true, covenantId: true },
} as const;

/** The incidents of a deal, newest first, each with its notification status at `now`; at most 200. One query. */
export async function listIncidents(db: TenantDb, options: { dealId: string; now: Date } & IncidentFilter) {
  const { dealId, now, kind, status } = options;
  const rows = await db.monitoringIncident.findMany({
    where: { dealId, ...(kind ? { kind } : {}), ...(status ? { status } : {}) },
    orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: columns,
  });
  return rows.map((row) => ({
    ...row,
    ...{ kind: inList(incidentKinds, row.kind), status: inList(incidentStates, row.status), clock: clockOf(row, now) },
  }));
}
export type IncidentRow = Awaited<ReturnType<typeof listIncidents>>[number];

/** One incident with what was done since; null where there is none. Four queries. */
export async function readIncident(db: TenantDb, options: { incidentId: string; dealId: string; now: Date }) {
  const { incidentId, dealId, now } = options;
  if (!z.tuple([z.guid(), z.guid()]).safeParse([incidentId, dealId]).success) return null;
  const row = await db.monitoringIncident.findFirst({
    where: { id: incidentId, dealId },
    select: { ...columns, notes: { orderBy: [{ at: 'desc' }, { id: 'desc' }] } },
  });
  if (!row) return null;
  const covenant = row.covenantId
    ? await db.covenant.findFirst({ where: { id: row.covenantId }, select: { id: true, number: true } })
    : null;
  const { notes, recordedById, covenantId: _, ...incident } = row;
  const people = await namePeople(db, [...new Set([recordedById, ...notes.map(({ byUserId }) => byUserId)])]);
  return {
    ...incident,
    ...{ kind: inList(incidentKinds, row.kind), status: inList(incidentStates, row.status), clock: clockOf(row, now), covenant },
    recordedBy: people.get(recordedById) ?? null,
    notes: notes.map(({ id, kind, text, byUserId, at }) => ({ id, kind, text, at, by: people.get(byUserId) ?? null })),
  };
}
export type IncidentRead = NonNullable<Awaited<ReturnType<typeof readIncident>>>;
