import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { listActivity } from '~/activity-log/list-activity.server';
import { attachFiles, removeFile } from '~/findings/findings/finding-files.server';
import { moveFinding } from '~/findings/findings/move-finding.server';
import { recordFinding } from '~/findings/findings/record-finding.server';
import { wholeFinding } from '../../../tests/factories/finding';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { askExtension, decideExtension, type ExtensionVerdict } from './extend-action.server';
import { countActions, listActions } from './list-actions.server';
import { type ActionStep, moveAction, signAction } from './move-action.server';
import { type ActionFields, amendAction, planAction } from './plan-action.server';
import { readAction } from './read-action.server';
import { readProgress } from '~/activity-log/read-progress.server';

const now = new Date('2026-03-01T10:00:00Z');
const today = '2026-03-01';
const whole: ActionFields = {
  kind: 'corrective',
  action: 'Give the passports back, and lockers with keys.',
  rootCause: 'The agency told the office to keep them.',
  owner: 'Head of personnel',
  ownerMemberId: null,
  timescale: '30',
  verification: 'follow-up-visit',
  agreedBy: 'Plant manager',
  agreedOn: today,
  amountMinor: null,
  currency: null,
  people: null,
};

let auditor: MadeMember;
let colleague: MadeMember;
let partyId: string;
let findingId: string;

beforeEach(async () => {
  auditor = await makeMember();
  colleague = await makeMember({ organization: auditor.organization, role: 'reviewer' });
  partyId = (await makeSupplier(auditor)).partyId;
  const recorded = await auditor.inOrganization((db) => recordFinding(db, { partyId, userId: auditor.user.id, fields: wholeFinding }));
  if (recorded.kind === 'refused') throw new Error(recorded.problems.join());
  findingId = recorded.findingId;
});

async function plan(fields: Partial<ActionFields> = {}): Promise<string> {
  const planned = await auditor.inOrganization((db) =>
    planAction(db, { findingId, fields: { ...whole, ...fields }, userId: auditor.user.id, now }),
  );
  if (planned.kind === 'refused') throw new Error(planned.code);
  return planned.actionId;
}
const step = (actionId: string, to: ActionStep, by = auditor) =>
  by.inOrganization((db) => moveAction(db, { actionId, step: to, userId: by.user.id, now }));
const statusOfFinding = () =>
  auditor.inOrganization(async (db) => (await db.finding.findFirstOrThrow({ where: { id: findingId } })).status);
const read = (actionId: string, day = today) => auditor.inOrganization((db) => readAction(db, { actionId, today: day }));

describe('planning', () => {
  test('actions exist side by side, are due that many days after the agreement, and the finding follows them', async () => {
    const first = await plan();
    expect(await statusOfFinding()).toBe('plan-agreed');
    expect(await read(first)).toMatchObject({ dueOn: '2026-03-31', status: 'pending', supplier: 'Lotus Garments' });
    const second = await plan({ agreedBy: '', agreedOn: null, timescale: 'immediate', action: 'Pay back what was kept.' });
    expect(await statusOfFinding()).toBe('open');
    const amended = await auditor.inOrganization((db) =>
      amendAction(db, { actionId: second, fields: { ...whole, timescale: 'immediate' }, userId: auditor.user.id, now }),
    );
    expect(amended).toMatchObject({ kind: 'planned', hasMoved: true });
    expect(await statusOfFinding()).toBe('plan-agreed');
    const moved = await auditor.inOrganization((db) => moveFinding(db, { findingId, to: 'fixed', userId: auditor.user.id, now }));
    expect(moved).toEqual({ kind: 'refused', code: 'follows-actions' });
  });

  test('remediation keeps money as minor units with its currency, and a small group as a range in its history', async () => {
    const id = await plan({ kind: 'remediation', amountMinor: 3_000_000_000, currency: 'VND', people: 3 });
    expect(await read(id)).toMatchObject({ amountMinor: 3_000_000_000, currency: 'VND', people: 3 });
    const { events } = await auditor.inOrganization((db) => listActivity(db, { recordKind: 'corrective-action', recordId: id }));
    expect(events[0]?.changes).toContainEqual({ field: 'people', before: null, after: 'under-5' });
  });

  test('rejects an unknown finding, and a user who is not a member', async () => {
    const at = (finding: string, fields: ActionFields, by = auditor) =>
      by.inOrganization((db) => planAction(db, { findingId: finding, fields, userId: by.user.id, now }));
    const stranger = await makeMember();
    expect(await at(randomUUID(), whole)).toEqual({ kind: 'refused', code: 'unknown-finding' });
    expect(await at(findingId, whole, stranger)).toEqual({ kind: 'refused', code: 'unknown-finding' });
    expect(await at(findingId, { ...whole, ownerMemberId: stranger.user.id })).toEqual({ kind: 'refused', code: 'unknown-member' });
    expect(await at(findingId, { ...whole, ownerMemberId: colleague.user.id })).toMatchObject({ kind: 'planned' });
  });
});

