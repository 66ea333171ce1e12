import { describe, expect, it } from 'vitest';
import { firstSteps, hours, makeCase } from '../../../tests/factories/case';
import { makeMember } from '../../../tests/factories/member';
import { foldCase } from './fold-case';
import { openCase } from './open-case.server';
import { readCase } from './read-case.server';
import { findCase, readLog } from './read-log.server';

type Case = Awaited<ReturnType<typeof makeCase>>;
const stateOf = ({ opener, caseId }: Case) =>
  opener.inOrganization(async (db) => {
    const row = await findCase(db, caseId);
    if (!row) throw new Error('not seen');
    return { row, state: foldCase((await readLog(db, row)).log) };
  });

describe('opening a sensitive case', () => {
  it('requires a second user with the role', async () => {
    const { opener, owner, supplier } = await makeCase();
    const viewer = await makeMember({ organization: owner.organization, role: 'viewer' });
    const stranger = await makeMember();
    const open = (secondId: string, about = supplier.publicId) =>
      opener.inOrganization((db) =>
        openCase(db, { about, place: null, trigger: 'abuse', account: 'x', secondId, userId: opener.user.id, now: new Date() }),
      );
    for (const id of [opener.user.id, viewer.user.id, stranger.user.id])
      expect(await open(id)).toEqual({ kind: 'refused', code: 'second-missing' });
    expect(await open(owner.user.id, 'nothing')).toEqual({ kind: 'refused', code: 'unknown-party' });
    expect(await open(owner.user.id)).toMatchObject({ kind: 'opened' });
  });
});

describe('the steps', () => {
  it('follow their order, and consent comes before any referral', async () => {
    const made = await makeCase();
    const { opener, as } = made;
    const refer = { step: 'refer', referral: 'referred', service: 'S-3', note: '' } as const;
    expect(await as(opener).step(refer)).toEqual({ kind: 'refused', code: 'wish-missing' });
    const [danger, protect, wish, country] = firstSteps;
    if (!danger || !protect || !wish || !country) throw new Error('steps');
    expect(await as(opener).step(protect)).toEqual({ kind: 'refused', code: 'step-before' });
    expect(await as(opener).step({ step: 'danger', danger: 'yes', helper: 'nobody-yet', note: '' })).toEqual({
      kind: 'refused',
      code: 'helper-missing',
    });
    for (const step of [danger, protect]) expect(await as(opener).step(step)).toEqual({ kind: 'recorded' });
    expect(await as(opener).step(refer)).toEqual({ kind: 'refused', code: 'wish-missing' });
    expect(await as(opener).step({ step: 'wish', wish: 'yes', note: '' })).toEqual({ kind: 'refused', code: 'explain-first' });
    expect(await as(opener).step({ step: 'wish', wish: 'cannot-be-asked', note: '' })).toEqual({ kind: 'refused', code: 'reason-missing' });
    expect(await as(opener).step({ step: 'wish', wish: 'no', explained: 'on', note: '' })).toEqual({ kind: 'recorded' });
    expect(await as(opener).step(country)).toEqual({ kind: 'recorded' });
    expect(await as(opener).step(refer)).toEqual({ kind: 'refused', code: 'wish-forbids' });
    expect(await as(opener).step({ step: 'refer', referral: 'declined', note: '' })).toEqual({ kind: 'recorded' });
    // The worker changes their decision later: the new one is recorded, and then the referral.
    expect(await as(opener).step(wish)).toEqual({ kind: 'recorded' });
    expect(await as(opener).step({ ...refer, service: undefined })).toEqual({ kind: 'refused', code: 'service-missing' });
    expect(await as(opener).step(refer)).toEqual({ kind: 'recorded' });
    expect((await stateOf(made)).state.recorded.refer?.values).toMatchObject({ referral: 'referred', service: 'S-3' });
  });

  it('with a child: no single decision, a guardian or a child protection organization, and no removal without replacing the income', async () => {
    const { opener, as, together } = await makeCase({ trigger: 'child-under-age' });
    for (const step of firstSteps.slice(0, 2)) await as(opener).step(step);
    const wish = { step: 'wish', wish: 'yes', explained: 'on', note: '' } as const;
    expect(await as(opener).step({ ...wish, adults: 'no', woman: 'yes', guardian: 'guardian' })).toMatchObject({ code: 'child-alone' });
    expect(await as(opener).step({ ...wish, adults: 'yes', woman: 'no', guardian: 'guardian' })).toMatchObject({ code: 'child-alone' });
    expect(await as(opener).step({ ...wish, adults: 'yes', woman: 'no-girl', guardian: 'none' })).toMatchObject({ code: 'child-guardian' });
    expect(await as(opener).step({ ...wish, adults: 'yes', woman: 'yes', guardian: 'organization' })).toEqual({ kind: 'recorded' });
    for (const step of firstSteps.slice(3)) await as(opener).step(step);
    expect(await together({ kind: 'authorities', tell: 'tell' })).toMatchObject({ kind: 'decided' });
    await as(opener).step({ step: 'harm', harm: 'low', note: '' });
    await as(opener).step({ step: 'remedy', remedies: ['pay'], note: '' });
    const removal = { step: 'alternative', removal: 'with-alternative', note: '' } as const;
    expect(await as(opener).step({ ...removal, conditions: ['income'] })).toMatchObject({ code: 'child-conditions' });
    expect(await as(opener).step({ ...removal, conditions: ['income', 'schooling', 'family', 'until-age'] })).toEqual({ kind: 'recorded' });
  });
});

