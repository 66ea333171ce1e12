import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { scoringInputs } from '~/risk/scores/scoring-inputs.server';
import { listActivity } from '~/activity-log/list-activity.server';
import { proposeFocus } from '~/audits/planning/propose-focus.server';
import { askExtension } from '~/findings/corrective-actions/extend-action.server';
import { countActions, listActions, listOwners } from '~/findings/corrective-actions/list-actions.server';
import { moveAction } from '~/findings/corrective-actions/move-action.server';
import { planAction } from '~/findings/corrective-actions/plan-action.server';
import { readProgress } from '~/activity-log/read-progress.server';
import { moveFinding } from '~/findings/findings/move-finding.server';
import { readFinding, readFindingChoices } from '~/findings/findings/read-finding.server';
import { amendFinding, recordFinding } from '~/findings/findings/record-finding.server';
import { showFindings } from '~/findings/findings/show-findings.server';
import { daysAfter } from '~/platform/queue/queue-dates';
import { readQueue } from '~/platform/queue/read-queue.server';
import { wholeFinding } from '../../../tests/factories/finding';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { listReplies } from './list-replies.server';
import { answerReply, recordReply, sendForComment } from './reply-to-finding.server';
import type { ReplyVerdict } from './reply-states';

let owner: MadeMember;
let partyId: string;
let findingId: string;

beforeEach(async () => {
  owner = await makeMember();
  partyId = (await makeSupplier(owner)).partyId;
  const recorded = await owner.inOrganization((db) => recordFinding(db, { partyId, userId: owner.user.id, fields: wholeFinding }));
  if (recorded.kind === 'refused') throw new Error();
  findingId = recorded.findingId;
});

const send = (by = owner, id = findingId) =>
  by.inOrganization((db) => sendForComment(db, { findingId: id, sentOn: '2026-03-02', userId: by.user.id }));
const reply = (given: Partial<Parameters<typeof recordReply>[1]> = {}) =>
  owner.inOrganization((db) =>
    recordReply(db, {
      ...{
        findingId,
        kind: 'dispute',
        text: 'The safe is empty.',
        repliedBy: 'Plant manager',
        repliedOn: '2026-03-05',
        userId: owner.user.id,
      },
      ...given,
    }),
  );
const answer = (verdict: ReplyVerdict, day = '2026-03-06', words = 'Two people saw it.') =>
  owner.inOrganization((db) =>
    answerReply(db, { findingId, verdict, answer: words, userId: owner.user.id, now: new Date(`${day}T09:00:00Z`) }),
  );
const list = (today = '2026-03-06') => owner.inOrganization((db) => listReplies(db, { findingIds: [findingId], today }));

test('a finding is sent, disputed and upheld, each once and in this order; every round is kept', async () => {
  expect(await reply()).toMatchObject({ code: 'not-sent' });
  expect(await answer('upheld')).toMatchObject({ code: 'not-sent' });
  expect(await send()).toMatchObject({ kind: 'done' });
  expect(await send()).toMatchObject({ code: 'already-sent' });
  // Ten working days after Monday 2 March.
  expect(await list()).toMatchObject([{ dueOn: '2026-03-16', state: 'sent' }]);
  expect(await answer('upheld', '2026-03-16')).toMatchObject({ code: 'too-early' });
  expect(await reply({ text: ' ' })).toMatchObject({ code: 'text-missing' });
  expect(await reply({ repliedBy: '' })).toMatchObject({ code: 'by-missing' });
  expect(await reply({ repliedOn: '2026-03-01' })).toMatchObject({ code: 'day-too-early' });
  expect(await reply()).toMatchObject({ kind: 'done' });
  expect(await reply({ text: 'Another' })).toMatchObject({ code: 'already-replied' });
  expect(await answer('upheld', '2026-03-06', ' ')).toMatchObject({ code: 'reason-missing' });
  expect(await answer('upheld')).toMatchObject({ kind: 'done' });
  expect(await answer('changed')).toMatchObject({ code: 'already-answered' });
  expect(await list()).toMatchObject([
    { state: 'answered', kind: 'dispute', text: 'The safe is empty.', verdict: 'upheld', answeredBy: owner.user.name },
  ]);
  expect(await send()).toMatchObject({ kind: 'done' });
  expect(await list()).toHaveLength(2);
  const { events } = await owner.inOrganization((db) => listActivity(db, { recordKind: 'finding', recordId: findingId }));
  expect(events.map(({ act }) => act)).toEqual([
    'send-for-comment',
    'answer-reply',
    'record-finding-reply',
    'send-for-comment',
    'record-finding',
  ]);
});

test('without a reply it is answered after the due date; an acceptance needs no text', async () => {
  await send();
  expect(await list('2026-03-17')).toMatchObject([{ state: 'late' }]);
  expect(await reply({ kind: 'accept', text: '', repliedOn: '2026-03-20' })).toMatchObject({ kind: 'done' });
  await answer('upheld');
  await send();
  expect(await answer('upheld', '2026-03-17')).toMatchObject({ kind: 'done' });
});

test('a withdrawn finding counts in no score', async () => {
  const counted = () =>
    owner.inOrganization(async (db) => (await scoringInputs(db, { partyIds: [partyId], asOf: '2026-03-06' }))[0]?.input.findings);
  const looked = () => owner.inOrganization(async (db) => JSON.stringify(await proposeFocus(db, partyId)));
  expect(await counted()).toHaveLength(1);
  expect(await looked()).toContain(findingId);
  await send();
  await reply();
  await answer('withdrawn');
  expect(await counted()).toEqual([]);
  expect(await looked()).not.toContain(findingId);
});