describe('closing (A35)', () => {
  test('the user who completed an action does not verify it; another does, and describes the evidence', async () => {
    const id = await plan();
    expect(await step(id, { to: 'verify', seen: 'Lockers' }, colleague)).toMatchObject({ code: 'bad-step' });
    expect(await step(id, { to: 'start' })).toMatchObject({ kind: 'moved' });
    expect(await step(id, { to: 'complete', note: ' ' })).toMatchObject({ code: 'nothing-seen' });
    expect(await step(id, { to: 'complete', note: 'Lockers bought' })).toMatchObject({ kind: 'moved', hasMoved: true });
    expect(await statusOfFinding()).toBe('fixed');
    expect(await step(id, { to: 'verify', seen: 'Lockers seen' })).toMatchObject({ code: 'same-person' });
    expect(await step(id, { to: 'verify', seen: ' ' }, colleague)).toMatchObject({ code: 'nothing-seen' });
    expect(await step(id, { to: 'verify', seen: 'Lockers seen' }, colleague)).toMatchObject({ kind: 'moved', partyId });
    expect(await statusOfFinding()).toBe('verified');
    expect(await step(id, { to: 'reopen', reason: '' }, colleague)).toMatchObject({ code: 'reason-missing' });
    expect(await step(id, { to: 'reopen', reason: 'Locked away again' }, colleague)).toMatchObject({ kind: 'moved' });
    expect(await statusOfFinding()).toBe('plan-agreed');
    expect(await read(id)).toMatchObject({ status: 'in-progress', verifiedBy: null, completedBy: null, reopenReason: 'Locked away again' });
    const { events } = await auditor.inOrganization((db) => listActivity(db, { recordKind: 'corrective-action', recordId: id }));
    expect(events.map(({ act }) => act).reverse()).toEqual([
      'plan-action',
      'start-action',
      'complete-action',
      'verify-action',
      'reopen-action',
    ]);
  });

  test('a desk verification needs a file, which is then kept', async () => {
    const id = await plan({ verification: 'desktop' });
    await step(id, { to: 'complete', note: 'Paid' });
    expect(await step(id, { to: 'verify', seen: 'Payslips' }, colleague)).toMatchObject({ code: 'file-missing' });
    const forced = colleague.inOrganization((db) =>
      db.correctiveAction.updateMany({
        where: { id },
        data: { status: 'verified', verifiedAt: now, verifiedById: colleague.user.id, verificationSeen: 'Payslips' },
      }),
    );
    await expect(forced).rejects.toThrow(/file/);
    await auditor.inOrganization(async (db) => {
      const data = {
        sha256: 'd'.repeat(64),
        fileName: 'slips.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 1,
        uploadedById: auditor.user.id,
      };
      const file = await db.storedFile.create({ data, select: { id: true } });
      await attachFiles(db, { findingId, actionId: id, fileIds: [file.id], userId: auditor.user.id });
    });
    expect(await step(id, { to: 'verify', seen: 'Payslips' }, colleague)).toMatchObject({ kind: 'moved' });
    const file = (await read(id))?.files[0];
    expect(file).toMatchObject({ fileName: 'slips.pdf' });
    const removed = await auditor.inOrganization((db) =>
      removeFile(db, { findingId, actionId: id, findingFileId: file?.id ?? '', userId: auditor.user.id, now }),
    );
    expect(removed).toEqual({ kind: 'refused', code: 'only-evidence' });
  });

  test.each([
    ['one user alone', { verifiedById: 'same', verificationSeen: 'Seen' }],
    ['no evidence description', { verifiedById: 'other', verificationSeen: ' ' }],
    ['nobody', { verifiedById: null, verificationSeen: 'Seen' }],
  ])('the database itself rejects a closure by %s', async (_, { verifiedById, verificationSeen }) => {
    const id = await plan();
    await step(id, { to: 'complete', note: 'Done' });
    const by = verifiedById === 'same' ? auditor.user.id : verifiedById === 'other' ? colleague.user.id : null;
    const data = { status: 'verified', verifiedAt: now, verifiedById: by, verificationSeen };
    await expect(auditor.inOrganization((db) => db.correctiveAction.updateMany({ where: { id }, data }))).rejects.toThrow(
      /CorrectiveAction_verified/,
    );
  });

  test('a stranger changes nothing', async () => {
    const id = await plan();
    const stranger = await makeMember();
    expect(await step(id, { to: 'start' }, stranger)).toMatchObject({ code: 'unknown-action' });
    expect(await stranger.inOrganization((db) => readAction(db, { actionId: id, today }))).toBeNull();
    expect((await stranger.inOrganization((db) => listActions(db, { today }))).rows).toEqual([]);
  });

  test('the workers’ committee may sign', async () => {
    const id = await plan();
    const sign = { actionId: id, committee: 'Chair of the committee', committeeOn: today, userId: auditor.user.id };
    expect(await auditor.inOrganization((db) => signAction(db, sign))).toBe(true);
    expect(await read(id)).toMatchObject({ committee: 'Chair of the committee', committeeOn: today });
    expect(await colleague.inOrganization((db) => signAction(db, { ...sign, actionId: randomUUID() }))).toBe(false);
  });
});

