import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { instrument, questionsOf } from '#scoring';
import type { NewOrganization } from '~/access/sign-up.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { approveAudit } from '~/audits/conclusion/approve-audit.server';
import { definitionElements } from '~/audits/entries/definition';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import { type FoundAudit, findAudit } from '~/audits/planning/find-audit.server';
import { planAudit } from '~/audits/planning/plan-audit.server';
import { auditInstruments } from '~/audits/planning/states';
import { declareIndependence, putOnTeam } from '~/audits/planning/team.server';
import { prepareAuditReport, type ReportAsked } from '~/audits/report/prepare-audit-report.server';
import { signAuditReport } from '~/audits/report/sign-audit-report.server';
import { recordEvidenceFile } from '~/questionnaires/evidence/store-evidence.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { siteAddress } from '~/platform/mail/send.server';
import { closingSaid, definitionRead, operationalSeen, paySampled, signatures, weeksCompared, weeksSampled } from './sample-story';
import { auditStory, leftOpen, notSeen, signsSeen, siteAnswers, siteFacts, interviews, withoutUnion } from './audit-story';
import { explainDemonstration } from './explain-demonstration';
import { followDemonstration } from './follow-demonstration';
import { markIndicators } from './mark-indicators';
import { publishDemonstration, replyToDemonstration } from './publish-demonstration';
import { firstOfTwoWorkingDays, onWorkingDay } from './working-days';
import { gloveNarratives, narrativeEntries } from './narrative-story';
import { openRecording, type Recording, sendRecording } from './record-entries';
import { recordedOn } from './recorded-on';
import { askedAfter, siteChecklist, siteChecklistAnswers } from './site-checklist';

const day = 86_400_000;
const iso = (date: Date) => date.toISOString().slice(0, 10);
type Who = { organization: NewOrganization; ownerId: string; auditorId: string; assessorId: string; partyId: string; now: Date };

/**
 * An audit from its plan to its signed report: led by the auditor with a second one, concluded by the auditor four months ago, approved by the owner, its findings in every status of a
 * plan, and a follow-up planned. Its pictures are drawn, not photographed.
 */
export async function approveDemonstration(db: TenantDb, who: Who): Promise<void> {
  const { organization, ownerId, auditorId, now } = who;
  const at = (days: number) => onWorkingDay(new Date(now.getTime() + days * day));
  const on = (days: number) => recordedOn(db, at(days));
  const first = firstOfTwoWorkingDays(new Date(now.getTime() - 120 * day));
  const planned = await plan(on(-150), { ...who, type: 'initial', startsOn: first, previousAuditId: null });
  const audit = await asOwner(db, planned, ownerId);
  const { responseId, screeningId, signsId } = audit;
  await db.audit.updateMany({ where: { id: audit.id }, data: { plannedAt: at(-150) } });
  await db.questionnaireResponse.updateMany({
    where: { id: { in: [responseId, screeningId, signsId].flatMap((id) => id ?? []) } },
    data: { openedAt: at(-150) },
  });
  await putOnTeam(on(-150), audit, { userId: auditorId, part: 'lead', languages: ['ms', 'ne', 'bn'], by: ownerId });
  await putOnTeam(on(-150), audit, { userId: who.assessorId, part: 'assessor', languages: ['en', 'ms', 'ne'], by: ownerId });
  for (const userId of [auditorId, who.assessorId])
    await declareIndependence(on(-124), audit, { userId, declaration: 'independent', interest: '', now: at(-124) });
  const second = new Date(first.getTime() + day);
  await sendRecording(on(-119), audit, { userId: auditorId, recording: await record(db, audit, { ...who, at: second }) });
  await explainDemonstration(on(-118), audit, { userId: auditorId, at: second });
  await db.audit.updateMany({ where: { id: audit.id }, data: { startedAt: first } });
  const concluded = await concludeAudit(on(-117), await asOwner(db, audit.id, ownerId), {
    ...{ userId: auditorId, marksRest: true, now: at(-117) },
    limits:
      'The hostel of a subcontractor, where some agency workers live, could not be visited: its owner refused entry. Housing there rests on interviews alone.',
  });
  if (concluded.kind !== 'concluded') throw new Error(`The demonstration could not conclude its audit: ${JSON.stringify(concluded)}`);
  const approved = await approveAudit(on(-115), await asOwner(db, audit.id, ownerId), { userId: ownerId, now: at(-115) });
  if (approved.kind !== 'approved') throw new Error(`The demonstration could not approve its audit: ${approved.code}`);
  await markIndicators(on(-114), { auditId: audit.id, userId: auditorId, now: at(-114) });
  await replyToDemonstration(db, { ownerId, auditId: audit.id, at });
  await followDemonstration(db, { ...who, auditId: audit.id });
  await report(db, { ...who, auditId: audit.id, organization });
  await publishDemonstration(db, { organization, ownerId, auditId: audit.id, at });
  const follows = await plan(db, {
    ...who,
    type: 'follow-up',
    startsOn: firstOfTwoWorkingDays(new Date(now.getTime() + 24 * day)),
    previousAuditId: audit.id,
  });
  await putOnTeam(db, await asOwner(db, follows, ownerId), {
    userId: who.assessorId,
    part: 'assessor',
    languages: ['en', 'ms', 'ne'],
    by: ownerId,
  });
  await scoreSuppliers(on(-60), { partyIds: [who.partyId], asOf: iso(at(-60)) });
}