describe('decisions of two users', () => {
  it('require two people: the proposer cannot approve, in the database either; another person decides once', async () => {
    const { opener, second, outsider, as, caseId } = await makeCase();
    expect(await as(opener).propose({ kind: 'authorities', tell: 'tell' })).toEqual({ kind: 'refused', code: 'steps-first' });
    for (const step of firstSteps) await as(opener).step(step);
    const proposed = await as(opener).propose({ kind: 'authorities', tell: 'tell' });
    const decisionId = proposed.kind === 'proposed' ? proposed.decisionId : '';
    expect(await as(opener).propose({ kind: 'authorities', tell: 'not-tell' })).toEqual({ kind: 'refused', code: 'already-proposed' });
    expect(await as(opener).decide(decisionId, 'approved')).toEqual({ kind: 'refused', code: 'own-proposal' });
    const alone = (data: object) =>
      opener.inOrganization((db) =>
        db.approval.updateMany({ where: { id: decisionId }, data: { state: 'approved', decidedAt: new Date(), ...data } }),
      );
    await expect(alone({ decidedById: opener.user.id })).rejects.toThrow(/Approval_two_people/);
    await expect(alone({ decidedById: second.user.id })).rejects.toThrow(/own_decision/);
    expect(await as(outsider).decide(decisionId, 'approved')).toEqual({ kind: 'unknown' });
    expect(await as(second).decide(decisionId, 'withdrawn')).toEqual({ kind: 'refused', code: 'not-proposer' });
    expect(await as(second).decide(decisionId, 'approved')).toEqual({ kind: 'decided', verdict: 'approved' });
    expect(await as(second).decide(decisionId, 'rejected')).toEqual({ kind: 'refused', code: 'already-decided' });
    const read = await opener.inOrganization((db) => readCase(db, { caseId, now: new Date() }));
    expect(read?.state.authorities).toMatchObject({ tell: 'tell' });
    expect(read?.dues[0]).toMatchObject({ key: 'authorities', state: 'done' });
  });

  it('assign a third user, remove one, and keep two', async () => {
    const { opener, second, outsider, owner, as, caseId, together } = await makeCase();
    const sees = (member: typeof opener) => member.inOrganization((db) => db.sensitiveCase.count({ where: { id: caseId } }));
    expect(await together({ kind: 'unassign', person: second.user.id })).toEqual({ kind: 'refused', code: 'two-at-least' });
    expect(await sees(outsider)).toBe(0);
    expect(await together({ kind: 'assign', person: outsider.user.id })).toMatchObject({ kind: 'decided' });
    expect(await sees(outsider)).toBe(1);
    expect(await together({ kind: 'assign', person: outsider.user.id })).toEqual({ kind: 'refused', code: 'person-assigned' });
    const taken = await as(outsider).propose({ kind: 'unassign', person: opener.user.id });
    // The person being removed may be the one who approves.
    expect(await as(opener).decide(taken.kind === 'proposed' ? taken.decisionId : '', 'approved')).toMatchObject({ kind: 'decided' });
    expect([await sees(opener), await sees(second), await sees(outsider), await sees(owner)]).toEqual([0, 1, 1, 0]);
    const alone = outsider.inOrganization((db) => db.sensitiveCaseMember.updateMany({ where: { caseId }, data: { endedAt: new Date() } }));
    await expect(alone).rejects.toThrow(/two people/);
    // A person can neither assign themselves nor be assigned without a decision of two.
    const inside = opener.inOrganization((db) => db.sensitiveCaseMember.createMany({ data: [{ caseId, userId: opener.user.id }] }));
    await expect(inside).rejects.toThrow();
    const through = owner.inOrganization((db) => db.sensitiveCaseMember.createMany({ data: [{ caseId, userId: owner.user.id }] }));
    await expect(through).rejects.toThrow();
  });

  it('close with an outcome and an erasure date, reopen, and place a legal hold', async () => {
    const made = await makeCase();
    const { opener, as, together } = made;
    expect(await together({ kind: 'close', outcome: 'remedied' })).toEqual({ kind: 'refused', code: 'authorities-first' });
    expect(await together({ kind: 'close' })).toEqual({ kind: 'refused', code: 'outcome-missing' });
    expect(await together({ kind: 'close', outcome: 'not-confirmed' })).toMatchObject({ kind: 'decided' });
    const closed = await stateOf(made);
    expect(closed.state.outcome).toBe('not-confirmed');
    expect(closed.row.status).toBe('closed');
    const days = ((closed.row.eraseOn?.getTime() ?? 0) - Date.now()) / hours(24);
    expect(Math.round(days)).toBeGreaterThanOrEqual(729);
    expect(await as(opener).step(firstSteps[0] ?? { step: 'remedy', remedies: [], note: '' })).toEqual({ kind: 'refused', code: 'closed' });
    expect(await together({ kind: 'hold' })).toMatchObject({ kind: 'decided' });
    expect(await together({ kind: 'hold' })).toEqual({ kind: 'refused', code: 'already-held' });
    expect(await together({ kind: 'reopen' })).toMatchObject({ kind: 'decided' });
    expect((await stateOf(made)).row).toMatchObject({ status: 'open', eraseOn: null, isHeld: true });
    expect(await together({ kind: 'end-hold' })).toMatchObject({ kind: 'decided' });
  });
});

