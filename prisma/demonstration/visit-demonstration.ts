import { randomUUID } from 'node:crypto';
import { instrument, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { approveAudit } from '~/audits/conclusion/approve-audit.server';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import { type FoundAudit, findAudit } from '~/audits/planning/find-audit.server';
import { planAudit } from '~/audits/planning/plan-audit.server';
import { auditInstruments } from '~/audits/planning/states';
import { declareIndependence, putOnTeam } from '~/audits/planning/team.server';
import { planAction } from '~/findings/corrective-actions/plan-action.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { notSeen, withoutStrike, withoutUnion } from './audit-story';
import { narrativeEntries, visitNarratives } from './narrative-story';
import { openRecording, type Recording, sendRecording } from './record-entries';
import { paySampled, shortWeeksSampled, signatures } from './sample-story';
import { recordedOn } from './recorded-on';
import { firstOfTwoWorkingDays, onWorkingDay } from './working-days';
import { askedAfter, siteChecklist, siteChecklistAnswers } from './site-checklist';
import { type Visit, visits } from './visit-story';

const day = 86_400_000;
const iso = (date: Date) => date.toISOString().slice(0, 10);
type Who = { idOf: (key: string) => string; ownerId: string; auditorId: string; assessorId: string; now: Date };

/** Carries the further audits of the story from plan to report; the auditor concludes, the owner approves. Each changes the score on its own day. */
export async function visitDemonstration(db: TenantDb, who: Who): Promise<void> {
  for (const visit of visits) await carryOut(db, visit, who);
}

async function carryOut(db: TenantDb, visit: Visit, { idOf, ownerId, auditorId, assessorId, now }: Who): Promise<void> {
  const first = firstOfTwoWorkingDays(new Date(now.getTime() + visit.startsOn * day));
  const at = (days: number) => onWorkingDay(new Date(first.getTime() + days * day));
  const on = (days: number) => recordedOn(db, at(days));
  const { publicId } = await db.party.findFirstOrThrow({ where: { id: idOf(visit.key) }, select: { publicId: true } });
  const site = await db.party.findFirstOrThrow({ where: { id: idOf(`${visit.key}-site`) }, select: { publicId: true } });
  const planned = await planAudit(
    on(-20),
    {
      ...{ supplierPublicId: publicId, sitePublicId: site.publicId, type: 'initial', announcement: visit.announcement },
      ...{ startsOn: iso(at(0)), endsOn: iso(at(1)), personDays: 4, previousAuditId: null, leadId: auditorId },
      ...{
        paidBy: 'The buyer (demonstration)',
        contact: 'Head of personnel',
        licences: 'Business licence (demonstration)',
        purpose: visit.purpose,
        checklists: [siteChecklist],
      },
    },
    { userId: ownerId },
  );
  if (planned.kind === 'refused') throw new Error(`The demonstration could not plan an audit: ${planned.code}`);
  const audit = async (): Promise<FoundAudit> => {
    const found = await findAudit(db, { auditId: planned.auditId, userId: ownerId, role: 'owner' });
    if (!found) throw new Error('The demonstration lost its audit');
    return found;
  };
  await db.audit.updateMany({ where: { id: planned.auditId }, data: { plannedAt: at(-20) } });
  await putOnTeam(on(-20), await audit(), { userId: auditorId, part: 'lead', languages: [visit.language], by: ownerId });
  await putOnTeam(on(-20), await audit(), { userId: assessorId, part: 'assessor', languages: ['en'], by: ownerId });
  for (const userId of [auditorId, assessorId])
    await declareIndependence(on(-1), await audit(), { userId, declaration: 'independent', interest: '', now: at(-1) });
  await sendRecording(on(1), await audit(), { userId: auditorId, recording: await recordVisit(visit, at(1)) });
  await db.audit.updateMany({ where: { id: planned.auditId }, data: { startedAt: at(0) } });
  const { limits } = visit;
  const concluded = await concludeAudit(on(3), await audit(), { userId: auditorId, marksRest: true, limits, now: at(3) });
  if (concluded.kind !== 'concluded') throw new Error(`The demonstration could not conclude an audit: ${JSON.stringify(concluded)}`);
  if (!visit.isApproved) return;
  const approved = await approveAudit(on(4), await audit(), { userId: ownerId, now: at(4) });
  if (approved.kind !== 'approved') throw new Error(`The demonstration could not approve an audit: ${approved.code}`);
  await agreePlans(db, visit, { auditId: planned.auditId, auditorId, at });
}

/** A corrective action agreed for each finding, two days after the approval. */
async function agreePlans(
  db: TenantDb,
  visit: Visit,
  { auditId, auditorId, at }: { auditId: string; auditorId: string; at: (days: number) => Date },
): Promise<void> {
  const findings = await db.finding.findMany({ where: { auditId }, select: { id: true, question: true } });
  for (const { question, rootCause, plan } of visit.findings) {
    const findingId = findings.find((each) => each.question === question)?.id;
    if (!findingId) throw new Error(`The demonstration has no finding on ${question}`);
    const action = await planAction(recordedOn(db, at(6)), {
      ...{ findingId, userId: auditorId, now: at(6) },
      fields: {
        ...{ kind: 'corrective', rootCause, ownerMemberId: null, amountMinor: null, currency: null, people: null, verification: 'desktop' },
        ...{ agreedBy: 'General manager', agreedOn: iso(at(6)), ...plan },
      },
    });
    if (action.kind === 'refused') throw new Error(`The demonstration could not plan an action: ${action.code}`);
    await db.correctiveAction.updateMany({ where: { id: action.actionId }, data: { createdAt: at(6) } });
  }
}

/** The record of a visit, made on its last day. */
export async function recordVisit(visit: Visit, at: Date): Promise<Recording> {
  const recording = openRecording(at);
  const { add, check } = recording;
  const found = new Set(visit.findings.map(({ question }) => question));
  const asked = askedAfter(auditInstruments.checklist, visit.site);
  const doesNotApply = visit.site['BW.UN.a'] === 'no' ? withoutUnion : withoutStrike;
  for (const { key, type } of questionsOf(instrument(auditInstruments.checklist)))
    if (
      type === 'NC' &&
      asked.has(key) &&
      !found.has(key) &&
      ![...notSeen, ...(visit.notAssessed ?? [])].includes(key) &&
      !isZeroToleranceQuestion(key)
    )
      await (doesNotApply[key] === undefined ? check(key, 'compliant') : check(key, 'not-applicable', doesNotApply[key]));
  for (const [question, answer] of Object.entries(visit.site)) await check(question, answer);
  for (const [question, answer] of siteChecklistAnswers(visit.answers)) await check(question, answer);
  for (const { plan, ...finding } of visit.findings) {
    await check(finding.question ?? '', 'not-compliant', finding.evidence, { methods: ['documents', 'observation'], ...finding });
    await add('finding', randomUUID(), {
      ...{ point: null, legalReference: '', legalUrl: '', codeReference: '', photos: [], methods: ['documents', 'observation'] },
      ...{ agreement: 'agree', isLegalContext: false, repeats: null, isWithdrawn: false },
      ...finding,
    });
  }
  const interview = { chosenBy: 'team', language: visit.language, migrants: null, agency: null, isWithdrawn: false } as const;
  const topics = {
    recruitment: 'no-concern',
    documents: 'no-concern',
    wages: 'no-concern',
    housing: 'no-concern',
    voice: 'no-concern',
  } as const;
  const raised = { ...topics, hours: 'some-concern', movement: 'no-concern' } as const;
  await add('tally', randomUUID(), { ...interview, form: 'individual', place: 'off-site', women: 9, men: 7, topics: raised });
  for (let group = 0; group < 6; group += 1)
    await add('tally', randomUUID(), { ...interview, form: 'group', place: 'on-site', women: 3, men: 3, topics: raised });
  const before = (days: number) => iso(new Date(at.getTime() - days * day));
  for (const weeks of [4, 11, 19]) for (const each of shortWeeksSampled(before(weeks * 7))) await add('hours', randomUUID(), each);
  for (const each of paySampled({ from: before(40), to: before(10) }, visit.pay)) await add('wage', randomUUID(), each);
  for (const each of signatures) await add('signature', randomUUID(), { ...each, says: '' });
  // By the clocks of the site, on its first and its second day.
  const clock = (days: number, hour: number) =>
    new Date(Date.parse(`${iso(new Date(at.getTime() + days * day))}T00:00:00.000Z`) + (hour - visit.hoursAhead) * 3_600_000).toISOString();
  const met = { functions: ['General manager', 'Head of personnel'], saysWorkers: 'present', notes: '' } as const;
  await add('meeting', 'opening', { ...met, functions: [...met.functions], at: clock(-1, 9), until: clock(-1, 9.5) });
  await add('meeting', 'closing', {
    ...{ ...met, functions: [...met.functions], at: clock(0, 15), until: clock(0, 16) },
    ...{ notes: 'All results were presented and discussed point by point.', resultsReviewed: 'yes', mayChange: 'yes' },
  });
  await add('meeting', 'presence', { ...met, functions: [], saysWorkers: null, at: clock(-1, 8.5), until: clock(0, 16.5) });
  for (const [key, narrative] of narrativeEntries(visitNarratives[visit.key] ?? {})) await add('narrative', key, narrative);
  return recording;
}
