import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnNow } from '~/audits/report/prepare-audit-report.server';
import {
  checkValue,
  closingValue,
  concludeAndApprove,
  findingValue,
  makeAudit,
  makeEntry,
  sendEntries,
  withAudit,
} from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { checkRecord } from './check-record.server';
import { earlierFindings } from './earlier-findings.server';
import type { RevisitStanding } from '~/audits/planning/states';

const now = new Date();
let owner: MadeMember;
let second: MadeMember;
let auditId: string;
let before: string;
/** Of the previous audit: without a plan, with a completed one, and with one reported as completed. */
const [bare, planned, done] = [randomUUID(), randomUUID(), randomUUID()];

const revisit = (id: string, standing: RevisitStanding | null, seen: string) =>
  makeEntry('revisit', id, { standing, seen, methods: ['documents', 'observation'] });

beforeAll(async () => {
  owner = await makeMember();
  second = await makeMember({ role: 'reviewer', organization: owner.organization });
  const made = await makeAudit(owner);
  before = made.auditId;
  await sendEntries(owner, before, [
    await makeEntry('check', 'BW.FL.1.a', checkValue('not-compliant')),
    ...(await Promise.all(
      [bare, planned, done].map((id) => makeEntry('finding', id, findingValue('BW.FL.1.a', { what: `Found ${id.slice(0, 4)}` }))),
    )),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
  await concludeAndApprove(before, { owner, second, now });
  const action = (findingId: string, status: string) => ({
    ...{ findingId, kind: 'corrective', action: 'Give them back', owner: 'HR manager', timescale: '30', status },
    ...{
      dueOn: new Date('2027-01-15'),
      verification: 'follow-up-visit',
      agreedBy: 'General manager',
      agreedOn: now,
      createdById: owner.user.id,
    },
    ...(status === 'completed' ? { completedAt: now, completedById: owner.user.id, completionNote: 'Done' } : {}),
  });
  await owner.inOrganization((db) => db.correctiveAction.createMany({ data: [action(planned, 'in-progress'), action(done, 'completed')] }));
  ({ auditId } = await makeAudit(owner, { supplierPublicId: made.supplierPublicId, follows: before }));
});

describe('a follow-up', () => {
  it('takes along the open findings of the previous audit, with the agreed actions', async () => {
    const found = await withAudit(owner, auditId, (db, audit) => earlierFindings(db, audit));
    expect(found.map(({ id, isPrevious }) => ({ id, isPrevious }))).toEqual(
      expect.arrayContaining([bare, planned, done].map((id) => ({ id, isPrevious: true }))),
    );
    expect(found.find(({ id }) => id === planned)?.actions).toMatchObject([{ action: 'Give them back', status: 'in-progress' }]);
  });

  it('accepts no result about another audit’s finding, or an unknown one', async () => {
    const stranger = await makeMember();
    const other = await makeAudit(stranger);
    const foreign = await sendEntries(stranger, other.auditId, [await revisit(bare, 'closed', 'Seen')]);
    expect(foreign).toMatchObject({ refused: [{ code: 'unknown-place' }] });
    expect(await sendEntries(owner, auditId, [await revisit(randomUUID(), 'closed', 'Seen')])).toMatchObject({
      refused: [{ code: 'unknown-place' }],
    });
  });

  it('cannot be concluded before each finding has a result, closed and worse with evidence', async () => {
    const missing = async () => (await withAudit(owner, auditId, (db, audit) => checkRecord(db, audit))).obstacles.notRevisited;
    expect(await missing()).toHaveLength(3);
    const first = [await revisit(bare, 'worse', ''), await revisit(planned, 'closed', 'All have them'), await revisit(done, 'open', '')];
    expect(await sendEntries(owner, auditId, first)).toMatchObject({ kind: 'received', refused: [] });
    expect(await missing()).toEqual([expect.stringContaining(`Found ${bare.slice(0, 4)}`)]);
    const replaces = first.slice(0, 1).map(({ id }) => id);
    const fuller = await makeEntry('revisit', bare, { standing: 'worse', seen: 'Twice as many lie there', methods: ['workers'] }, replaces);
    expect(await sendEntries(owner, auditId, [fuller])).toMatchObject({ refused: [] });
    expect(await missing()).toEqual([]);
  });

  it('updates the findings once it is approved, and prints them', async () => {
    await sendEntries(owner, auditId, [await makeEntry('meeting', 'closing', closingValue)]);
    const standing = () =>
      owner.inOrganization((db) =>
        db.finding.findMany({ where: { id: { in: [bare, planned, done] } }, select: { id: true, status: true } }),
      );
    const statusOf = async (id: string) => (await standing()).find((row) => row.id === id)?.status;
    expect(await statusOf(planned)).not.toBe('verified');
    await concludeAndApprove(auditId, { owner, second, now });
    expect([await statusOf(bare), await statusOf(planned), await statusOf(done)]).toEqual(['open', 'verified', 'plan-agreed']);
    const actions = await owner.inOrganization((db) =>
      db.correctiveAction.findMany({
        where: { findingId: { in: [planned, done] } },
        select: { findingId: true, status: true, completedById: true, verifiedById: true, reopenReason: true },
      }),
    );
    expect(actions.find(({ findingId }) => findingId === planned)).toMatchObject({
      status: 'verified',
      completedById: owner.user.id,
      verifiedById: second.user.id,
    });
    expect(actions.find(({ findingId }) => findingId === done)).toMatchObject({ status: 'in-progress' });
    const report = await owner.inOrganization((db) =>
      drawnNow(db, {
        auditId,
        userId: owner.user.id,
        role: 'owner',
        organizationName: 'House',
        locale: 'en',
        publicUrl: 'https://manumit.example',
        now,
      }),
    );
    expect(report?.revisits?.map(({ standing: each, sources }) => [each, sources])).toEqual([
      ['worse', 'several'],
      ['open', ['documents', 'observation']],
      ['closed', ['documents', 'observation']],
    ]);
    expect(report?.revisits?.[2]).toMatchObject({
      seen: 'All have them',
      audit: '2026-0001',
      actions: [{ what: 'Give them back', status: 'verified' }],
    });
  });
});
