import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TenantDb } from '~/access/tenant-db.server';
import { answerQuestion } from '~/features/assessment/answer-question.server';
import { checkValue, closingValue, findingValue, makeAudit, makeEntry } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { approveAudit } from './approve-audit.server';
import { checkRecord } from './check-record.server';
import { concludeAudit } from './conclude-audit.server';
import { cancelAudit, returnAudit } from './end-audit.server';
import type { SentEntry } from './entries';
import { sendingHash } from './entry-hash';
import { type FoundAudit, findAudit } from './find-audit.server';
import { keepSample } from './keep-sample.server';
import { listAudits, listMonth } from './list-audits.server';
import { planAudit } from './plan-audit.server';
import { readAudit } from './read-audit.server';
import { readPlanChoices } from './read-plan-choices.server';
import { readStanding } from './read-standing.server';
import { receiveEntries } from './receive-entries.server';
import { declareIndependence, putOnTeam, takeOffTeam } from './team.server';

const now = new Date('2026-12-02T18:00:00Z');

/** Does something with an audit as its organization's `member` sees it. */
async function withAudit<T>(member: MadeMember, auditId: string, work: (db: TenantDb, audit: FoundAudit) => Promise<T>): Promise<T> {
  return member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId, userId: member.user.id, role: 'owner' });
    if (!audit) throw new Error('no audit');
    return work(db, audit);
  });
}
const send = (member: MadeMember, auditId: string, entries: SentEntry[], deviceId = randomUUID()) =>
  withAudit(member, auditId, (db, audit) => receiveEntries(db, audit, { deviceId, userId: member.user.id, entries }));
const declare = (member: MadeMember, auditId: string) =>
  withAudit(member, auditId, (db, audit) =>
    declareIndependence(db, audit, { userId: member.user.id, declaration: 'independent', interest: '', now }),
  );
const conclude = (member: MadeMember, auditId: string, marksRest = true) =>
  withAudit(member, auditId, (db, audit) =>
    concludeAudit(db, audit, { userId: member.user.id, limits: ' Dormitory shut ', marksRest, now }),
  );
const approve = (member: MadeMember, auditId: string) =>
  withAudit(member, auditId, (db, audit) => approveAudit(db, audit, { userId: member.user.id, now }));

describe('planning', () => {
  it('opens the checklist and the signs, numbers within the year, proposes from what is known', async () => {
    const owner = await makeMember();
    const first = await makeAudit(owner);
    const second = await makeAudit(owner);
    const audit = await owner.inOrganization((db) => readAudit(db, { auditId: first.auditId, userId: owner.user.id, role: 'owner' }));
    expect(audit).toMatchObject({ number: '2026-0001', status: 'planned', personDays: 4, workers: 1250, usual: { personDays: 4 } });
    expect(audit?.sample.unknown).toEqual(['sex', 'origin', 'shift', 'language']);
    expect(audit?.sample.rows).toEqual([
      { dimension: 'contract', value: 'agency', people: 18 },
      { dimension: 'contract', value: 'direct', people: 34 },
    ]);
    const other = await owner.inOrganization((db) => readAudit(db, { auditId: second.auditId, userId: owner.user.id, role: 'owner' }));
    expect(other?.number).toBe('2026-0002');
    const opened = await owner.inOrganization((db) => db.assessment.findMany({ select: { status: true } }));
    expect(opened).toHaveLength(6);
    expect(new Set(opened.map(({ status }) => status))).toEqual(new Set(['recording']));
  });

  it('keeps what is changed of the interviews: the largest property counts, and what is planned is unknown no more', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const rows = [
      { dimension: 'contract' as const, value: 'agency', people: 20 },
      { dimension: 'shift' as const, value: 'night', people: 24 },
      { dimension: 'shift' as const, value: 'day', people: 30 },
      { dimension: 'language' as const, value: 'ne', people: 12 },
    ];
    const keep = () => withAudit(owner, auditId, (db, audit) => keepSample(db, audit, { rows, by: owner.user.id }));
    expect(await keep()).toEqual({ kind: 'kept' });
    const read = await owner.inOrganization((db) => readAudit(db, { auditId, userId: owner.user.id, role: 'owner' }));
    expect(read?.sample).toEqual({ interviews: 54, rows, unknown: ['sex', 'origin'] });
    await owner.inOrganization((db) => db.audit.updateMany({ where: { id: auditId }, data: { status: 'cancelled', cancelledAt: now } }));
    expect(await keep()).toMatchObject({ code: 'not-open' });
  });

  it('puts unsolved findings first, the gravest before', async () => {
    const owner = await makeMember();
    const { partyId, publicId } = await makeSupplier(owner);
    await owner.inOrganization((db) =>
      db.finding.createMany({
        data: [
          { partyId, grade: 'minor', text: 'Late payslips' },
          { partyId, grade: 'critical', text: 'Passports kept' },
          { partyId, grade: 'critical', text: 'Solved long ago', status: 'verified' },
        ],
      }),
    );
    const { auditId } = await makeAudit(owner, { supplierPublicId: publicId });
    const audit = await owner.inOrganization((db) => readAudit(db, { auditId, userId: owner.user.id, role: 'owner' }));
    expect(audit?.focus.map((item) => ('text' in item ? item.text : item.kind))).toEqual(['Passports kept', 'Late payslips']);
  });

  it('refuses a follow-up of nothing, a site of another supplier, a lead who may not record', async () => {
    const owner = await makeMember();
    const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
    const { publicId } = await makeSupplier(owner);
    const plan = {
      ...{ supplierPublicId: publicId, sitePublicId: null, type: 'initial' as const, announcement: 'announced' as const },
      ...{ startsOn: '2027-01-05', endsOn: '2027-01-05', personDays: null, paidBy: '', purpose: '', previousAuditId: null },
      leadId: owner.user.id,
    };
    const tried = (more: object) => owner.inOrganization((db) => planAudit(db, { ...plan, ...more }, { userId: owner.user.id }));
    expect(await tried({ type: 'follow-up' })).toEqual({ kind: 'refused', code: 'previous-missing' });
    expect(await tried({ previousAuditId: (await makeAudit(owner)).auditId })).toEqual({ kind: 'refused', code: 'unknown-previous' });
    expect(await tried({ sitePublicId: 'ST-1' })).toEqual({ kind: 'refused', code: 'unknown-site' });
    expect(await tried({ supplierPublicId: 'none' })).toEqual({ kind: 'refused', code: 'unknown-supplier' });
    expect(await tried({ leadId: viewer.user.id })).toEqual({ kind: 'refused', code: 'lead-unknown' });
    expect((await tried({})).kind).toBe('planned');
  });
});