test('rejects another organization and an unknown finding; the database enforces the order too', async () => {
  const stranger = await makeMember();
  expect(await send(stranger)).toMatchObject({ code: 'unknown-finding' });
  expect(await send(owner, randomUUID())).toMatchObject({ code: 'unknown-finding' });
  await send();
  expect(await stranger.inOrganization((db) => listReplies(db, { findingIds: [findingId], today: '2026-03-06' }))).toEqual([]);
  const set = (data: object) => owner.inOrganization((db) => db.findingReply.updateMany({ where: { findingId }, data }));
  await expect(set({ kind: 'dispute', repliedOn: new Date('2026-03-05'), repliedBy: 'x', text: '' })).rejects.toThrow(
    /FindingReply_replied/,
  );
  await expect(set({ verdict: 'upheld' })).rejects.toThrow(/FindingReply_answered/);
});

describe('a withdrawn finding', () => {
  const now = new Date('2026-03-01T09:00:00Z');
  const today = '2026-03-06';
  const plan = () =>
    owner.inOrganization((db) =>
      planAction(db, {
        ...{ findingId, userId: owner.user.id, now },
        fields: {
          ...{ kind: 'corrective', action: 'Lockers with keys.', rootCause: '', owner: 'Head of personnel', ownerMemberId: null },
          ...{
            timescale: '30',
            verification: 'follow-up-visit',
            agreedBy: '',
            agreedOn: null,
            amountMinor: null,
            currency: null,
            people: null,
          },
        },
      }),
    );
  const withdraw = async () => {
    await send();
    await reply();
    await answer('withdrawn');
  };
  const inOwn = <T>(work: Parameters<typeof owner.inOrganization<T>>[0]) => owner.inOrganization(work);

  test('removes its actions from queue, list, counts and progress report; its own page still shows them', async () => {
    const planned = await plan();
    if (planned.kind !== 'planned') throw new Error(planned.code);
    const reader = {
      ...{ userId: owner.user.id, organizationId: owner.organization.id, role: 'owner' as const },
      ...{ today, until: daysAfter(today, 60), now },
    };
    const seen = () =>
      inOwn(async (db) => ({
        queue: (await readQueue(db, reader, { perKind: 9, kinds: ['follow-action'] })).items.map(({ id }) => id),
        list: (await listActions(db, { today })).rows.map(({ id }) => id),
        counts: (await countActions(db, { today })).pending,
        owners: await listOwners(db),
        progress: (await readProgress(db, { partyId, since: today, today })).counts.pending,
        ofFinding: (await listActions(db, { findingId, today })).rows.map(({ id }) => id),
      }));
    const [id] = [planned.actionId];
    expect(await seen()).toEqual({ queue: [id], list: [id], counts: 1, owners: ['Head of personnel'], progress: 1, ofFinding: [id] });
    await withdraw();
    expect(await seen()).toEqual({ queue: [], list: [], counts: 0, owners: [], progress: 0, ofFinding: [id] });
    expect(await plan()).toEqual({ kind: 'refused', code: 'withdrawn' });
    const by = { actionId: id, userId: owner.user.id };
    expect(await inOwn((db) => moveAction(db, { ...by, step: { to: 'start' }, now }))).toEqual({ kind: 'refused', code: 'withdrawn' });
    expect(await inOwn((db) => askExtension(db, { ...by, reason: 'Late', newDueOn: '2027-01-01', now }))).toMatchObject({
      code: 'withdrawn',
    });
  });

  test('changes no state, and returns when a later round upholds it', async () => {
    await withdraw();
    const move = () => inOwn((db) => moveFinding(db, { findingId, to: 'plan-agreed', userId: owner.user.id, now }));
    expect(await move()).toEqual({ kind: 'refused', code: 'withdrawn' });
    await send();
    await reply({ text: 'We looked again.', repliedOn: '2026-03-09' });
    await answer('upheld', '2026-03-10');
    expect(await move()).toMatchObject({ kind: 'moved' });
  });

  test('cannot return once it was never sent: no finding repeats it', async () => {
    const record = () =>
      inOwn((db) => recordFinding(db, { partyId, userId: owner.user.id, fields: { ...wholeFinding, repeatOfId: findingId } }));
    const again = await record();
    if (again.kind === 'refused') throw new Error(again.problems.join());
    const reported = () =>
      inOwn(async (db) => ({
        isRepeated: (await showFindings(db, { ids: [again.findingId] })).rows[0]?.isRepeated,
        repeatOf: (await readFinding(db, again.findingId))?.repeatOf?.id ?? null,
        offered: (await readFindingChoices(db, { partyId })).earlier.map(({ id }) => id).includes(findingId),
        scored: (await scoringInputs(db, { partyIds: [partyId], asOf: today }))[0]?.input.findings?.some(({ repeated }) => repeated),
      }));
    expect(await reported()).toEqual({ isRepeated: true, repeatOf: findingId, offered: true, scored: true });
    await withdraw();
    expect(await reported()).toEqual({ isRepeated: false, repeatOf: null, offered: false, scored: false });
    expect(await record()).toEqual({ kind: 'refused', problems: ['unknown-repeat'] });
    const kept = await inOwn((db) =>
      amendFinding(db, { findingId: again.findingId, userId: owner.user.id, fields: { ...wholeFinding, repeatOfId: findingId } }),
    );
    expect(kept).toMatchObject({ kind: 'amended' });
  });
});
