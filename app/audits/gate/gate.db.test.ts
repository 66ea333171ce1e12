import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { approveAudit } from '~/audits/conclusion/approve-audit.server';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { prepareAuditReport } from '~/audits/report/prepare-audit-report.server';
import * as conclusionRoute from '~/routes/org/audits/audit-conclusion';
import { declare, now } from '../../../tests/factories/audit-acts';
import { closingValue, findingValue, makeAudit, makeEntry, sendEntries, withAudit } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { revokeAcceptance } from './accept-point.server';
import { readAcceptances, readGate } from './read-gate.server';

let lead: MadeMember;
let reviewer: MadeMember;
let viewer: MadeMember;
let days = 0;
beforeAll(async () => {
  lead = await makeMember();
  const { organization } = lead;
  reviewer = await makeMember({ organization, role: 'reviewer' });
  viewer = await makeMember({ organization, role: 'auditor' });
});

const signed = { by: 'Lead auditor', party: 'auditor' as const, says: '', ratio: 3, strokes: [], isWithdrawn: false };
const critical = () => findingValue('BW.CO.4.b', { grade: 'critical', methods: ['documents'], photos: [], affected: 12 });

/** A record without contradictions, as its lead concludes it: nearly nothing answered, no interview, no sample, no signature. */
async function made() {
  const { auditId } = await makeAudit(lead);
  await sendEntries(lead, auditId, [await makeEntry('meeting', 'closing', { ...closingValue, at: null, until: null })]);
  await declare(lead, auditId);
  // Each on days of its own: no one is in two audits at once.
  days += 3;
  const [startsOn, endsOn] = [0, 1].map((more) => new Date(Date.UTC(2026, 11, 1 + days + more)));
  await lead.inOrganization((db) =>
    db.audit.updateMany({ where: { id: auditId }, data: { personDays: 2, ...(startsOn && endsOn ? { startsOn, endsOn } : {}) } }),
  );
  return auditId;
}
const stopsOf = (auditId: string) => withAudit(lead, auditId, async (db, audit) => readGate(db, audit, await checkRecord(db, audit)));
const keysOf = async (auditId: string) => (await stopsOf(auditId)).map(({ key, state }) => `${key} ${state}`);
const conclude = (auditId: string) =>
  withAudit(lead, auditId, (db, audit) => concludeAudit(db, audit, { userId: lead.user.id, limits: 'One shift', marksRest: true, now }));
const post = (member: MadeMember, auditId: string, form: Record<string, string>) =>
  callRoute(conclusionRoute.action, {
    ...{ url: `/o/${member.organization.slug}/audits/${auditId}/conclusion`, method: 'POST', cookie: member.cookie, form },
    params: { orgSlug: member.organization.slug, auditId },
  });
const ask = (auditId: string, point: string, member = lead) =>
  post(member, auditId, { intent: 'ask-point', point, reason: 'Agreed with the buyer' });
const lastOf = async (auditId: string) => (await lead.inOrganization((db) => readAcceptances(db, auditId)))[0]?.id ?? '';
const decide = async (auditId: string, member: MadeMember, intent = 'accept-point', reason = 'One line was audited') =>
  post(member, auditId, { intent, approval: await lastOf(auditId), reason });

describe('the conclusion gate', () => {
  it('names what stops the conclusion, and refuses it', async () => {
    const auditId = await made();
    expect(await keysOf(auditId)).toEqual([
      ...['unanswered open', 'interviews open', 'samples:hours open', 'samples:wage open', 'person-days open', 'signature open'],
    ]);
    expect(await conclude(auditId)).toMatchObject({ kind: 'refused', code: 'gate' });
  });

  it('stops for a critical finding that rests on one source, until a second source or a photograph supports it', async () => {
    const auditId = await made();
    const key = randomUUID();
    const first = await makeEntry('finding', key, critical());
    await sendEntries(lead, auditId, [first, await makeEntry('signature', randomUUID(), signed)]);
    expect(await keysOf(auditId)).toContain(`critical-evidence:${key} open`);
    expect((await keysOf(auditId)).join()).not.toContain('signature');
    await sendEntries(lead, auditId, [
      await makeEntry('finding', key, { ...critical(), methods: ['documents', 'observation'] }, [first.id]),
    ]);
    expect((await keysOf(auditId)).join()).not.toContain('critical-evidence');
  });

  it('names no finding that answers a zero-tolerance question', async () => {
    const auditId = await made();
    const value = findingValue('BW.FL.1.b.1', { grade: 'critical', methods: ['workers'], photos: [] });
    await sendEntries(lead, auditId, [await makeEntry('finding', randomUUID(), value)]);
    expect((await keysOf(auditId)).join()).not.toContain('critical-evidence');
  });
});

