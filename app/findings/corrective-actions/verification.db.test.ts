import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { recordFinding } from '~/findings/findings/record-finding.server';
import * as actionRoute from '~/routes/org/findings/corrective-action';
import { wholeFinding } from '../../../tests/factories/finding';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { askVerificationAcceptance, decideVerificationAcceptance, readVerificationAcceptance } from './accept-verification.server';
import { moveAction } from './move-action.server';
import { planAction } from './plan-action.server';
import { readAction } from './read-action.server';
import type { GivenBasis } from './verification-basis';

const now = new Date('2026-12-02T10:00:00Z');
const later = new Date('2026-12-03T10:00:00Z');
let auditor: MadeMember;
let verifier: MadeMember;
let second: MadeMember;
let actionId: string;

beforeEach(async () => {
  auditor = await makeMember();
  const { organization } = auditor;
  verifier = await makeMember({ organization, role: 'reviewer' });
  second = await makeMember({ organization, role: 'manager' });
  const { partyId } = await makeSupplier(auditor);
  const recorded = await auditor.inOrganization((db) => recordFinding(db, { partyId, userId: auditor.user.id, fields: wholeFinding }));
  if (recorded.kind === 'refused') throw new Error(recorded.problems.join());
  const planned = await auditor.inOrganization((db) =>
    planAction(db, {
      ...{ findingId: recorded.findingId, userId: auditor.user.id, now },
      fields: {
        ...{ kind: 'corrective', action: 'Give the passports back.', rootCause: '', owner: 'Head of personnel', ownerMemberId: null },
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
  if (planned.kind === 'refused') throw new Error(planned.code);
  actionId = planned.actionId;
  await auditor.inOrganization((db) => moveAction(db, { actionId, step: { to: 'complete', note: 'Done' }, userId: auditor.user.id, now }));
});

const verify = (basis?: GivenBasis, at = now) =>
  verifier.inOrganization((db) =>
    moveAction(db, { actionId, step: { to: 'verify', seen: 'All fine.', ...(basis ? { basis } : {}) }, userId: verifier.user.id, now: at }),
  );
const looked = (interviews: number | null): GivenBasis => ({ on: '2026-12-02', methods: ['interviews'], interviews, audit: null });
const read = () => auditor.inOrganization((db) => readAction(db, { actionId, today: '2026-12-02' }));
const acceptance = () => auditor.inOrganization((db) => readVerificationAcceptance(db, { actionId, completedAt: now }));
const ask = (by = verifier, reason = 'Seen on a video call') =>
  by.inOrganization((db) => askVerificationAcceptance(db, { actionId, reason, userId: by.user.id, now }));
const decide = async (by: MadeMember, verdict: 'approved' | 'revoked', note = 'The call was recorded') => {
  const approvalId = (await acceptance())?.id ?? randomUUID();
  return by.inOrganization((db) => decideVerificationAcceptance(db, { actionId, approvalId, verdict, note, userId: by.user.id, now }));
};

it('is refused on the day of completion where it is a text alone, and taken a day later', async () => {
  expect(await verify()).toEqual({ kind: 'refused', code: 'text-alone' });
  expect(await verify(looked(0))).toEqual({ kind: 'refused', code: 'text-alone' });
  expect(await verify(undefined, later)).toMatchObject({ kind: 'moved' });
});

it('is taken on the day of completion with interviews, and shows what was looked at, a small group in words', async () => {
  expect(await verify(looked(3))).toMatchObject({ kind: 'moved' });
  expect((await read())?.basis).toMatchObject({
    on: '2026-12-02',
    methods: ['interviews'],
    interviews: 'few',
    documents: [],
    photographs: [],
  });
});

it('is taken once a second person accepted it, who neither asked nor completed the action', async () => {
  expect(await ask(auditor)).toEqual({ kind: 'refused', code: 'same-person' });
  expect(await ask(verifier, ' ')).toEqual({ kind: 'refused', code: 'reason-missing' });
  expect(await ask()).toEqual({ kind: 'done' });
  expect(await ask()).toEqual({ kind: 'refused', code: 'already-asked' });
  expect(await decide(verifier, 'approved')).toEqual({ kind: 'refused', code: 'own-request' });
  expect(await decide(auditor, 'approved')).toEqual({ kind: 'refused', code: 'same-person' });
  expect(await decide(second, 'approved', '')).toEqual({ kind: 'refused', code: 'reason-missing' });
  expect(await decide(second, 'approved')).toEqual({ kind: 'done' });
  expect(await decide(second, 'revoked')).toEqual({ kind: 'done' });
  expect(await verify()).toEqual({ kind: 'refused', code: 'text-alone' });
  expect(await ask()).toEqual({ kind: 'done' });
  expect(await decide(second, 'approved')).toEqual({ kind: 'done' });
  expect(await verify()).toMatchObject({ kind: 'moved' });
  expect(await decide(second, 'revoked')).toEqual({ kind: 'refused', code: 'bad-step' });
});

it('is asked for by those who may verify, and a viewer is refused', async () => {
  const viewer = await makeMember({ organization: auditor.organization, role: 'viewer' });
  const form = { intent: 'ask-acceptance', acceptanceReason: 'Seen on a call' };
  const params = { orgSlug: auditor.organization.slug, actionId };
  const post = (member: MadeMember) => callRoute(actionRoute.action, { url: '/x', method: 'POST', cookie: member.cookie, form, params });
  expect(await post(viewer)).toMatchObject({ status: 403 });
  expect(await post(verifier)).toMatchObject({ status: 303 });
});