describe('an extension', () => {
  // Each request is later than the one before: the newest is listed first.
  let requests = 0;
  const ask = (actionId: string, newDueOn: string, reason = 'The lockers come late', by = auditor) => {
    requests += 1;
    const at = new Date(now.getTime() + requests);
    return by.inOrganization((db) => askExtension(db, { actionId, reason, newDueOn, userId: by.user.id, now: at }));
  };
  const decide = async (actionId: string, verdict: ExtensionVerdict, by: MadeMember, answer = '') => {
    const extensionId = (await read(actionId))?.extensions[0]?.id ?? randomUUID();
    return by.inOrganization((db) =>
      decideExtension(db, { extensionId, actionId, verdict, answer, userId: by.user.id, now: new Date(now.getTime() + 1_000) }),
    );
  };

  test('is requested with a reason, decided by another user, and moves the due date only when granted', async () => {
    const id = await plan();
    expect(await ask(id, '2026-03-31')).toMatchObject({ code: 'day-too-early' });
    expect(await ask(id, '2026-05-01', ' ')).toMatchObject({ code: 'reason-missing' });
    expect(await ask(id, '2026-05-01')).toEqual({ kind: 'done' });
    expect(await ask(id, '2026-06-01')).toMatchObject({ code: 'already-asked' });
    expect(await decide(id, 'approved', auditor)).toMatchObject({ code: 'own-request' });
    expect(await decide(id, 'withdrawn', colleague)).toMatchObject({ code: 'someone-elses' });
    expect(await decide(id, 'rejected', colleague)).toMatchObject({ code: 'reason-missing' });
    expect(await decide(id, 'rejected', colleague, 'Lockers are in stock')).toEqual({ kind: 'done' });
    expect(await decide(id, 'approved', colleague)).toMatchObject({ code: 'already-decided' });
    expect(await read(id)).toMatchObject({ dueOn: '2026-03-31' });
    expect(await ask(id, '2026-05-01')).toEqual({ kind: 'done' });
    expect(await decide(id, 'approved', colleague)).toEqual({ kind: 'done' });
    expect(await read(id)).toMatchObject({ dueOn: '2026-05-01', extensions: [{ state: 'approved' }, { state: 'rejected' }] });
    // A change of text keeps the granted date.
    await auditor.inOrganization((db) =>
      amendAction(db, { actionId: id, fields: { ...whole, owner: 'Head of stores' }, userId: auditor.user.id, now }),
    );
    expect(await read(id)).toMatchObject({ dueOn: '2026-05-01', owner: 'Head of stores' });
    await step(id, { to: 'complete', note: 'Done' });
    expect(await ask(id, '2026-07-01')).toMatchObject({ code: 'not-open' });
  });

  test('a user cannot decide on his own request, in the database either', async () => {
    const id = await plan();
    await ask(id, '2026-05-01');
    const data = { state: 'approved', decidedById: auditor.user.id, decidedAt: now };
    await expect(auditor.inOrganization((db) => db.approval.updateMany({ where: { actionId: id }, data }))).rejects.toThrow(/two_people/);
  });
});