describe('an acceptance', () => {
  it('is asked for by the team and decided by another person with the permission, both with a reason', async () => {
    const auditId = await made();
    expect(await post(lead, auditId, { intent: 'ask-point', point: 'signature', reason: ' ' })).toMatchObject({ status: 422 });
    expect(await ask(auditId, 'signature', reviewer)).toMatchObject({ status: 403 });
    expect(await ask(auditId, 'signature')).toMatchObject({ status: 303 });
    expect(await ask(auditId, 'signature')).toMatchObject({ status: 422 });
    expect(await decide(auditId, viewer)).toMatchObject({ status: 403 });
    expect(await decide(auditId, lead)).toMatchObject({ status: 422 });
    expect(await decide(auditId, reviewer, 'accept-point', '')).toMatchObject({ status: 422 });
    expect(await decide(auditId, reviewer)).toMatchObject({ status: 303 });
    expect(await keysOf(auditId)).toContain('signature accepted');
    const acts = await lead.inOrganization((db) =>
      db.activity.findMany({ where: { recordId: auditId }, select: { act: true, userId: true } }),
    );
    expect(acts).toContainEqual({ act: 'accept-gate-point', userId: reviewer.user.id });
  });

  it('lapses when the record changes, and is not decided on values that changed', async () => {
    const auditId = await made();
    await ask(auditId, 'unanswered');
    await decide(auditId, reviewer);
    await ask(auditId, 'samples:hours');
    const answer = {
      answer: 'compliant',
      methods: ['documents' as const],
      agreement: null,
      isLegalContext: false,
      note: '',
      restricted: '',
    };
    await sendEntries(lead, auditId, [await makeEntry('check', 'BW.CO.4.b', answer)]);
    expect(await keysOf(auditId)).toEqual(expect.arrayContaining(['unanswered lapsed', 'samples:hours asked']));
    const week = { code: 'W1', weekOf: '2026-11-02', regular: 40, overtime: 0, daysWorked: 5 } as const;
    const hours = { ...week, isOvertimeVoluntary: 'yes', source: 'time-records', isWithdrawn: false } as const;
    await sendEntries(lead, auditId, [await makeEntry('hours', randomUUID(), hours)]);
    expect(await decide(auditId, reviewer)).toMatchObject({ status: 422 });
  });

  it('lets the audit be concluded, is printed with reason and name, and is revocable until the report is issued', async () => {
    const auditId = await made();
    for (const stop of await stopsOf(auditId)) {
      await ask(auditId, stop.key);
      await decide(auditId, reviewer);
    }
    expect(await conclude(auditId)).toEqual({ kind: 'concluded' });
    const accepted = await lastOf(auditId);
    const revoke = (member: MadeMember) =>
      withAudit(member, auditId, (db, audit) =>
        revokeAcceptance(db, audit, { approvalId: accepted, reason: 'The sample was too small', userId: member.user.id, now }),
      );
    expect(await revoke(lead)).toMatchObject({ code: 'own-request' });
    expect(await revoke(reviewer)).toEqual({ kind: 'done' });
    const approve = () => withAudit(reviewer, auditId, (db, audit) => approveAudit(db, audit, { userId: reviewer.user.id, now }));
    expect(await approve()).toEqual({ kind: 'refused', code: 'gate' });
    const [stop] = (await stopsOf(auditId)).filter(({ state }) => state === 'open');
    await ask(auditId, stop?.key ?? '');
    await decide(auditId, reviewer);
    expect(await approve()).toMatchObject({ kind: 'approved' });
    const asked = {
      auditId,
      userId: lead.user.id,
      role: 'owner' as const,
      organizationName: 'Made',
      locale: 'en' as const,
      publicUrl: 'https://a.example',
      now,
    };
    expect(await lead.inOrganization((db) => prepareAuditReport(db, asked))).toMatchObject({ kind: 'prepared' });
    const { content } = await lead.inOrganization((db) => db.frozenDocument.findFirstOrThrow({ where: { auditId } }));
    expect(content).toMatchObject({
      acceptedPoints: expect.arrayContaining([
        expect.objectContaining({
          point: 'signature',
          reason: 'Agreed with the buyer',
          note: 'One line was audited',
          acceptedBy: reviewer.user.name,
        }),
      ]),
    });
    const last = await lastOf(auditId);
    const late = await withAudit(reviewer, auditId, (db, audit) =>
      revokeAcceptance(db, audit, { approvalId: last, reason: 'Too late', userId: reviewer.user.id, now }),
    );
    expect(late).toEqual({ kind: 'refused', code: 'audit-ended' });
  });

  it('is kept by the database: decided by another person, revoked once and never otherwise changed', async () => {
    const auditId = await made();
    await ask(auditId, 'signature');
    const id = await lastOf(auditId);
    const set = (data: object) => lead.inOrganization((db) => db.approval.updateMany({ where: { id }, data }));
    await expect(set({ state: 'approved', decidedById: lead.user.id, decidedAt: now, decisionNote: 'Own' })).rejects.toThrow();
    await expect(set({ state: 'approved', decidedById: reviewer.user.id, decidedAt: now })).rejects.toThrow();
    await decide(auditId, reviewer);
    await expect(set({ decisionNote: 'Another reason' })).rejects.toThrow();
    await expect(set({ state: 'revoked' })).rejects.toThrow();
    await set({ state: 'revoked', revokedById: reviewer.user.id, revokedAt: now, revokeReason: 'Wrong' });
    await expect(set({ revokeReason: 'Other' })).rejects.toThrow();
  });
});
