import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { getLocale } from '~/paraglide/runtime';
import { type AuditCaller, visibleAudits } from './find-audit.server';
import { focusSchema } from './focus';
import { recorders } from './plan-audit.server';
import { proposeDays } from './propose-days';
import { samplePlanSchema } from './schema';

/** An audit for its pages, or null: unknown and hidden look the same. Six queries at most. */
export async function readAudit(db: TenantDb, options: AuditCaller & { auditId: string }) {
  if (!z.guid().safeParse(options.auditId).success) return null;
  const audit = await db.audit.findFirst({
    where: { AND: [{ id: options.auditId }, visibleAudits(options)] },
    include: {
      party: { select: { name: true, publicId: true, supplier: { select: { country: true, sector: true } } } },
      site: { select: { name: true, publicId: true, site: { select: { country: true } } } },
      previous: { select: { id: true, number: true } },
      followUps: { where: visibleAudits(options), select: { id: true, number: true }, orderBy: { number: 'asc' } },
      members: { orderBy: { addedAt: 'asc' } },
      checklists: { orderBy: { position: 'asc' }, select: { response: { select: { instrumentKey: true } } } },
    },
  });
  if (!audit) return null;
  const { plannedById, concludedById, approvedById } = audit;
  const isReturned = audit.returnedReason !== null && audit.returnedAt !== null;
  const returnedById = isReturned ? await readReturnedBy(db, audit.id) : null;
  const further = audit.checklists.map(({ response }) => response.instrumentKey);
  await knowInstruments(db, further);
  const people = await namePeople(db, [
    ...new Set(
      [...audit.members.map(({ userId }) => userId), plannedById, concludedById, approvedById, returnedById].flatMap((id) => id ?? []),
    ),
  ]);
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return {
    id: audit.id,
    number: audit.number,
    type: audit.type,
    announcement: audit.announcement,
    status: audit.status,
    startsOn: audit.startsOn,
    endsOn: audit.endsOn,
    personDays: audit.personDays.toNumber(),
    usual: proposeDays(audit.workers),
    workers: audit.workers,
    paidBy: audit.paidBy,
    purpose: audit.purpose,
    contact: audit.contact,
    licences: audit.licences,
    limits: audit.limits,
    /** Who commissioned it; null where the organization audits for itself. */
    commission: audit.commissionId === null ? null : { id: audit.commissionId, buyer: audit.buyerName },
    supplier: {
      ...{ name: audit.party.name, publicId: audit.party.publicId },
      ...{ country: audit.party.supplier?.country ?? null, sector: audit.party.supplier?.sector ?? null },
    },
    site: audit.site && { name: audit.site.name, publicId: audit.site.publicId },
    /** Where the audit takes place, and whose law applies: the country of the site, else that of the supplier. */
    country: audit.site?.site?.country ?? audit.party.supplier?.country ?? null,
    previous: audit.previous,
    followUps: audit.followUps,
    /** The questionnaires beside the checklist and the indicators. */
    further: further.map((key) => localizedInstrument(key, getLocale()).title.text),
    focus: focusSchema.parse(audit.focus),
    sample: samplePlanSchema.parse(audit.samplePlan),
    team: audit.members.map(({ userId, part, languages, declaration, interest, declaredAt, explanation }) => ({
      ...{ userId, explanation, name: nameOf(userId), part, languages, declaration, interest, declaredAt },
    })),
    plannedBy: nameOf(plannedById),
    plannedAt: audit.plannedAt,
    startedAt: audit.startedAt,
    concluded: audit.concludedAt && { id: concludedById, by: nameOf(concludedById), at: audit.concludedAt },
    approved: audit.approvedAt && { by: nameOf(approvedById), at: audit.approvedAt },
    returned: isReturned && audit.returnedAt ? { by: nameOf(returnedById), at: audit.returnedAt, reason: audit.returnedReason } : null,
    cancelledReason: audit.cancelledReason,
  };
}
export type AuditRead = NonNullable<Awaited<ReturnType<typeof readAudit>>>;

/** Who last returned an audit to its team; null where the activity is no longer kept. One query. */
async function readReturnedBy(db: TenantDb, auditId: string): Promise<string | null> {
  const last = await db.activity.findFirst({
    where: { recordKind: 'audit', recordId: auditId, act: 'return-audit' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { userId: true },
  });
  return last?.userId ?? null;
}

/** Members who may be put on a team, by name. */
export async function listRecorders(db: TenantDb): Promise<{ id: string; name: string }[]> {
  const found = await db.membership.findMany({ where: { role: { in: recorders } }, select: { userId: true } });
  const people = await namePeople(
    db,
    found.map(({ userId }) => userId),
  );
  return [...people].flatMap(([id, name]) => (name ? [{ id, name }] : [])).sort((a, b) => a.name.localeCompare(b.name));
}
