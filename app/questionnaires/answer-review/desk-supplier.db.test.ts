import { beforeAll, describe, expect, it } from 'vitest';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { readVersion, readVersions } from '~/questionnaires/responses/read-versions.server';
import { questionBack } from '~/questionnaires/requests/change-request.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { readOwn } from '~/questionnaires/respondent/read-own.server';
import { saveOne } from '~/questionnaires/respondent/save-own.server';
import { readSharing, shareAgain, stopSharing, submitOwn } from '~/questionnaires/respondent/submit-own.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../../../tests/factories/request';
import { readComments } from './read-comments.server';
import { readDesk } from './read-desk.server';
import { reviewAnswer } from './review-answer.server';
import { sendBack } from './send-back.server';
import { signOff } from './sign-off.server';

const first = new Date('2026-11-03T10:00:00Z');
const then = new Date('2026-11-12T10:00:00Z');
const question = 'P1.Q1';
let buyer: MadeMember;
beforeAll(async () => {
  buyer = await makeMember();
});

const desk = (request: MadeRequest) =>
  buyer.inOrganization(async (db) => {
    const read = await readDesk(db, { responseId: request.responseId, filter: 'all' });
    if (!read) throw new Error('nothing to read');
    return read;
  });
const rowOf = async (request: MadeRequest, key = question) => (await desk(request)).rows.find((row) => row.key === key);
const who = (request: MadeRequest, now = then) => ({ responseId: request.responseId, userId: buyer.user.id, now });
const receive = (request: MadeRequest, now: Date) =>
  reachAsker({ askerOrganizationId: buyer.organization.id, responseId: request.responseId, now });
const versions = (request: MadeRequest, of = buyer) =>
  of.inOrganization(async (db) => {
    const response = await readResponse(db, request.responseId);
    return response ? readVersions(db, response) : null;
  });

async function answered(name: string): Promise<MadeRequest> {
  const request = await makeRequest(buyer, { name });
  await answerAndSubmit(await request.respondent(), first);
  await receive(request, first);
  return request;
}

/** Two answers reviewed, one of them questioned and sent back; answered again on the supplier’s device, and submitted. */
async function answeredTwice(name: string): Promise<MadeRequest> {
  const request = await answered(name);
  await buyer.inOrganization((db) => reviewAnswer(db, { ...who(request), question: 'P1.Q2', outcome: 'accepted', comment: '' }));
  await buyer.inOrganization((db) => reviewAnswer(db, { ...who(request), question, outcome: 'questioned', comment: 'Since when?' }));
  expect(await buyer.inOrganization((db) => sendBack(db, { ...who(request), reason: 'See the comments', reopen: questionBack }))).toEqual({
    kind: 'sent-back',
    count: 1,
  });
  const respondent = await request.respondent();
  const form = new FormData();
  form.set('question', question);
  form.set(`${question}:value`, '1');
  await saveOne(respondent, { form, now: then });
  expect(await submitOwn(respondent, { now: then })).toEqual({ kind: 'submitted' });
  await receive(request, then);
  return request;
}

describe('an answer review that returns answers to a supplier', () => {
  it('lets the respondent read the comment and answer again; the review of the old answer ends, that of others stays', async () => {
    const request = await answered('Mill that is questioned');
    const respondent = await request.respondent();
    const comments = () => respondent.inResponse((db) => readComments(db, request.responseId));
    await buyer.inOrganization((db) => reviewAnswer(db, { ...who(request), question, outcome: 'questioned', comment: 'Since when?' }));
    // A comment is not sent: nothing is visible before all go back together.
    expect(await comments()).toEqual(new Map());
    await buyer.inOrganization((db) => reviewAnswer(db, { ...who(request), question: 'P1.Q2', outcome: 'accepted', comment: '' }));
    await buyer.inOrganization((db) => sendBack(db, { ...who(request), reason: 'See the comments', reopen: questionBack }));
    expect(await comments()).toMatchObject(new Map([[question, { comment: 'Since when?' }]]));
    expect(await respondent.inResponse(async (db) => (await readOwn(db, request.responseId))?.status)).toBe('open');
    const form = new FormData();
    form.set('question', question);
    form.set(`${question}:value`, '1');
    const again = await request.respondent();
    await saveOne(again, { form, now: then });
    expect(await submitOwn(again, { now: then })).toEqual({ kind: 'submitted' });
    await receive(request, then);
    expect((await rowOf(request))?.review).toBeNull();
    expect((await rowOf(request, 'P1.Q2'))?.review).toMatchObject({ outcome: 'accepted' });
  });

  it('keeps the earlier submission readable, dated and frozen, and shows the differences', async () => {
    const request = await answeredTwice('Mill of two versions');
    const [newest, before, ...more] = (await versions(request)) ?? [];
    expect(more).toEqual([]);
    expect(newest).toMatchObject({ sentAt: then, replacedAt: null });
    expect(before).toMatchObject({ sentAt: first, replacedAt: then });
    const read = await buyer.inOrganization(async (db) => {
      const response = await readResponse(db, request.responseId);
      if (!response) throw new Error('no assessment');
      expect(response.answers.get(question)?.value).toBe(1);
      return readVersion(db, response, before?.id ?? '');
    });
    expect(read?.content.answers.find((answer) => answer.question === question)?.value).toBe(3);
    const changed = await desk(request);
    expect(changed.versionBefore).toEqual({ sentAt: first, replacedAt: then });
    expect(changed.counts.resent).toBe(1);
    expect((await rowOf(request))?.resent?.at).toEqual(first);
    // The supplier sees in its log that the old version was read.
    const supplier = await makeMember({ organization: { id: request.supplierOrganizationId, slug: '', name: '' } });
    const reads = await supplier.inOrganization((db) => db.documentRead.count({ where: { documentId: before?.id ?? '' } }));
    expect(reads).toBe(1);
    expect(await versions(request, await makeMember())).toBeNull();
  });

  it('undoes a sign-off when answers are returned', async () => {
    const request = await answered('Mill signed off once');
    const { counts } = await desk(request);
    const options = { ...who(request), organizationId: buyer.organization.id, unreviewed: counts.unreviewed };
    expect(await buyer.inOrganization((db) => signOff(db, options))).toEqual({ kind: 'signed-off' });
    expect(await buyer.inOrganization((db) => questionBack(db, { ...who(request), reason: 'Once more' }))).toEqual({ kind: 'reopened' });
    const read = await buyer.inOrganization((db) => readResponse(db, request.responseId));
    expect(read).toMatchObject({ status: 'open', approvedAt: null, unreviewedAtApproval: null });
  });

  it('loses every version when the supplier ends the sharing; shared again, the newest alone', async () => {
    const request = await answeredTwice('Mill that stops');
    const respondent = await request.respondent();
    expect(await stopSharing(respondent, { now: then })).toBe(true);
    expect(await versions(request)).toEqual([]);
    expect((await buyer.inOrganization((db) => readResponse(db, request.responseId)))?.sharing).toBe('ended');
    expect(await respondent.inResponse((db) => readSharing(db, respondent, then))).toBeNull();
    expect(await shareAgain(respondent, { now: new Date('2026-11-13T10:00:00Z') })).toBe(true);
    expect((await versions(request))?.map(({ replacedAt }) => replacedAt)).toEqual([null]);
  });
});
