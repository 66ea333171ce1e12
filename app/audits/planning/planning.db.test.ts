import { describe, expect, it } from 'vitest';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { makeAudit, withAudit } from '../../../tests/factories/audit';
import { now, declare } from '../../../tests/factories/audit-acts';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { findAudit } from './find-audit.server';
import { keepSample } from './keep-sample.server';
import { listAudits, listMonth } from './list-audits.server';
import { planAudit } from './plan-audit.server';
import { readAudit } from './read-audit.server';
import { focusSentence } from './labels';
import { declareIndependence, putOnTeam, takeOffTeam } from './team.server';

describe('planning', () => {
  it('opens the checklist and the indicators, numbers within the year, and proposes from known facts', async () => {
    const owner = await makeMember();
    const first = await makeAudit(owner);
    const second = await makeAudit(owner);
    const audit = await owner.inOrganization((db) => readAudit(db, { auditId: first.auditId, userId: owner.user.id, role: 'owner' }));
    expect(audit).toMatchObject({ number: '2026-0001', status: 'planned', personDays: 4, workers: 1250, usual: { personDays: 4 } });
    expect(audit?.sample.unknown).toEqual(['sex', 'origin', 'shift', 'language']);
    expect(audit?.sample.rows).toEqual([
      { dimension: 'contract', value: 'agency', people: 22 },
      { dimension: 'contract', value: 'direct', people: 30 },
    ]);
    const other = await owner.inOrganization((db) => readAudit(db, { auditId: second.auditId, userId: owner.user.id, role: 'owner' }));
    expect(other?.number).toBe('2026-0002');
    const opened = await owner.inOrganization((db) => db.questionnaireResponse.findMany({ select: { status: true } }));
    expect(opened).toHaveLength(6);
    expect(new Set(opened.map(({ status }) => status))).toEqual(new Set(['recording']));
  });

  it('keeps changes to the interview plan: the largest property counts, and a planned group is no longer unknown', async () => {
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

  it('marks groups too small to be reported, after manual changes too', async () => {
    const owner = await makeMember();
    const values = { workers: 400, migrantShare: 0.005, agencyShare: 0.5 };
    const { publicId } = await makeSupplier(owner, { name: 'Two from abroad', values });
    const { auditId } = await makeAudit(owner, { supplierPublicId: publicId });
    const read = () => owner.inOrganization((db) => readAudit(db, { auditId, userId: owner.user.id, role: 'owner' }));
    const migrants = { dimension: 'origin' as const, value: 'migrants', people: 4 };
    expect((await read())?.sample.rows).toContainEqual({ ...migrants, isTooSmall: true });
    await withAudit(owner, auditId, (db, audit) => keepSample(db, audit, { rows: [{ ...migrants, people: 2 }], by: owner.user.id }));
    expect((await read())?.sample.rows).toEqual([{ ...migrants, people: 2, isTooSmall: true }]);
  });

  it('lists unsolved findings first, the most severe before the others', async () => {
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

  it('selects the contributions that raise the score and the unknown facts that could change it most, never the country', async () => {
    const owner = await makeMember();
    const values = { country: 'MY', sector: '2219', workers: 900, migrantShare: 0.7, housing: 'tied' } as const;
    const { partyId, publicId } = await makeSupplier(owner, { values });
    await owner.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf: '2026-11-30' }));
    const { auditId } = await makeAudit(owner, { supplierPublicId: publicId });
    const audit = await owner.inOrganization((db) => readAudit(db, { auditId, userId: owner.user.id, role: 'owner' }));
    const focus = audit?.focus ?? [];
    expect(focus.flatMap((item) => (item.kind === 'component' ? [item.id] : []))).toEqual(['migrant', 'housing']);
    expect(focus.flatMap((item) => (item.kind === 'unknown' ? [item.id] : []))).toContain('debt');
    expect(focus.map(focusSentence).find((sentence) => sentence.startsWith('Migrant'))).toMatch(
      /^Migrant workers: .* odds of forced labour$/,
    );
  });

  it('rejects a follow-up of an unknown audit, a site of another supplier, and a lead without permission to record', async () => {
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

describe('the visibility of an audit', () => {
  it('is limited to its team and to users who plan and approve; everyone else gets 404', async () => {
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

  it('is found by its number, and by the supplier’s name in any spelling', async () => {
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

  it('a team keeps a lead; each member declares his own independence', async () => {
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
    // Free text from before languages were selectable may stay beside the selected ones; no new text is accepted.
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
