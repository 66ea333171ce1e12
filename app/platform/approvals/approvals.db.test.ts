import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { decideApproval, withdrawApproval } from './decide-approval.server';
import { proposeApproval } from './propose-approval.server';
import { readApprovals } from './read-approvals.server';

const now = new Date('2026-05-04T10:00:00Z');
const kind = 'override-waiver';
let proposer: MadeMember;
let decider: MadeMember;
let subjectId: string;

beforeEach(async () => {
  proposer = await makeMember();
  decider = await makeMember({ organization: proposer.organization });
  subjectId = (await makeSupplier(proposer)).partyId;
});

const propose = (item = 'O6:findings', by = proposer) =>
  by.inOrganization((db) =>
    proposeApproval(db, kind, {
      ...{ subjectId, item, reason: 'All papers are back.', userId: by.user.id, now },
      payload: { code: 'O6', evidence: 'audit-unannounced', shownBy: 'Audit of 12 May.' },
    }),
  );

async function proposed(): Promise<string> {
  const done = await propose();
  if (done.kind === 'refused') throw new Error(done.code);
  return done.approvalId;
}

const decide = (approvalId: string, by: MadeMember, state: 'approved' | 'rejected' = 'approved') =>
  by.inOrganization((db) => decideApproval(db, kind, { approvalId, subjectId, userId: by.user.id, now, state, note: 'Seen.' }));
const withdraw = (approvalId: string, by: MadeMember) =>
  by.inOrganization((db) => withdrawApproval(db, kind, { approvalId, subjectId, userId: by.user.id, now }));
const read = () => proposer.inOrganization((db) => readApprovals(db, kind, { subjectIds: [subjectId] }));
const states = async () => (await read()).map(({ state }) => state);
const change = (id: string, data: Record<string, unknown>, by = proposer) =>
  by.inOrganization((db) => db.approval.updateMany({ where: { id }, data }));

describe('a proposal', () => {
  test('is decided once, by another person, with the note of the decision', async () => {
    const id = await proposed();
    expect(await decide(id, decider)).toMatchObject({ kind: 'decided' });
    const decided = {
      state: 'approved',
      proposedById: proposer.user.id,
      decidedById: decider.user.id,
      decidedAt: now,
      decisionNote: 'Seen.',
    };
    expect(await read()).toMatchObject([decided]);
    expect(await decide(id, decider, 'rejected')).toEqual({ kind: 'refused', code: 'already-decided' });
    expect(await withdraw(id, proposer)).toEqual({ kind: 'refused', code: 'already-decided' });
    expect(await read()).toMatchObject([decided]);
  });

  test.each(['approved', 'rejected'] as const)('is not %s by its proposer, in the database either', async (state) => {
    const id = await proposed();
    expect(await decide(id, proposer, state)).toEqual({ kind: 'refused', code: 'own-proposal' });
    await expect(change(id, { state, decidedById: proposer.user.id, decidedAt: now })).rejects.toThrow(/Approval_two_people/);
    expect(await states()).toEqual(['open']);
  });

  test('is withdrawn by its proposer alone, in the database too', async () => {
    const id = await proposed();
    expect(await withdraw(id, decider)).toEqual({ kind: 'refused', code: 'not-proposer' });
    const withdrawn = { state: 'withdrawn', decidedById: decider.user.id, decidedAt: now };
    await expect(change(id, withdrawn, decider)).rejects.toThrow(/Approval_two_people/);
    expect(await withdraw(id, proposer)).toMatchObject({ kind: 'decided' });
    expect(await states()).toEqual(['withdrawn']);
    expect(await decide(id, decider)).toEqual({ kind: 'refused', code: 'already-decided' });
  });

  test('is decided by one of two people who decide simultaneously', async () => {
    const third = await makeMember({ organization: proposer.organization });
    const id = await proposed();
    const both = await Promise.all([decide(id, decider, 'approved'), decide(id, third, 'rejected')]);
    expect(both.map((each) => each.kind).sort()).toEqual(['decided', 'refused']);
    const [row] = await read();
    expect(row).toMatchObject(
      both[0]?.kind === 'decided' ? { state: 'approved', decidedById: decider.user.id } : { state: 'rejected', decidedById: third.user.id },
    );
  });

  test('takes effect only with the transaction that decides', async () => {
    const id = await proposed();
    const failed = decider.inOrganization(async (db) => {
      await decideApproval(db, kind, { approvalId: id, subjectId, userId: decider.user.id, now, state: 'approved', note: '' });
      throw new Error('the connection is lost');
    });
    await expect(failed).rejects.toThrow('the connection is lost');
    expect(await states()).toEqual(['open']);
    const acts = await decider.inOrganization((db) => db.activity.count({ where: { recordId: subjectId, act: 'lift-override' } }));
    expect(acts).toBe(0);
    await decide(id, decider);
    expect(await decider.inOrganization((db) => db.activity.count({ where: { recordId: subjectId, act: 'lift-override' } }))).toBe(1);
  });
});

