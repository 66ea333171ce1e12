import { instrument } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { openAssessment } from '~/questionnaires/responses/open-assessment.server';
import { reopenAssessment } from '~/questionnaires/responses/reopen-assessment.server';
import { readAssessment } from '~/questionnaires/responses/read-assessment.server';
import { submitAssessment } from '~/questionnaires/responses/submit-assessment.server';
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
    const opened = await openAssessment(db, { supplierPublicId: publicId, instrumentKey: short, dueOn: null, userId, now });
    if (opened.kind !== 'opened') throw new Error(opened.code);
    const { assessmentId } = opened;
    for (const { key, type } of instrument(short).sections.flatMap(({ questions }) => questions)) {
      if (type === 'FACT') continue;
      await answerQuestion(db, { assessmentId, question: key, value: type === 'RF' ? 'no' : 'yes', userId, now });
    }
    await submitAssessment(db, { assessmentId, userId, now });
    return assessmentId;
  });
}

const who = (member: MadeMember, assessmentId: string) => ({
  organizationId: member.organization.id,
  assessmentId,
  userId: member.user.id,
  now,
});
const sign = (member: MadeMember, assessmentId: string, unreviewed: number | null = null) =>
  member.inOrganization((db) => signOff(db, { ...who(member, assessmentId), unreviewed }));
const review = (member: MadeMember, assessmentId: string, outcome: 'accepted' | 'questioned' = 'accepted') =>
  member.inOrganization((db) =>
    reviewAnswer(db, { ...who(member, assessmentId), question: 'S6.Q1', outcome, comment: outcome === 'questioned' ? 'Which one?' : '' }),
  );
const unreviewed = (assessmentId: string) =>
  submitter.inOrganization(async (db) => (await readDesk(db, { assessmentId, filter: 'all' }))?.counts.unreviewed ?? -1);
const state = (member: MadeMember, assessmentId: string) => member.inOrganization((db) => readSignOff(db, who(member, assessmentId)));
const wantSecond = (isSignedOffBySecond: boolean) =>
  submitter.inOrganization((db) =>
    chooseSignOffRule(db, { organizationId: submitter.organization.id, isSignedOffBySecond, userId: submitter.user.id }),
  );

describe('signing a review off', () => {
  it('says how many answers nobody reviewed, and is refused where that was not stated or is another number', async () => {
    const assessmentId = await submitted('Mill to sign off');
    await review(reviewer, assessmentId);
    const left = await unreviewed(assessmentId);
    expect(left).toBeGreaterThan(5);
    expect(await sign(reviewer, assessmentId)).toMatchObject({ code: 'not-all-reviewed' });
    expect(await sign(reviewer, assessmentId, left + 1)).toMatchObject({ code: 'not-all-reviewed' });
    expect(await sign(reviewer, assessmentId, left)).toEqual({ kind: 'signed-off' });
    expect(await state(second, assessmentId)).toEqual({ kind: 'given', isFinal: false, at: now, by: reviewer.user.name, unreviewed: left });
    // What is signed off is reviewed no more, until the sign-off is taken back.
    expect(await review(second, assessmentId)).toMatchObject({ code: 'not-submitted' });
    expect(await second.inOrganization((db) => takeBackSignOff(db, who(second, assessmentId)))).toEqual({ kind: 'signed-off' });
    expect(await review(second, assessmentId)).toEqual({ kind: 'reviewed' });
    expect(await second.inOrganization((db) => takeBackSignOff(db, who(second, assessmentId)))).toMatchObject({ code: 'not-submitted' });
  });

  it('waits for questions that were not sent back, and ends when the answers are opened again', async () => {
    const assessmentId = await submitted('Mill with a question');
    await review(reviewer, assessmentId, 'questioned');
    const left = await unreviewed(assessmentId);
    expect(await sign(reviewer, assessmentId, left)).toMatchObject({ code: 'still-questioned' });
    await review(reviewer, assessmentId);
    expect(await sign(reviewer, assessmentId, left)).toEqual({ kind: 'signed-off' });
    await submitter.inOrganization(async (db) => {
      await reopenAssessment(db, { ...who(submitter, assessmentId), reason: 'New contracts' });
      await answerQuestion(db, { assessmentId, question: 'S6.Q1', value: 'no', userId: submitter.user.id, now });
      expect(await readAssessment(db, assessmentId)).toMatchObject({ approvedAt: null, approvedById: null, unreviewedAtApproval: null });
    });
    expect(await state(second, assessmentId)).toMatchObject({ kind: 'wanted' });
  });

  it('is for a second person where the organization wants that: for none who reviewed an answer at any time, or submitted', async () => {
    const assessmentId = await submitted('Mill of four eyes');
    await review(reviewer, assessmentId);
    // The review names only who touched it last; who took it back worked at it all the same.
    await reviewer.inOrganization((db) => clearReview(db, { ...who(reviewer, assessmentId), question: 'S6.Q1' }));
    await wantSecond(true);
    const left = await unreviewed(assessmentId);
    expect(await sign(reviewer, assessmentId, left)).toMatchObject({ code: 'second-person' });
    expect(await sign(submitter, assessmentId, left)).toMatchObject({ code: 'second-person' });
    expect(await state(reviewer, assessmentId)).toMatchObject({ isBySecond: true, isOwnWork: true, others: [second.user.name] });
    expect(await state(second, assessmentId)).toMatchObject({ isOwnWork: false });
    expect(await sign(second, assessmentId, left)).toEqual({ kind: 'signed-off' });
    await second.inOrganization((db) => takeBackSignOff(db, who(second, assessmentId)));
    await wantSecond(false);
    expect(await sign(reviewer, assessmentId, left)).toEqual({ kind: 'signed-off' });
  });
});
