import { instrument } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { reopenResponse } from '~/questionnaires/responses/reopen-response.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { chooseSignOffRule } from '~/organizations/settings/choose-sign-off.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readDesk } from './read-desk.server';
import { clearReview, reviewAnswer } from './review-answer.server';
import { readSignOff, signOff, takeBackSignOff } from './sign-off.server';

const short = 'short-form@1.0.0';
const now = new Date('2026-11-26T10:00:00Z');
let submitter: MadeMember;
let reviewer: MadeMember;
let second: MadeMember;
beforeAll(async () => {
  submitter = await makeMember();
  const { organization } = submitter;
  reviewer = await makeMember({ organization, role: 'reviewer' });
  second = await makeMember({ organization, role: 'reviewer' });
});

async function submitted(name: string): Promise<string> {
  const { publicId } = await makeSupplier(submitter, { name });
  const userId = submitter.user.id;
  return submitter.inOrganization(async (db) => {
    const opened = await openResponse(db, { supplierPublicId: publicId, instrumentKey: short, dueOn: null, userId, now });
    if (opened.kind !== 'opened') throw new Error(opened.code);
    const { responseId } = opened;
    for (const { key, type } of instrument(short).sections.flatMap(({ questions }) => questions)) {
      if (type === 'FACT') continue;
      await answerQuestion(db, { responseId, question: key, value: type === 'RF' ? 'no' : 'yes', userId, now });
    }
    await submitResponse(db, { responseId, userId, now });
    return responseId;
  });
}

const who = (member: MadeMember, responseId: string) => ({
  organizationId: member.organization.id,
  responseId,
  userId: member.user.id,
  now,
});
const sign = (member: MadeMember, responseId: string, unreviewed: number | null = null) =>
  member.inOrganization((db) => signOff(db, { ...who(member, responseId), unreviewed }));
const review = (member: MadeMember, responseId: string, outcome: 'accepted' | 'questioned' = 'accepted') =>
  member.inOrganization((db) =>
    reviewAnswer(db, { ...who(member, responseId), question: 'S6.Q1', outcome, comment: outcome === 'questioned' ? 'Which one?' : '' }),
  );
const unreviewed = (responseId: string) =>
  submitter.inOrganization(async (db) => (await readDesk(db, { responseId, filter: 'all' }))?.counts.unreviewed ?? -1);
const state = (member: MadeMember, responseId: string) => member.inOrganization((db) => readSignOff(db, who(member, responseId)));
const wantSecond = (isSignedOffBySecond: boolean) =>
  submitter.inOrganization((db) =>
    chooseSignOffRule(db, { organizationId: submitter.organization.id, isSignedOffBySecond, userId: submitter.user.id }),
  );

describe('signing off a review', () => {
  it('shows the number of answers without review, and is rejected where that was not confirmed or is another number', async () => {
    const responseId = await submitted('Mill to sign off');
    await review(reviewer, responseId);
    const left = await unreviewed(responseId);
    expect(left).toBeGreaterThan(5);
    expect(await sign(reviewer, responseId)).toMatchObject({ code: 'not-all-reviewed' });
    expect(await sign(reviewer, responseId, left + 1)).toMatchObject({ code: 'not-all-reviewed' });
    expect(await sign(reviewer, responseId, left)).toEqual({ kind: 'signed-off' });
    expect(await state(second, responseId)).toEqual({ kind: 'given', isFinal: false, at: now, by: reviewer.user.name, unreviewed: left });
    // A signed-off review is closed, until the sign-off is undone.
    expect(await review(second, responseId)).toMatchObject({ code: 'not-submitted' });
    expect(await second.inOrganization((db) => takeBackSignOff(db, who(second, responseId)))).toEqual({ kind: 'signed-off' });
    expect(await review(second, responseId)).toEqual({ kind: 'reviewed' });
    expect(await second.inOrganization((db) => takeBackSignOff(db, who(second, responseId)))).toMatchObject({ code: 'not-submitted' });
  });

  it('waits for questions that were not sent back, and ends when the answers are reopened', async () => {
    const responseId = await submitted('Mill with a question');
    await review(reviewer, responseId, 'questioned');
    const left = await unreviewed(responseId);
    expect(await sign(reviewer, responseId, left)).toMatchObject({ code: 'still-questioned' });
    await review(reviewer, responseId);
    expect(await sign(reviewer, responseId, left)).toEqual({ kind: 'signed-off' });
    await submitter.inOrganization(async (db) => {
      await reopenResponse(db, { ...who(submitter, responseId), reason: 'New contracts' });
      await answerQuestion(db, { responseId, question: 'S6.Q1', value: 'no', userId: submitter.user.id, now });
      expect(await readResponse(db, responseId)).toMatchObject({ approvedAt: null, approvedById: null, unreviewedAtApproval: null });
    });
    expect(await state(second, responseId)).toMatchObject({ kind: 'wanted' });
  });

  it('needs a second user where the organization requires it: one who never reviewed an answer, or submitted', async () => {
    const responseId = await submitted('Mill of four eyes');
    await review(reviewer, responseId);
    // The review names only its last reviewer; a reviewer who undid a decision worked on it all the same.
    await reviewer.inOrganization((db) => clearReview(db, { ...who(reviewer, responseId), question: 'S6.Q1' }));
    await wantSecond(true);
    const left = await unreviewed(responseId);
    expect(await sign(reviewer, responseId, left)).toMatchObject({ code: 'second-person' });
    expect(await sign(submitter, responseId, left)).toMatchObject({ code: 'second-person' });
    expect(await state(reviewer, responseId)).toMatchObject({ isBySecond: true, isOwnWork: true, others: [second.user.name] });
    expect(await state(second, responseId)).toMatchObject({ isOwnWork: false });
    expect(await sign(second, responseId, left)).toEqual({ kind: 'signed-off' });
    await second.inOrganization((db) => takeBackSignOff(db, who(second, responseId)));
    await wantSecond(false);
    expect(await sign(reviewer, responseId, left)).toEqual({ kind: 'signed-off' });
  });
});