describe('a second proposal', () => {
  test('of the same subject is refused while one is open, also at once, and accepted afterwards', async () => {
    const both = await Promise.all([propose(), propose('O6:findings', decider)]);
    expect(both.map((each) => each.kind).sort()).toEqual(['proposed', 'refused']);
    expect(await propose()).toEqual({ kind: 'refused', code: 'already-proposed' });
    expect(await propose('O7:fees')).toMatchObject({ kind: 'proposed' });
    const open = (await read()).find(({ item }) => item === 'O6:findings');
    await decide(open?.id ?? '', open?.proposedById === decider.user.id ? proposer : decider, 'rejected');
    expect(await propose()).toMatchObject({ kind: 'proposed' });
  });
});

describe('in the database', () => {
  test('a decided proposal is neither changed, reopened nor deleted; an open one keeps its content', async () => {
    const id = await proposed();
    await expect(change(id, { reason: 'Another reason' })).rejects.toThrow(/decided once/);
    await expect(change(id, { payload: {} })).rejects.toThrow(/decided once/);
    await expect(change(id, { proposedById: randomUUID() })).rejects.toThrow(/decided once/);
    await decide(id, decider);
    await expect(change(id, { state: 'open', decidedById: null, decidedAt: null })).rejects.toThrow(/decided once/);
    await expect(change(id, { decisionNote: 'Other' })).rejects.toThrow(/decided once/);
    await expect(proposer.inOrganization((db) => db.approval.deleteMany({ where: { id } }))).rejects.toThrow(/not deleted/);
  });

  test('a proposal names exactly the subject of its kind', async () => {
    const data = { item: 'O6:findings', payload: {}, reason: 'x', proposedById: proposer.user.id };
    const create = (row: Record<string, unknown>) =>
      proposer.inOrganization((db) => db.approval.createMany({ data: { kind, ...data, ...row } }));
    await expect(create({})).rejects.toThrow(/Approval_subject/);
    await expect(create({ partyId: subjectId, kind: 'unknown-kind' })).rejects.toThrow(/Approval_subject/);
    await expect(create({ partyId: subjectId, reason: ' ' })).rejects.toThrow(/Approval_reason/);
    await expect(create({ partyId: subjectId, state: 'approved' })).rejects.toThrow(/Approval_decided/);
  });

  test('another organization neither reads nor decides it, and proposes nothing about its subject', async () => {
    const id = await proposed();
    const stranger = await makeMember();
    expect(await stranger.inOrganization((db) => db.approval.count())).toBe(0);
    expect(await decide(id, stranger)).toEqual({ kind: 'refused', code: 'unknown' });
    expect(await withdraw(id, stranger)).toEqual({ kind: 'refused', code: 'unknown' });
    await expect(propose('O7:fees', stranger)).rejects.toThrow(/Approval_organizationId_partyId_fkey/);
    expect(await states()).toEqual(['open']);
  });
});
