import { randomUUID } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { planAudit } from '~/audits/planning/plan-audit.server';
import { declareIndependence, putOnTeam } from '~/audits/planning/team.server';
import { recordedOn } from './recorded-on';
import { firstOfTwoWorkingDays, onWorkingDay } from './working-days';
import { openRecording, type Recording, sendRecording } from './record-entries';

const day = 86_400_000;
const iso = (date: Date) => date.toISOString().slice(0, 10);

/**
 * Two audits: one of yesterday and today, or of the last two working days before, with part of its record, and one planned for next month. The owner leads them with the auditor, who can go on recording
 * and planning. Fictional like all of it. `onSite`: the supplier that is visited now, a spinning mill with agency workers from abroad; `next`: the
 * one that is visited next month.
 */
export async function auditDemonstration(
  db: TenantDb,
  { userId, auditorId, onSite, next, now }: { userId: string; auditorId: string; onSite: string; next: string; now: Date },
): Promise<void> {
  const suppliers = await db.supplier.findMany({
    where: { partyId: { in: [onSite, next] } },
    select: {
      ...{ partyId: true, party: { select: { publicId: true } } },
      sites: { select: { party: { select: { publicId: true } } }, orderBy: { partyId: 'asc' }, take: 1 },
    },
  });
  const find = (partyId: string) => {
    const found = suppliers.find((supplier) => supplier.partyId === partyId);
    if (!found) throw new Error('The demonstration has no suppliers to audit');
    return { supplierPublicId: found.party.publicId, sitePublicId: found.sites[0]?.party.publicId ?? null };
  };
  const after = (days: number) => new Date(now.getTime() + days * day);
  type Visited = { of: string; from: Date; plannedOn: Date; announcement: 'unannounced' | 'semi-announced' };
  const plan = ({ of, from, plannedOn, announcement }: Visited) =>
    planAudit(
      recordedOn(db, plannedOn),
      {
        ...{
          ...find(of),
          type: 'initial',
          announcement,
          startsOn: iso(from),
          endsOn: iso(new Date(from.getTime() + day)),
        },
        ...{ personDays: null, previousAuditId: null, leadId: userId },
        paidBy: 'The buyer (demonstration)',
        purpose: 'High inherent risk; the first visit',
      },
      { userId },
    );
  const planWithBoth = async (visited: Visited) => {
    const planned = await plan(visited);
    if (planned.kind === 'refused') throw new Error(planned.code);
    const audit = await findAudit(db, { auditId: planned.auditId, userId, role: 'owner' });
    if (!audit) throw new Error('The demonstration lost its audit');
    const languages = ['bn', 'hi'];
    await putOnTeam(recordedOn(db, visited.plannedOn), audit, { userId: auditorId, part: 'assessor', languages, by: userId });
    await db.audit.updateMany({ where: { id: audit.id }, data: { plannedAt: visited.plannedOn } });
    return audit;
  };
  await planWithBoth({
    ...{ of: next, from: firstOfTwoWorkingDays(after(30)), plannedOn: onWorkingDay(after(-2)), announcement: 'semi-announced' },
  });
  const firstDay = firstOfTwoWorkingDays(after(-1));
  const audit = await planWithBoth({ of: onSite, from: firstDay, plannedOn: onWorkingDay(after(-24)), announcement: 'unannounced' });
  for (const each of [userId, auditorId])
    await declareIndependence(db, audit, { userId: each, declaration: 'independent', interest: '', now });
  await sendRecording(db, audit, { userId, recording: await record({ firstDay, now }) });
}

async function record({ firstDay, now }: { firstDay: Date; now: Date }): Promise<Recording> {
  const recording = openRecording(now);
  const { add, check } = recording;
  for (const question of ['BW.CL.1.a', 'BW.FL.1.a', 'BW.FL.1.b.1', 'BW.FL.2.a.1', 'BW.CO.1.a']) await check(question, 'compliant');
  await check('BW.SI.a', 402);
  await check('BW.SI.b', 118);
  await check('BW.FL.1.c.1', 'not-compliant', 'A locked cupboard in the office of the agency.');
  await add('finding', randomUUID(), {
    ...{ question: 'BW.FL.1.c.1', point: null, grade: 'major', affected: null, extent: 'systemic', howOften: 'all agency workers asked' },
    what: 'Passports of agency workers are locked in a cupboard and released only against a signature.',
    ...{
      rootCause: 'The agency calls it custody; workers have no lockable cabinets.',
      legalReference: '',
      legalUrl: '',
      codeReference: '',
    },
    evidence: 'Passports seen in the office; register of signatures',
    ...{ photos: [], methods: ['workers', 'observation'], agreement: 'agree', isLegalContext: false, repeats: null, isWithdrawn: false },
  });
  await add('tally', randomUUID(), {
    ...{ form: 'group', place: 'off-site', chosenBy: 'team', language: 'bn', women: 4, men: 3, migrants: null, agency: 7 },
    topics: { recruitment: 'some-concern', documents: 'grave-concern', hours: 'no-concern' },
    isWithdrawn: false,
  });
  await add('tally', randomUUID(), {
    ...{ form: 'individual', place: 'off-site', chosenBy: 'team', language: 'hi', women: 4, men: 2, migrants: null, agency: null },
    topics: { recruitment: 'some-concern', documents: 'no-concern', wages: 'no-concern' },
    isWithdrawn: false,
  });
  await add('meeting', 'opening', {
    ...{ at: firstDay.toISOString(), until: null, functions: ['General manager', 'Head of personnel'] },
    ...{ saysWorkers: 'present', notes: '' },
  });
  await add('practice', randomUUID(), {
    section: null,
    what: 'Wages are explained to every new worker in the worker’s own language.',
    isWithdrawn: false,
  });
  return recording;
}
