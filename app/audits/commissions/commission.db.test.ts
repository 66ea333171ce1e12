import '~/registrations.server';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeMember, type MadeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { addAbsence } from '../auditors/absences.server';
import { addCredential } from '../auditors/credentials.server';
import { decideConflict, proposeAcceptance, readConflicts } from '../independence/decisions.server';
import { changeTerms } from '../planning/change-terms.server';
import { cancelAudit } from '../planning/end-audit.server';
import { findAudit } from '../planning/find-audit.server';
import { planAudit } from '../planning/plan-audit.server';
import { putOnTeam } from '../planning/team.server';
import { readQueue } from '~/platform/queue/read-queue.server';
import { acceptCommission, declineCommission, sendMessage } from './answer-commission.server';
import { type CommissionRead, conflictSubject, findCommission, readMessages } from './find-commission.server';
import { nameCommissions } from './name-commissions.server';
import { planCommissioned } from './plan-commissioned.server';
import { assignAuditor, linkPlace, proposeDates } from './prepare-answer.server';
import type { CommissionScope } from './states';
import { commissionAudit, withdrawCommission } from './write-commission.server';

const now = new Date('2026-11-02T09:00:00Z');
const later = new Date('2026-11-03T09:00:00Z');
const today = '2026-11-02';
const scope: CommissionScope = {
  ...{
    type: 'initial',
    announcement: 'announced',
    checklists: [],
    reason: 'New supplier',
    wantedFrom: '2026-12-01',
    wantedTo: '2026-12-31',
  },
  ...{ payer: 'buyer', payerNote: '' },
};

let buyer: MadeMember;
let firm: MadeMember;
let second: MadeMember;
let auditor: MadeMember;
let stranger: MadeMember;
let supplierPublicId: string;
const by = (member: MadeMember) => ({ organizationId: member.organization.id, userId: member.user.id, userName: member.user.name, now });

beforeAll(async () => {
  buyer = await makeMember();
  firm = await makeMember({ kind: 'audit-firm', role: 'owner' });
  second = await makeMember({ organization: firm.organization, role: 'reviewer' });
  auditor = await makeMember({ organization: firm.organization, role: 'auditor' });
  stranger = await makeMember({ kind: 'audit-firm' });
  supplierPublicId = (await makeSupplier(buyer)).publicId;
});

async function commission(given: Partial<CommissionScope> = {}): Promise<string> {
  const made = await buyer.inOrganization((db) =>
    commissionAudit(db, {
      ...{ organizationId: buyer.organization.id, to: { firmOrganizationId: firm.organization.id }, supplierPublicId, sitePublicId: null },
      ...{ scope: { ...scope, ...given }, by: buyer.user.id, now },
    }),
  );
  if (made.kind === 'refused') throw new Error(made.code);
  return made.commissionId;
}

const read = async (member: MadeMember, commissionId: string): Promise<CommissionRead> => {
  const found = await member.inOrganization((db) => findCommission(db, { commissionId, organizationId: member.organization.id }));
  if (!found) throw new Error('no commission');
  return found;
};

type Act<T> = (db: Parameters<Parameters<MadeMember['inOrganization']>[0]>[0], commission: CommissionRead) => Promise<T>;
const act = async <T>(member: MadeMember, commissionId: string, work: Act<T>): Promise<T> => {
  const found = await read(member, commissionId);
  return member.inOrganization((db) => work(db, found));
};

const days = { startsOn: '2026-12-07', endsOn: '2026-12-08', personDays: 4 };
/** Place, dates and a lead, each of which the firm needs before it accepts. */
async function prepare(commissionId: string, given: { startsOn: string; endsOn: string; personDays: number } = days, lead = auditor) {
  await act(firm, commissionId, (db, found) => linkPlace(db, found, { supplierPublicId: null, by: firm.user.id, today }));
  expect(await act(firm, commissionId, (db, found) => proposeDates(db, found, given))).toEqual({ kind: 'prepared' });
  return act(firm, commissionId, (db, found) => assignAuditor(db, found, { userId: lead.user.id, part: 'lead', explanation: '' }));
}
const accept = (commissionId: string) => act(firm, commissionId, (db, found) => acceptCommission(db, found, by(firm)));