describe('who sees an audit', () => {
  it('its team, and those who plan and approve; nobody else knows that it is there', async () => {
    const owner = await makeMember();
    const lead = await makeMember({ role: 'auditor', organization: owner.organization });
    const other = await makeMember({ role: 'auditor', organization: owner.organization });
    const { auditId } = await makeAudit(owner, { lead });
    const seen = (userId: string, role: 'auditor' | 'reviewer' | 'viewer') =>
      owner.inOrganization(async (db) => ({
        found: (await findAudit(db, { auditId, userId, role })) !== null,
        read: (await readAudit(db, { auditId, userId, role })) !== null,
        listed: (await listAudits(db, { userId, role, after: null, before: null })).rows.length,
        month: (await listMonth(db, { userId, role, month: '2026-12' })).length,
      }));
    expect(await seen(lead.user.id, 'auditor')).toEqual({ found: true, read: true, listed: 1, month: 1 });
    expect(await seen(other.user.id, 'auditor')).toEqual({ found: false, read: false, listed: 0, month: 0 });
    expect(await seen(other.user.id, 'reviewer')).toEqual({ found: true, read: true, listed: 1, month: 1 });
  });

  it('is found by its number, and by the name of the supplier however it is written', async () => {
    const owner = await makeMember();
    const { publicId } = await makeSupplier(owner, { name: 'Công ty CP May Nguyễn' });
    await makeAudit(owner, { supplierPublicId: publicId });
    await makeAudit(owner);
    const found = async (search: string) =>
      (
        await owner.inOrganization((db) => listAudits(db, { userId: owner.user.id, role: 'owner', search, after: null, before: null }))
      ).rows.map((row) => row.publicId);
    for (const search of ['NGUYEN', 'may nguyễn', 'Cong ty CP May Nguyên,', publicId, '2026-0001'])
      expect(await found(search), search).toEqual([publicId]);
  });

  it('a team keeps a lead; independence is declared by oneself', async () => {
    const owner = await makeMember();
    const second = await makeMember({ role: 'auditor', organization: owner.organization });
    const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
    const { auditId } = await makeAudit(owner);
    const put = (userId: string, part: 'lead' | 'assessor') =>
      withAudit(owner, auditId, (db, audit) => putOnTeam(db, audit, { userId, part, languages: ['ne'], by: owner.user.id }));
    expect(await put(owner.user.id, 'assessor')).toEqual({ kind: 'refused', code: 'last-lead' });
    expect(await put(viewer.user.id, 'assessor')).toEqual({ kind: 'refused', code: 'not-a-recorder' });
    expect(await put(second.user.id, 'lead')).toEqual({ kind: 'changed' });
    expect(await put(owner.user.id, 'assessor')).toEqual({ kind: 'changed' });
    const spoken = async (userId: string) =>
      (await owner.inOrganization((db) => db.auditMember.findFirst({ where: { auditId, userId } })))?.languages;
    const say = (languages: string[]) =>
      withAudit(owner, auditId, (db, audit) =>
        putOnTeam(db, audit, { userId: second.user.id, part: 'lead', languages, by: owner.user.id }),
      );
    // What was typed before languages were chosen may stay beside those that are; nothing else may be typed.
    await owner.inOrganization((db) =>
      db.auditMember.updateMany({ where: { auditId, userId: second.user.id }, data: { languages: ['Nepali, a little'] } }),
    );
    expect(await say(['Nepali, a little', 'ms'])).toEqual({ kind: 'changed' });
    expect(await spoken(second.user.id)).toEqual(['Nepali, a little', 'ms']);
    expect(await say(['Malay of the coast'])).toEqual({ kind: 'refused', code: 'language-unknown' });
    expect(await spoken(second.user.id)).toEqual(['Nepali, a little', 'ms']);
    const takeOff = (userId: string) => withAudit(owner, auditId, (db, audit) => takeOffTeam(db, audit, { userId, by: owner.user.id }));
    expect(await takeOff(second.user.id)).toEqual({ kind: 'refused', code: 'last-lead' });
    expect(await takeOff(owner.user.id)).toEqual({ kind: 'changed' });
    expect(await declare(owner, auditId)).toEqual({ kind: 'refused', code: 'not-on-team' });
    expect(await declare(second, auditId)).toEqual({ kind: 'changed' });
    const interest = await withAudit(second, auditId, (db, audit) =>
      declareIndependence(db, audit, { userId: second.user.id, declaration: 'interest', interest: ' ', now }),
    );
    expect(interest).toEqual({ kind: 'refused', code: 'interest-missing' });
  });
});