it('a release needs the decision on the authorities and a harm check; it alone changes the score, with a neutral text', async () => {
  const { opener, owner, supplier, as, together } = await makeCase();
  const scoreOf = () =>
    owner.inOrganization((db) =>
      db.score.findFirst({ where: { partyId: supplier.partyId }, orderBy: { createdAt: 'desc' }, select: { input: true, result: true } }),
    );
  for (const step of firstSteps) await as(opener).step(step);
  expect(await together({ kind: 'release' })).toEqual({ kind: 'refused', code: 'authorities-first' });
  await together({ kind: 'authorities', tell: 'tell' });
  expect(await together({ kind: 'release' })).toEqual({ kind: 'refused', code: 'harm-first' });
  await as(opener).step({ step: 'harm', harm: 'high', note: '' });
  expect(await together({ kind: 'release' })).toEqual({ kind: 'refused', code: 'harm-high' });
  expect(await scoreOf()).toBeNull();
  expect(await as(opener).step({ step: 'harm', harm: 'some', note: '' })).toEqual({ kind: 'refused', code: 'measures-missing' });
  await as(opener).step({ step: 'harm', harm: 'some', note: 'Shifts are changed first.' });
  expect(await together({ kind: 'release' })).toMatchObject({ kind: 'decided' });
  const score = await scoreOf();
  expect(score?.result).toMatchObject({
    score: 90,
    overrides: [{ code: 'O1', state: 'in-force', since: new Date().toISOString().slice(0, 10) }],
  });
  expect(JSON.stringify(score)).not.toMatch(/W-12|leave|gate/);
  expect(await together({ kind: 'release' })).toEqual({ kind: 'refused', code: 'already-released' });
  const acts = await owner.inOrganization((db) =>
    db.activity.findMany({ where: { act: 'raise-override' }, select: { recordId: true, changes: true } }),
  );
  expect(acts).toEqual([{ recordId: supplier.partyId, changes: [{ field: 'override', before: null, after: 'O1' }] }]);
});