const planOf = (startsOn: string, endsOn: string, publicId: string) => ({
  ...{ supplierPublicId: publicId, sitePublicId: null, type: 'initial' as const, announcement: 'announced' as const, startsOn, endsOn },
  ...{ personDays: 4, paidBy: 'Buyer', purpose: '', previousAuditId: null, leadId: auditor.user.id },
});

describe('a commission', () => {
  it('is named with its buyer where two buyers of a firm number theirs alike', async () => {
    const buyers = [await makeMember(), await makeMember()];
    const made = [];
    for (const member of buyers) {
      const { publicId } = await makeSupplier(member);
      const to = { firmOrganizationId: firm.organization.id };
      const asked = { organizationId: member.organization.id, to, supplierPublicId: publicId, sitePublicId: null, scope, now };
      made.push(await member.inOrganization((db) => commissionAudit(db, { ...asked, by: member.user.id })));
    }
    const ids = made.map((each) => (each.kind === 'commissioned' ? each.commissionId : ''));
    const labelsOf = async (member: MadeMember) => {
      const named = await member.inOrganization((db) => nameCommissions(db, ids));
      return ids.map((id) => named.get(id)?.label ?? null);
    };
    expect(await labelsOf(firm)).toEqual(buyers.map(({ organization }) => `C-2026-0001, ${organization.name}`));
    expect(await Promise.all(buyers.map(labelsOf))).toEqual([
      ['C-2026-0001', null],
      [null, 'C-2026-0001'],
    ]);
    const queue = await firm.inOrganization((db) =>
      readQueue(
        db,
        { ...{ userId: firm.user.id, organizationId: firm.organization.id, role: 'owner' }, today, until: today, now },
        { perKind: 9 },
      ),
    );
    const named = queue.items.filter(({ kind }) => kind === 'answer-commission').map(({ subjects, detail }) => [...subjects, detail]);
    expect(named.sort()).toEqual(
      buyers.map(({ organization }) => [organization.name, 'audit from 1 Dec 2026 · C-2026-0001, Lotus Garments']).sort(),
    );
  });

  it('is read by its buyer and its firm, and by no other organization', async () => {
    const commissionId = await commission();
    expect((await read(buyer, commissionId)).side).toBe('buyer');
    const received = await read(firm, commissionId);
    expect(received).toMatchObject({ side: 'firm', buyerName: buyer.organization.name, status: 'sent' });
    expect(
      await stranger.inOrganization((db) => findCommission(db, { commissionId, organizationId: stranger.organization.id })),
    ).toBeNull();
    expect(await stranger.inOrganization((db) => db.auditCommission.count({ where: { id: commissionId } }))).toBe(0);
    expect(
      await firm.inOrganization((db) => db.auditCommission.updateMany({ where: { id: commissionId }, data: { reason: 'Ours' } })),
    ).toEqual({
      count: 0,
    });
    const events = await firm.inOrganization((db) =>
      db.notification.findMany({ where: { recordId: commissionId }, select: { event: true } }),
    );
    expect(events).toEqual([{ event: 'commission-received' }]);
  });

  it('goes back and forth with questions, and is declined with a reason alone', async () => {
    const commissionId = await commission();
    expect(await act(firm, commissionId, (db, found) => sendMessage(db, found, { ...by(firm), text: 'Which shifts?' }))).toEqual({
      kind: 'answered',
    });
    expect((await read(buyer, commissionId)).status).toBe('question');
    await act(buyer, commissionId, (db, found) => sendMessage(db, found, { ...by(buyer), now: later, text: 'Both.' }));
    expect((await read(firm, commissionId)).status).toBe('sent');
    const messages = await firm.inOrganization((db) => readMessages(db, commissionId));
    expect(messages.map(({ side, text }) => [side, text])).toEqual([
      ['firm', 'Which shifts?'],
      ['buyer', 'Both.'],
    ]);
    expect(await stranger.inOrganization((db) => readMessages(db, commissionId))).toEqual([]);
    expect(await act(firm, commissionId, (db, found) => declineCommission(db, found, { ...by(firm), reason: ' ' }))).toEqual({
      kind: 'refused',
      code: 'reason-missing',
    });
    await act(firm, commissionId, (db, found) => declineCommission(db, found, { ...by(firm), reason: 'No capacity' }));
    expect(await read(buyer, commissionId)).toMatchObject({ status: 'declined', declineReason: 'No capacity' });
    expect(await accept(commissionId)).toEqual({ kind: 'refused', code: 'commission-decided' });
  });

  it('is withdrawn by its buyer, not by the firm', async () => {
    const commissionId = await commission();
    const withdraw = (member: MadeMember) =>
      member.inOrganization((db) => withdrawCommission(db, { ...by(member), commissionId, by: member.user.id }));
    expect(await withdraw(firm)).toBe(false);
    expect(await withdraw(buyer)).toBe(true);
    expect((await read(firm, commissionId)).status).toBe('withdrawn');
  });

  it('is accepted with place, dates and a lead, planned, and follows its audit', async () => {
    const commissionId = await commission();
    expect(await accept(commissionId)).toEqual({ kind: 'refused', code: 'place-missing' });
    expect(await prepare(commissionId)).toEqual({ kind: 'prepared' });
    expect(await accept(commissionId)).toEqual({ kind: 'answered' });
    expect(await read(buyer, commissionId)).toMatchObject({
      ...{ status: 'accepted', startsOn: '2026-12-07', endsOn: '2026-12-08', plan: null },
      team: [{ name: auditor.user.name, part: 'lead', languages: [], credentials: [] }],
    });
    const found = await read(firm, commissionId);
    const plan = planOf('2026-12-07', '2026-12-08', found.plan?.supplier?.publicId ?? 'none');
    const planned = await firm.inOrganization((db) =>
      planCommissioned(db, found, { firmOrganizationId: firm.organization.id, plan, by: { userId: firm.user.id } }),
    );
    if (planned.kind === 'refused') throw new Error(planned.code);
    expect(await read(buyer, commissionId)).toMatchObject({ status: 'planned', auditNumber: planned.number });
    const audit = await firm.inOrganization((db) => db.audit.findFirstOrThrow({ where: { id: planned.auditId } }));
    expect(audit).toMatchObject({ commissionId, buyerOrganizationId: buyer.organization.id, buyerName: buyer.organization.name });

    const noticed = () =>
      buyer.inOrganization((db) => db.notification.count({ where: { recordId: commissionId, event: 'commission-changed' } }));
    const before = await noticed();
    const terms = { announcement: 'announced' as const, startsOn: '2026-12-09', endsOn: '2026-12-10', personDays: 4 };
    await firm.inOrganization(async (db) => {
      const open = await findAudit(db, { auditId: planned.auditId, userId: firm.user.id, role: 'owner' });
      if (open) await changeTerms(db, open, { terms: { ...terms, paidBy: '', purpose: '', contact: '', licences: '' }, by: firm.user.id });
    });
    expect(await read(buyer, commissionId)).toMatchObject({ startsOn: '2026-12-09', endsOn: '2026-12-10' });
    expect(await noticed()).toBe(before + 1);
    await firm.inOrganization(async (db) => {
      const open = await findAudit(db, { auditId: planned.auditId, userId: firm.user.id, role: 'owner' });
      if (open) await cancelAudit(db, open, { userId: firm.user.id, reason: 'Flood', now });
    });
    expect(await read(buyer, commissionId)).toMatchObject({ status: 'accepted', auditNumber: null });
  });
});

