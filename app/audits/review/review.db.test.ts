import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '~/access/permissions';
import { approveAudit } from '~/audits/conclusion/approve-audit.server';
import { readAudit } from '~/audits/planning/read-audit.server';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import * as conclusionRoute from '~/routes/org/audits/audit-conclusion';
import * as reviewRoute from '~/routes/org/audits/audit-review';
import { conclude, declare, now } from '../../../tests/factories/audit-acts';
import {
  checkValue,
  closingValue,
  findingValue,
  makeAudit,
  makeEntry,
  readyToConclude,
  sendEntries,
  withAudit,
} from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { readComments } from './read-comments.server';
import { replyToComment } from './write-comment.server';

let owner: MadeMember;
let lead: MadeMember;
let reviewer: MadeMember;
let stranger: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
  const { organization } = owner;
  lead = await makeMember({ organization, role: 'auditor' });
  reviewer = await makeMember({ organization, role: 'reviewer' });
  stranger = await makeMember({ organization, role: 'auditor' });
});

const question = 'BW.CO.4.b';
const hidden = 'BW.FL.1.b.1';

/** A concluded audit with an answer, a finding, and a finding on a zero-tolerance question. */
async function concluded() {
  const { auditId } = await makeAudit(owner, { lead });
  const [finding, sealed] = [randomUUID(), randomUUID()];
  const check = await makeEntry('check', question, checkValue('not-compliant', { methods: ['documents'], note: 'Two months late' }));
  const first = await makeEntry('finding', finding, findingValue(question, { affected: null, methods: ['documents'] }));
  await sendEntries(lead, auditId, [
    ...[check, first],
    await makeEntry('check', hidden, checkValue('not-compliant', { methods: ['workers'], note: 'SEALED note' })),
    await makeEntry('finding', sealed, findingValue(hidden, { what: 'SEALED finding', affected: null })),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
  await declare(lead, auditId);
  expect(await conclude(lead, auditId)).toEqual({ kind: 'concluded' });
  return { auditId, finding, sealed, check, first };
}
const params = (auditId: string) => ({ orgSlug: owner.organization.slug, auditId });
const post = (member: MadeMember, auditId: string, form: Record<string, string>, route: { action: unknown } = reviewRoute) =>
  callRoute(route.action, { url: `/o/x/audits/${auditId}/review`, method: 'POST', cookie: member.cookie, form, params: params(auditId) });
const open = (member: MadeMember, auditId: string, part = '') =>
  callRoute(reviewRoute.loader, { url: `/o/x/audits/${auditId}/review?part=${part}`, cookie: member.cookie, params: params(auditId) });
const comment = (auditId: string, kind: string, about = '', member = reviewer) =>
  post(member, auditId, { intent: 'add-comment', kind, about, text: `Which months? ${about}` });
const commentsOf = (auditId: string, isForTeam = false) => owner.inOrganization((db) => readComments(db, { id: auditId }, { isForTeam }));
const giveBack = (auditId: string, reason = '') => post(reviewer, auditId, { intent: 'return', reason }, conclusionRoute);
const again = (auditId: string) =>
  withAudit(lead, auditId, (db, audit) =>
    concludeAudit(db, audit, { userId: lead.user.id, limits: 'One shift', marksRest: true, now: new Date() }),
  );
const approve = (auditId: string) =>
  withAudit(reviewer, auditId, (db, audit) => approveAudit(db, audit, { userId: reviewer.user.id, now: new Date() }));

describe('a review', () => {
  it('goes from comments to return, correction, reply and approval', async () => {
    const { auditId, finding, check } = await concluded();
    for (const [kind, about] of [
      ['question', question],
      ['finding', finding],
      ['record', ''],
    ] as const)
      expect(await comment(auditId, kind, about)).toMatchObject({ status: 303 });
    expect(await approve(auditId)).toEqual({ kind: 'refused', code: 'comments-open' });
    expect(await giveBack(auditId)).toMatchObject({ status: 303 });
    const notices = await lead.inOrganization((db) =>
      db.notification.findMany({ where: { recordId: auditId }, select: { event: true, userId: true } }),
    );
    expect(notices).toContainEqual({ event: 'audit-returned', userId: lead.user.id });
    const returned = await lead.inOrganization((db) => readAudit(db, { auditId, userId: lead.user.id, role: 'auditor' }));
    expect(returned?.returned).toEqual({ by: reviewer.user.name, at: expect.any(Date), reason: '' });

    const [onQuestion, onFinding, onRecord] = await commentsOf(auditId);
    expect(await again(auditId)).toEqual({ kind: 'refused', code: 'comments-unanswered' });
    const corrected = checkValue('not-compliant', { methods: ['documents', 'observation'], note: 'March and April' });
    await sendEntries(lead, auditId, [await makeEntry('check', question, corrected, [check.id])]);
    for (const [id, form] of [
      [onQuestion?.id, { text: 'Months added', done: 'on' }],
      [onFinding?.id, { text: 'Shown on the slips' }],
      [onRecord?.id, { done: 'on' }],
    ] as const)
      expect(await post(lead, auditId, { intent: 'reply-comment', comment: id ?? '', ...form })).toMatchObject({ status: 303 });
    await readyToConclude(lead, auditId);
    expect(await again(auditId)).toEqual({ kind: 'concluded' });
    const seen = JSON.stringify((await open(reviewer, auditId)).body);
    for (const text of ['March and April', 'Two months late', 'Months added', 'Shown on the slips']) expect(seen).toContain(text);
    expect((await commentsOf(auditId)).map(({ state }) => state)).toEqual(['done', 'open', 'done']);
    const replied = await reviewer.inOrganization((db) =>
      db.notification.findMany({ where: { recordId: auditId, event: 'audit-replied' } }),
    );
    expect(replied).toHaveLength(1);

    expect(await approve(auditId)).toEqual({ kind: 'refused', code: 'comments-open' });
    expect(await post(reviewer, auditId, { intent: 'withdraw-comment', comment: onFinding?.id ?? '' })).toMatchObject({ status: 303 });
    expect(await approve(auditId)).toMatchObject({ kind: 'approved' });
  });

  it('is open to those who may approve, read by the team, and closed to others', async () => {
    const { auditId } = await concluded();
    expect(await comment(auditId, 'question', question, lead)).toMatchObject({ status: 403 });
    expect(await comment(auditId, 'question', question, stranger)).toMatchObject({ status: 403 });
    expect(await open(lead, auditId)).toMatchObject({ status: 200 });
    expect(await open(stranger, auditId)).toMatchObject({ status: 404 });
    const ownConclusion = await makeAudit(owner);
    await sendEntries(owner, ownConclusion.auditId, [await makeEntry('meeting', 'closing', closingValue)]);
    await declare(owner, ownConclusion.auditId);
    await conclude(owner, ownConclusion.auditId);
    expect(await comment(ownConclusion.auditId, 'record', '', owner)).toMatchObject({ status: 422 });
  });

  it('needs a comment, or a reason, to be returned', async () => {
    const { auditId } = await concluded();
    expect(await giveBack(auditId)).toMatchObject({ status: 422 });
    expect(await giveBack(auditId, 'Say which office')).toMatchObject({ status: 303 });
  });
});

describe('zero-tolerance questions in a review', () => {
  it('are on no part of it, for no role, and cannot be commented on', async () => {
    const { auditId, sealed } = await concluded();
    expect(await comment(auditId, 'question', hidden)).toMatchObject({ status: 422 });
    expect(await comment(auditId, 'finding', sealed)).toMatchObject({ status: 422 });
    expect(await comment(auditId, 'question', 'D0.a')).toMatchObject({ status: 422 });
    for (const role of roles.filter((each) => each !== 'viewer' && each !== 'auditor')) {
      const member = await makeMember({ organization: owner.organization, role });
      for (const part of ['', 'BW.FL', 'findings', 'samples', 'signatures']) {
        const { body, status } = await open(member, auditId, part);
        expect([role, part, status]).toEqual([role, part, 200]);
        expect(JSON.stringify(body)).not.toContain('SEALED');
        expect(JSON.stringify(body)).not.toContain(sealed);
      }
    }
  });

  it('read the same as a withdrawn finding when a commented finding becomes one', async () => {
    const seen: string[] = [];
    for (const becomes of ['withdrawn', 'sealed']) {
      const { auditId, finding, first, check } = await concluded();
      await comment(auditId, 'finding', finding);
      await giveBack(auditId);
      const value = findingValue(becomes === 'sealed' ? hidden : question, {
        affected: null,
        what: 'SEALED text',
        isWithdrawn: becomes === 'withdrawn',
      });
      await sendEntries(lead, auditId, [
        await makeEntry('finding', finding, value, [first.id]),
        await makeEntry('check', question, checkValue('compliant', { methods: ['documents'] }), [check.id]),
      ]);
      const [made] = await commentsOf(auditId);
      await withAudit(lead, auditId, (db, audit) =>
        replyToComment(db, audit, { commentId: made?.id ?? '', text: 'SEALED reply', isDone: true, userId: lead.user.id, now }),
      );
      await readyToConclude(lead, auditId);
      expect(await again(auditId)).toEqual({ kind: 'concluded' });
      const body = JSON.stringify((await open(reviewer, auditId)).body);
      expect(body).not.toContain('SEALED');
      seen.push(JSON.stringify((await commentsOf(auditId)).map(({ state, isGone, reply }) => ({ state, isGone, reply }))));
      expect((await commentsOf(auditId, true))[0]).toMatchObject({ state: 'done', reply: { text: 'SEALED reply' } });
    }
    expect(seen[0]).toBe(seen[1]);
  });
});

it('is kept by the database: comments are added and never changed or deleted', async () => {
  const { auditId } = await concluded();
  await comment(auditId, 'record');
  await expect(owner.inOrganization((db) => db.auditComment.updateMany({ where: { auditId }, data: { text: 'Other' } }))).rejects.toThrow();
  await expect(owner.inOrganization((db) => db.auditComment.deleteMany({ where: { auditId } }))).rejects.toThrow();
  const bad = { auditId, kind: 'question', about: null, text: 'No subject', byUserId: owner.user.id };
  await expect(owner.inOrganization((db) => db.auditComment.create({ data: bad }))).rejects.toThrow();
});