async function plan(
  db: TenantDb,
  options: Who & { type: 'initial' | 'follow-up'; startsOn: Date; previousAuditId: string | null },
): Promise<string> {
  const { type, startsOn, previousAuditId, ownerId, auditorId } = options;
  const party = await db.party.findFirstOrThrow({
    where: { id: options.partyId },
    select: { publicId: true, supplier: { select: { sites: { select: { party: { select: { publicId: true } } }, take: 1 } } } },
  });
  const planned = await planAudit(
    db,
    {
      ...{ supplierPublicId: party.publicId, sitePublicId: party.supplier?.sites[0]?.party.publicId ?? null, type, previousAuditId },
      ...{ announcement: 'unannounced', startsOn: iso(startsOn), endsOn: iso(new Date(startsOn.getTime() + day)), personDays: null },
      ...{
        paidBy: 'The buyer (demonstration)',
        contact: 'Head of personnel',
        licences: 'Manufacturing licence (demonstration)',
        leadId: auditorId,
      },
      checklists: type === 'initial' ? [siteChecklist] : [],
      purpose: type === 'initial' ? 'Many migrant workers through an agency; the first visit' : 'To see what became of the findings',
    },
    { userId: ownerId },
  );
  if (planned.kind === 'refused') throw new Error(`The demonstration could not plan an audit: ${planned.code}`);
  return planned.auditId;
}

async function asOwner(db: TenantDb, auditId: string, ownerId: string): Promise<FoundAudit> {
  const audit = await findAudit(db, { auditId, userId: ownerId, role: 'owner' });
  if (!audit) throw new Error('The demonstration lost its audit');
  return audit;
}

