import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkValue, closingValue, findingValue, makeAudit, makeEntry, withAudit, sendEntries } from '../../../tests/factories/audit';
import { now, declare, conclude, approve } from '../../../tests/factories/audit-acts';
import { makeMember } from '../../../tests/factories/member';
import { cancelAudit, returnAudit } from './end-audit.server';
import { planAudit } from './plan-audit.server';
import { readAudit } from './read-audit.server';
import { readPlanChoices } from './read-plan-choices.server';
import { declareIndependence } from './team.server';

describe('the conclusion', () => {
  it('needs a finding for each non-compliance, interviews on forced labour, declarations and a closing meeting', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    await sendEntries(owner, auditId, [
      await makeEntry('check', 'BW.FL.1.a', checkValue('compliant', { methods: ['documents'] })),
      await makeEntry('check', 'BW.FL.2.a.1', checkValue('not-compliant')),
      await makeEntry('finding', randomUUID(), findingValue('BW.CL.2.a', { evidence: '', photos: [randomUUID()] })),
    ]);
    const refused = await conclude(owner, auditId);
    expect(refused).toMatchObject({
      code: 'obstacles',
      obstacles: {
        undeclared: 1,
        noClosing: true,
        withoutFinding: ['BW.FL.2.a.1'],
        withoutWorkers: ['BW.FL.1.a'],
        withoutEvidence: ['Passports of agency workers lie in the office.'],
      },
    });
  });

  it('is blocked for a team member with a declared conflict of interest', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    await sendEntries(owner, auditId, [await makeEntry('meeting', 'closing', closingValue)]);
    await withAudit(owner, auditId, (db, audit) =>
      declareIndependence(db, audit, { userId: owner.user.id, declaration: 'interest', interest: 'My brother works there', now }),
    );
    expect(await conclude(owner, auditId)).toEqual({ kind: 'refused', code: 'interest' });
  });

  it('is approved by a second user: findings open, the supplier is scored, no further entry is accepted', async () => {
    const owner = await makeMember();
    const lead = await makeMember({ role: 'auditor', organization: owner.organization });
    const { auditId, supplierPublicId } = await makeAudit(owner, { lead });
    const finding = randomUUID();
    await sendEntries(lead, auditId, [
      await makeEntry('check', 'BW.FL.1.a', checkValue('not-compliant')),
      await makeEntry('finding', finding, findingValue('BW.FL.1.a')),
      await makeEntry('finding', randomUUID(), findingValue('BW.FL.1.b.1', { isWithdrawn: true })),
      await makeEntry('meeting', 'closing', closingValue),
    ]);
    await declare(lead, auditId);
    expect(await conclude(lead, auditId, false)).toMatchObject({ code: 'obstacles' });
    expect(await conclude(lead, auditId)).toEqual({ kind: 'concluded' });
    expect(await sendEntries(lead, auditId, [])).toEqual({ kind: 'refused', code: 'closed' });
    expect(await approve(lead, auditId)).toEqual({ kind: 'refused', code: 'same-person' });
    await expect(
      lead.inOrganization((db) =>
        db.audit.updateMany({ where: { id: auditId }, data: { status: 'approved', approvedAt: now, approvedById: lead.user.id } }),
      ),
    ).rejects.toThrow(/Audit_four_eyes/);
    expect(
      await withAudit(owner, auditId, (db, audit) =>
        returnAudit(db, audit, { userId: owner.user.id, reason: '', comments: 0, now: new Date() }),
      ),
    ).toMatchObject({
      code: 'reason-missing',
    });
    await withAudit(owner, auditId, (db, audit) =>
      returnAudit(db, audit, { userId: owner.user.id, reason: 'Say which office', comments: 0, now: new Date() }),
    );
    expect(await conclude(lead, auditId)).toEqual({ kind: 'concluded' });
    expect(await approve(owner, auditId)).toEqual({ kind: 'approved', findings: 1 });
    expect(await approve(owner, auditId)).toEqual({ kind: 'refused', code: 'not-in-review' });

    const after = await owner.inOrganization(async (db) => ({
      findings: await db.finding.findMany({
        where: { party: { publicId: supplierPublicId } },
        select: { id: true, evidenceGrade: true, peopleAffected: true, extent: true, compliancePoint: true, origin: true, methods: true },
      }),
      statuses: (await db.questionnaireResponse.findMany({ select: { status: true } })).map(({ status }) => status),
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

    // The follow-up covers its open points: they come first, and the form is prefilled.
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

  it('is cancelled with a reason, before the conclusion', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const cancel = (reason: string) =>
      withAudit(owner, auditId, (db, audit) => cancelAudit(db, audit, { userId: owner.user.id, reason, now }));
    expect(await cancel(' ')).toEqual({ kind: 'refused', code: 'reason-missing' });
    expect(await cancel('The site burnt down')).toEqual({ kind: 'done' });
    expect(await cancel('Again')).toEqual({ kind: 'refused', code: 'not-cancellable' });
    expect(await sendEntries(owner, auditId, [])).toEqual({ kind: 'refused', code: 'closed' });
  });
});