describe('what devices send', () => {
  it('is taken once, whatever is sent twice, and the receipt says what was taken', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const deviceId = randomUUID();
    const entries = [await makeEntry('check', 'BW.FL.1.a', checkValue('compliant')), await makeEntry('meeting', 'closing', closingValue)];
    const first = await send(owner, auditId, entries, deviceId);
    const again = await send(owner, auditId, entries, deviceId);
    for (const received of [first, again]) {
      if (received.kind !== 'received') throw new Error(received.code);
      expect(received.taken).toEqual(entries.map(({ id }) => id));
      expect(received.receipt.counts).toMatchObject({ check: 1, meeting: 1, photo: 0 });
      expect(received.receipt.hash).toBe(await sendingHash(entries.map(({ hash }) => hash)));
    }
    expect(await owner.inOrganization((db) => db.auditEntry.count({ where: { auditId } }))).toBe(2);
    expect(await withAudit(owner, auditId, async (_, audit) => audit.status)).toBe('on-site');
  });

  it('keeps the time of the device and of the server, and says which clock was certainly wrong', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const at = async (madeAt: Date, deviceId: ReturnType<typeof randomUUID>) => {
      const entry = { ...(await makeEntry('check', 'BW.FL.1.a', checkValue('compliant'))), madeAt: madeAt.toISOString() };
      expect(await send(owner, auditId, [entry], deviceId)).toMatchObject({ kind: 'received', taken: [entry.id] });
    };
    const [right, behind, ahead] = [randomUUID(), randomUUID(), randomUUID()];
    await at(new Date(), right);
    await at(new Date('2019-03-01T08:00:00Z'), behind);
    await at(new Date(Date.now() + 86_400_000), ahead);
    const { receipts } = await withAudit(owner, auditId, (db, audit) => readStanding(db, audit, { userId: owner.user.id }));
    const clocks = new Map(receipts.map(({ deviceId, clock, receivedAt }) => [deviceId, { ...clock, receivedAt }]));
    expect([right, behind, ahead].map((device) => clocks.get(device)?.isWrong)).toEqual([false, true, true]);
    expect(clocks.get(behind)?.first).toEqual(new Date('2019-03-01T08:00:00Z'));
    expect(Math.abs(Date.now() - (clocks.get(behind)?.receivedAt.getTime() ?? 0))).toBeLessThan(600_000);
  });

  it('takes the elements of the legal definition at their places, and no other', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const value = { state: 'supported', speaksFor: 'Papers kept', speaksAgainst: '', exceptions: [], methods: ['documents'] } as const;
    const element = (key: string) => makeEntry('element', key, { ...value, exceptions: [], methods: [...value.methods] });
    const [good, nowhere] = [await element('penalty'), await element('motive')];
    expect(await send(owner, auditId, [good, nowhere])).toMatchObject({
      taken: [good.id],
      refused: [{ id: nowhere.id, code: 'unknown-place' }],
      receipt: { counts: { element: 1 } },
    });
  });

  it('what is wrong is refused by itself and told, the rest is taken', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const good = await makeEntry('check', 'BW.FL.1.a', checkValue('compliant'));
    const altered = { ...(await makeEntry('check', 'BW.FL.1.b', checkValue('compliant'))), value: checkValue('not-compliant') };
    const nowhere = await makeEntry('check', 'ZZ.1', checkValue('compliant'));
    const named = {
      ...(await makeEntry('note', randomUUID(), { about: null, text: '', isRestricted: false, isWithdrawn: false })),
      value: { name: 'x' },
    };
    const unsent = await makeEntry('photo', randomUUID(), {
      ...{ sha256: 'a'.repeat(64), mediaType: 'image/jpeg', sizeBytes: 1, width: 1, height: 1, about: null, caption: '', blurred: 0 },
      isWithdrawn: false,
    });
    const taken = {
      ...(await makeEntry('note', randomUUID(), { about: null, text: 'other', isRestricted: false, isWithdrawn: false })),
      id: good.id,
    };
    const received = await send(owner, auditId, [good, altered, nowhere, named, unsent, taken]);
    if (received.kind !== 'received') throw new Error(received.code);
    expect(received.taken).toEqual([good.id]);
    expect(received.refused.map(({ code }) => code)).toEqual(['bad-hash', 'unknown-place', 'bad-value', 'photo-missing', 'id-taken']);
  });

  it('two devices that write past each other make a conflict, which an entry that replaces both settles', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const first = await makeEntry('check', 'BW.CL.1.a', checkValue('compliant'));
    await send(owner, auditId, [first]);
    const tablet = await makeEntry('check', 'BW.CL.1.a', checkValue('not-compliant'), [first.id]);
    const phone = await makeEntry('check', 'BW.CL.1.a', checkValue('not-assessed'), [first.id]);
    await send(owner, auditId, [tablet]);
    const received = await send(owner, auditId, [phone]);
    expect(received).toMatchObject({ conflicts: ['check BW.CL.1.a'] });
    const conflicts = async () =>
      (await withAudit(owner, auditId, (db, audit) => checkRecord(db, audit, { isForTeam: true }))).obstacles.conflicts;
    expect(await conflicts()).toBe(1);
    await send(owner, auditId, [await makeEntry('check', 'BW.CL.1.a', checkValue('not-compliant'), [tablet.id, phone.id])]);
    expect(await conflicts()).toBe(0);
  });

  it('no page of an assessment answers in its place', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const answered = await withAudit(owner, auditId, (db, audit) =>
      answerQuestion(db, { assessmentId: audit.assessmentId, question: 'BW.FL.1.a', value: 'compliant', userId: owner.user.id, now }),
    );
    expect(answered).toEqual({ kind: 'refused', code: 'unknown-assessment' });
  });
});