describe('an assignment', () => {
  it('collides with audits, commissions and absences of the same days', async () => {
    const lead = await makeMember({ organization: firm.organization, role: 'auditor' });
    const supplier = await makeSupplier(firm);
    const planned = await firm.inOrganization((db) =>
      planAudit(db, { ...planOf('2027-01-11', '2027-01-12', supplier.publicId), leadId: lead.user.id }, { userId: firm.user.id }),
    );
    if (planned.kind === 'refused') throw new Error(planned.code);
    const again = await firm.inOrganization((db) =>
      planAudit(db, { ...planOf('2027-01-12', '2027-01-13', supplier.publicId), leadId: lead.user.id }, { userId: firm.user.id }),
    );
    expect(again).toMatchObject({ code: 'double-booked', collisions: [{ kind: 'audit', label: planned.number, startsOn: '2027-01-11' }] });

    const absent = (startsOn: string, endsOn: string) =>
      firm.inOrganization((db) => addAbsence(db, { userId: lead.user.id, kind: 'travel', startsOn, endsOn, by: firm.user.id, now }));
    expect(await absent('2027-01-10', '2027-01-11')).toMatchObject({ kind: 'refused', collisions: [{ label: planned.number }] });
    expect(await absent('2027-01-13', '2027-01-13')).toMatchObject({ kind: 'added' });
    const commissionId = await commission();
    expect(await prepare(commissionId, { startsOn: '2027-01-13', endsOn: '2027-01-14', personDays: 4 }, lead)).toMatchObject({
      ...{ code: 'double-booked', collisions: [{ kind: 'travel', startsOn: '2027-01-13' }] },
    });
    await act(firm, commissionId, (db, found) => proposeDates(db, found, { startsOn: '2027-01-14', endsOn: '2027-01-15', personDays: 4 }));
    const assign = () =>
      act(firm, commissionId, (db, found) => assignAuditor(db, found, { userId: lead.user.id, part: 'lead', explanation: '' }));
    expect(await assign()).toEqual({ kind: 'prepared' });
    expect(await absent('2027-01-15', '2027-01-15')).toMatchObject({
      kind: 'refused',
      collisions: [{ kind: 'commission', label: expect.stringContaining(buyer.organization.name) }],
    });
  });

  it('stops on an expired credential unless it is explained, and is free in a company', async () => {
    const lead = await makeMember({ organization: firm.organization, role: 'auditor' });
    const entry = { kind: 'apsca-csca', number: '000-TEST', issuer: 'APSCA', validFrom: null, validUntil: '2027-02-01' };
    await firm.inOrganization((db) =>
      addCredential(db, {
        userId: lead.user.id,
        entry: { ...entry, languages: ['en'], countries: [] },
        fileId: null,
        by: firm.user.id,
        now,
      }),
    );
    const commissionId = await commission();
    expect(await prepare(commissionId, { startsOn: '2027-02-01', endsOn: '2027-02-02', personDays: 4 }, lead)).toMatchObject({
      code: 'credential-expired',
    });
    const explained = await act(firm, commissionId, (db, found) =>
      assignAuditor(db, found, { userId: lead.user.id, part: 'lead', explanation: 'Renewal confirmed by the issuer' }),
    );
    expect(explained).toEqual({ kind: 'prepared' });

    const supplier = await makeSupplier(buyer);
    const plan = { ...planOf('2027-02-01', '2027-02-02', supplier.publicId), leadId: buyer.user.id };
    const twice = [await buyer.inOrganization((db) => planAudit(db, plan, { userId: buyer.user.id }))];
    twice.push(await buyer.inOrganization((db) => planAudit(db, plan, { userId: buyer.user.id })));
    expect(twice.map(({ kind }) => kind)).toEqual(['planned', 'planned']);
  });
});