test('the list is sorted, filtered and paged; overdue actions show by how many days', async () => {
  const soon = await plan({ timescale: 'immediate', owner: 'Zed' });
  const later = await plan({ timescale: '90', owner: 'Abe' });
  const done = await plan({ timescale: '30', owner: 'Mia' });
  await step(done, { to: 'complete', note: 'Done' });
  const list = (options: Partial<Parameters<typeof listActions>[1]> = {}, day = '2026-03-04') =>
    auditor.inOrganization((db) => listActions(db, { today: day, ...options }));
  const ids = async (options: Parameters<typeof list>[0]) => (await list(options)).rows.map(({ id }) => id);
  expect(await ids({})).toEqual([soon, done, later]);
  expect(await ids({ sort: { key: 'due', direction: 'descending' } })).toEqual([later, done, soon]);
  expect(await ids({ sort: { key: 'owner', direction: 'ascending' } })).toEqual([later, done, soon]);
  expect((await list()).rows.map(({ daysLate, ageDays }) => [daysLate, ageDays > -400])).toEqual([
    [3, true],
    [0, true],
    [0, true],
  ]);
  expect(await ids({ when: 'overdue' })).toEqual([soon]);
  expect(await ids({ status: 'completed' })).toEqual([done]);
  expect(await ids({ status: 'unfinished' })).toEqual([soon, done, later]);
  expect(await ids({ owner: 'abe' })).toEqual([later]);
  expect(await ids({ supplierPublicId: 'NOBODY' })).toEqual([]);
  const first = await list({ take: 2 });
  expect(first.next).toBe(done);
  expect(await ids({ take: 2, cursor: done })).toEqual([later]);
  expect(await ids({ take: 2, cursor: 'nonsense' })).toEqual([soon, done]);
  const counts = await auditor.inOrganization((db) => countActions(db, { today: '2026-03-04' }));
  expect(counts).toEqual({ pending: 2, inProgress: 0, completed: 1, verified: 0, overdue: 1, week: 1 });
});

test('the progress report counts, and lists the changes since a date', async () => {
  const id = await plan({ timescale: 'immediate' });
  await step(id, { to: 'start' });
  const progress = await auditor.inOrganization((db) => readProgress(db, { partyId, since: '2000-01-01', today: '2026-03-04' }));
  expect(progress.counts).toEqual({ pending: 0, inProgress: 1, completed: 0, verified: 0, overdue: 1 });
  expect(progress.findings).toMatchObject([{ id: findingId, actions: [{ id }] }]);
  expect(progress.changes.map(({ act }) => act).sort()).toEqual(['move', 'plan-action', 'record-finding', 'start-action']);
  const nothing = await auditor.inOrganization((db) => readProgress(db, { partyId, since: '2999-01-01', today }));
  expect(nothing.changes).toEqual([]);
});