describe('the end', () => {
  it('needs a finding for what is not compliant, workers heard on forced labour, declarations, a closing meeting', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    await send(owner, auditId, [
      await makeEntry('check', 'BW.FL.1.a', checkValue('compliant', { methods: ['documents'] })),
      await makeEntry('check', 'BW.FL.2.a', checkValue('not-compliant')),
      await makeEntry('finding', randomUUID(), findingValue('BW.CL.2.a', { evidence: '', photos: [randomUUID()] })),
    ]);
    const refused = await conclude(owner, auditId);
    expect(refused).toMatchObject({
      code: 'obstacles',
      obstacles: {
        undeclared: 1,
        noClosing: true,
        withoutFinding: ['BW.FL.2.a'],
        withoutWorkers: ['BW.FL.1.a'],
        withoutEvidence: ['Passports of agency workers lie in the office.'],
      },
    });
  });

  it('is approved by a second person: findings open, the supplier is scored, nothing more is taken', async () => {
    const owner = await makeMember();
    const lead = await makeMember({ role: 'auditor', organization: owner.organization });
    const { auditId, supplierPublicId } = await makeAudit(owner, { lead });
    const finding = randomUUID();
    await send(lead, auditId, [
      await makeEntry('check', 'BW.FL.1.a', checkValue('not-compliant')),
      await makeEntry('finding', finding, findingValue('BW.FL.1.a')),
      await makeEntry('finding', randomUUID(), findingValue('BW.FL.1.b', { isWithdrawn: true })),
      await makeEntry('meeting', 'closing', closingValue),
    ]);
    await declare(lead, auditId);
    expect(await conclude(lead, auditId, false)).toMatchObject({ code: 'obstacles' });
    expect(await conclude(lead, auditId)).toEqual({ kind: 'concluded' });
    expect(await send(lead, auditId, [])).toEqual({ kind: 'refused', code: 'closed' });
    expect(await approve(lead, auditId)).toEqual({ kind: 'refused', code: 'same-person' });
    await expect(
      lead.inOrganization((db) =>
        db.audit.updateMany({ where: { id: auditId }, data: { status: 'approved', approvedAt: now, approvedById: lead.user.id } }),
      ),
    ).rejects.toThrow(/Audit_four_eyes/);
    expect(await withAudit(owner, auditId, (db, audit) => returnAudit(db, audit, { userId: owner.user.id, reason: '' }))).toMatchObject({
      code: 'reason-missing',
    });
    await withAudit(owner, auditId, (db, audit) => returnAudit(db, audit, { userId: owner.user.id, reason: 'Say which office' }));
    expect(await conclude(lead, auditId)).toEqual({ kind: 'concluded' });
    expect(await approve(owner, auditId)).toEqual({ kind: 'approved', findings: 1 });
    expect(await approve(owner, auditId)).toEqual({ kind: 'refused', code: 'not-in-review' });

    const after = await owner.inOrganization(async (db) => ({
      findings: await db.finding.findMany({
        where: { party: { publicId: supplierPublicId } },
        select: { id: true, evidenceGrade: true, peopleAffected: true, extent: true, compliancePoint: true, origin: true, methods: true },
      }),
      statuses: (await db.assessment.findMany({ select: { status: true } })).map(({ status }) => status),
      scores: await db.score.count(),
      audit: await db.audit.findFirst({ where: { id: auditId }, select: { limits: true } }),
    }));
    expect(after.findings).toEqual([
      {
        ...{ id: finding, evidenceGrade: 'audit-unannounced', peopleAffected: 40, extent: 'systemic', compliancePoint: 'BW.FL.1' },
        ...{ origin: 'auditor', methods: ['worker', 'observation'] },
      },
    ]);
    expect(after.statuses).toEqual(['approved', 'approved', 'approved']);
    expect(after.scores).toBeGreaterThan(0);
    expect(after.audit?.limits).toBe('Dormitory shut');

    // The follow-up goes back to its open points: they come first, and the form is filled.
    const { partyId } = await owner.inOrganization((db) => db.audit.findFirstOrThrow({ where: { id: auditId } }));
    await owner.inOrganization((db) => db.finding.create({ data: { partyId, grade: 'critical', text: 'Of somewhere else' } }));
    const choices = await owner.inOrganization((db) => readPlanChoices(db, { supplierPublicId, followsId: auditId }));
    expect(choices?.follows).toMatchObject({ id: auditId, open: 1 });
    const planned = await owner.inOrganization((db) =>
      planAudit(
        db,
        {
          ...{
            supplierPublicId,
            sitePublicId: null,
            type: 'follow-up',
            announcement: 'announced',
            startsOn: '2027-02-01',
            endsOn: '2027-02-01',
          },
          ...{ personDays: null, paidBy: '', purpose: '', previousAuditId: auditId, leadId: lead.user.id },
        },
        { userId: owner.user.id },
      ),
    );
    if (planned.kind === 'refused') throw new Error(planned.code);
    const read = await owner.inOrganization((db) => readAudit(db, { auditId: planned.auditId, userId: owner.user.id, role: 'owner' }));
    expect(read?.focus.flatMap((item) => (item.kind === 'finding' ? [item.id] : []))[0]).toBe(finding);
    expect(read?.focus.filter((item) => item.kind === 'finding')).toHaveLength(2);
  });

  it('is called off with a reason, while it is not concluded', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const cancel = (reason: string) =>
      withAudit(owner, auditId, (db, audit) => cancelAudit(db, audit, { userId: owner.user.id, reason, now }));
    expect(await cancel(' ')).toEqual({ kind: 'refused', code: 'reason-missing' });
    expect(await cancel('The site burnt down')).toEqual({ kind: 'done' });
    expect(await cancel('Again')).toEqual({ kind: 'refused', code: 'not-cancellable' });
    expect(await send(owner, auditId, [])).toEqual({ kind: 'refused', code: 'closed' });
  });
});