async function record(db: TenantDb, audit: FoundAudit, { at, ...who }: Who & { at: Date }): Promise<Recording> {
  const recording = openRecording(at);
  const { add, check } = recording;
  const found = new Set(auditStory.map((story) => story.found.question));
  const asked = askedAfter(auditInstruments.checklist, siteFacts);
  for (const { key, type } of questionsOf(instrument(auditInstruments.checklist)))
    if (type === 'NC' && asked.has(key) && !found.has(key) && ![...notSeen, ...leftOpen].includes(key) && !isZeroToleranceQuestion(key))
      await (withoutUnion[key] === undefined ? check(key, 'compliant') : check(key, 'not-applicable', withoutUnion[key]));
  for (const [question, answer] of Object.entries({ ...siteFacts, ...signsSeen })) await check(question, answer);
  for (const [question, answer] of siteChecklistAnswers(siteAnswers)) await check(question, answer);
  const { present, unknown, parts } = operationalSeen;
  const isOneOf = (keys: readonly string[], key: string) => keys.includes(key);
  for (const [question, answer] of Object.entries(parts)) await check(question, answer);
  for (const { key, type } of questionsOf(instrument(auditInstruments.screening)))
    if (type === 'SIGN') await check(key, isOneOf(present, key) ? 'present' : isOneOf(unknown, key) ? 'unknown' : 'absent');
  for (const { found: finding, drawing } of auditStory) {
    await check(finding.question ?? '', 'not-compliant', finding.evidence, finding);
    const key = await add('finding', randomUUID(), {
      ...{ point: null, affected: null, extent: 'isolated', howOften: '', rootCause: '', legalReference: '', legalUrl: '', evidence: '' },
      ...{ codeReference: '', photos: [], methods: [], agreement: 'agree', isLegalContext: false, repeats: null, isWithdrawn: false },
      ...finding,
    });
    if (drawing) await add('photo', randomUUID(), { ...(await keep(db, audit, { ...who, drawing })), about: key });
  }
  for (const each of interviews) await add('tally', randomUUID(), each);
  const meeting = { functions: ['Managing director', 'Head of personnel'], saysWorkers: 'present', notes: '' } as const;
  const clock = (days: number, hour: number) => new Date(at.getTime() + days * day).toISOString().replace(/T\d\d:\d\d/, `T0${hour}:00`);
  await add('meeting', 'opening', { ...meeting, functions: [...meeting.functions], at: clock(-1, 2), until: clock(-1, 3) });
  await add('meeting', 'closing', { ...meeting, ...closingSaid, functions: [...meeting.functions], at: clock(0, 7), until: clock(0, 8) });
  await add('meeting', 'presence', { ...meeting, functions: [], saysWorkers: null, at: clock(-1, 1), until: clock(0, 9) });
  for (const [key, narrative] of narrativeEntries(gloveNarratives)) await add('narrative', key, narrative);
  const weeksBefore = (weeks: number) => iso(new Date(at.getTime() - weeks * 7 * day));
  for (const weeks of [4, 11, 19]) for (const each of weeksSampled(weeksBefore(weeks))) await add('hours', randomUUID(), each);
  for (const each of weeksCompared(weeksBefore(4))) await add('hours', randomUUID(), each);
  const month = { from: iso(new Date(at.getTime() - 40 * day)), to: iso(new Date(at.getTime() - 10 * day)) };
  for (const each of paySampled(month)) await add('wage', randomUUID(), each);
  for (const element of definitionElements) await add('element', element, definitionRead[element]);
  for (const each of signatures) await add('signature', randomUUID(), each);
  await add('practice', randomUUID(), {
    ...{ section: null, isWithdrawn: false },
    what: 'New workers are shown their pay slip line by line in their own language in the first week.',
  });
  return recording;
}

/** Keeps the drawing of a story under its hash, as a device sends a photo. */
async function keep(
  db: TenantDb,
  { responseId }: FoundAudit,
  { organization, auditorId, drawing }: Who & { drawing: { caption: string; svg: string } },
) {
  const bytes = await sharp(Buffer.from(drawing.svg)).jpeg({ quality: 85 }).toBuffer();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await (await blobStore()).write(keyOfFile(organization.id, sha256), { bytes });
  const file = { sha256, mediaType: 'image/jpeg', sizeBytes: bytes.length } as const;
  const run = <T>(work: (inside: TenantDb) => Promise<T>) => work(db);
  const holder = { organizationId: organization.id, responseId, by: auditorId, userId: auditorId, sections: [], isOwn: true, run };
  // The nightly sweep of the queue prepares it, as it does whatever was not asked for.
  await recordEvidenceFile(db, holder, { ...file, fileName: `${sha256.slice(0, 12)}.jpg`, isStripped: true });
  return { ...file, width: 1200, height: 800, caption: drawing.caption, blurred: 0, isWithdrawn: false };
}

/** Freezes the report in English and signs its forms with the organization's key. */
async function report(db: TenantDb, { organization, ownerId, auditId, now }: Who & { auditId: string }): Promise<void> {
  const asked: ReportAsked = {
    ...{
      auditId,
      userId: ownerId,
      role: 'owner' as const,
      organizationName: organization.name,
      locale: 'en' as const,
      publicUrl: siteAddress(),
      now,
    },
  };
  const prepared = await prepareAuditReport(db, asked);
  if (prepared.kind === 'refused') throw new Error(`The demonstration could not prepare its report: ${prepared.code}`);
  const signed = await signAuditReport((work) => work(db), { ...asked, reportId: prepared.reportId, organizationId: organization.id });
  if (signed.kind === 'refused') throw new Error(`The demonstration could not sign its report: ${signed.code}`);
}