describe('a conflict of interest', () => {
  const subjectOf = async (commissionId: string) => conflictSubject(await read(firm, commissionId), firm.organization.id);
  const conflictsOf = async (commissionId: string) => {
    const subject = await subjectOf(commissionId);
    return firm.inOrganization((db) => readConflicts(db, subject));
  };

  it('stops the acceptance until a second person accepts the reason of the first', async () => {
    const commissionId = await commission({ payer: 'site', payerNote: 'Invoice to the factory' });
    expect(await prepare(commissionId, { startsOn: '2027-03-01', endsOn: '2027-03-02', personDays: 4 })).toEqual({ kind: 'prepared' });
    expect(await accept(commissionId)).toEqual({ kind: 'refused', code: 'conflicts-open' });
    const subject = await subjectOf(commissionId);
    await firm.inOrganization((db) =>
      proposeAcceptance(db, subject, {
        code: 'site-pays',
        who: '',
        basis: 'site-pays',
        reason: 'Fee is paid before the visit',
        by: firm.user.id,
        now,
      }),
    );
    const [proposed] = await conflictsOf(commissionId);
    expect(proposed).toMatchObject({ state: 'proposed', proposedBy: firm.user.name });
    const decide = (member: MadeMember) =>
      member.inOrganization((db) =>
        decideConflict(db, { commissionId, decisionId: proposed?.decisionId ?? '', isAccepted: true, by: member.user.id, now }),
      );
    expect(await decide(firm)).toEqual({ kind: 'refused', code: 'conflict-same-person' });
    expect(await accept(commissionId)).toEqual({ kind: 'refused', code: 'conflicts-open' });
    expect(await decide(second)).toEqual({ kind: 'decided' });
    expect(await accept(commissionId)).toEqual({ kind: 'answered' });
  });

  it('is found in earlier consulting within two years, and not in older', async () => {
    const commissionId = await commission();
    await prepare(commissionId, { startsOn: '2027-04-05', endsOn: '2027-04-06', personDays: 4 });
    const { plan } = await read(firm, commissionId);
    const serve = (endedOn: string) =>
      firm.inOrganization((db) =>
        db.consultingService.create({
          data: {
            ...{ partyId: plan?.partyId ?? '', kind: 'training', startedOn: new Date('2024-01-01'), endedOn: new Date(endedOn) },
            recordedById: firm.user.id,
          },
        }),
      );
    await serve('2025-04-01');
    expect(await conflictsOf(commissionId)).toEqual([]);
    await serve('2025-04-10');
    expect(await conflictsOf(commissionId)).toMatchObject([
      { code: 'earlier-consulting', state: 'open', months: 24, services: [{ kind: 'training', endedOn: '2025-04-10' }] },
    ]);
    await firm.inOrganization((db) => db.consultingService.deleteMany({ where: { partyId: plan?.partyId ?? '' } }));
  });

  it('is found in a fourth audit in a row under one lead, and in membership of the buyer', async () => {
    const supplier = await makeSupplier(firm);
    const lead = await makeMember({ organization: firm.organization, role: 'auditor' });
    for (const day of ['2027-05-03', '2027-06-07', '2027-07-05']) {
      const plan = { ...planOf(day, day, supplier.publicId), leadId: lead.user.id };
      expect((await firm.inOrganization((db) => planAudit(db, plan, { userId: firm.user.id }))).kind).toBe('planned');
    }
    const commissionId = await commission();
    await act(firm, commissionId, (db, found) => linkPlace(db, found, { supplierPublicId: supplier.publicId, by: firm.user.id, today }));
    await act(firm, commissionId, (db, found) => proposeDates(db, found, { startsOn: '2027-08-02', endsOn: '2027-08-02', personDays: 2 }));
    await act(firm, commissionId, (db, found) => assignAuditor(db, found, { userId: lead.user.id, part: 'lead', explanation: '' }));
    expect(await conflictsOf(commissionId)).toMatchObject([{ code: 'rotation', subject: lead.user.id, limit: 3, audits: { length: 3 } }]);
    await act(firm, commissionId, (db, found) => assignAuditor(db, found, { userId: lead.user.id, part: 'assessor', explanation: '' }));
    expect(await conflictsOf(commissionId)).toEqual([]);

    await buyer.inOrganization((db) => db.membership.create({ data: { userId: lead.user.id, role: 'viewer' } }));
    expect(await conflictsOf(commissionId)).toMatchObject([{ code: 'member-of-buyer', person: lead.user.name }]);
  });

  it('keeps a tied person off the team of an audit that is planned', async () => {
    const tied = await makeMember({ organization: firm.organization, role: 'auditor' });
    await buyer.inOrganization((db) => db.membership.create({ data: { userId: tied.user.id, role: 'viewer' } }));
    const commissionId = await commission();
    await prepare(commissionId, { startsOn: '2027-09-06', endsOn: '2027-09-07', personDays: 4 });
    expect(await accept(commissionId)).toEqual({ kind: 'answered' });
    const found = await read(firm, commissionId);
    const plan = planOf('2027-09-06', '2027-09-07', found.plan?.supplier?.publicId ?? 'none');
    const planned = await firm.inOrganization((db) =>
      planCommissioned(db, found, { firmOrganizationId: firm.organization.id, plan, by: { userId: firm.user.id } }),
    );
    if (planned.kind === 'refused') throw new Error(planned.code);
    const put = await firm.inOrganization(async (db) => {
      const audit = await findAudit(db, { auditId: planned.auditId, userId: firm.user.id, role: 'owner' });
      return audit && putOnTeam(db, audit, { userId: tied.user.id, part: 'assessor', languages: [], by: firm.user.id });
    });
    expect(put).toEqual({ kind: 'refused', code: 'conflict-open' });
  });
});
