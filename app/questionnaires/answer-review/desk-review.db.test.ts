import { instrument } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { reopenResponse } from '~/questionnaires/responses/reopen-response.server';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { gradeAnswer } from './grade-answer.server';
import { readDesk } from './read-desk.server';
import { clearReview, reviewAnswer } from './review-answer.server';
import { sendBack } from './send-back.server';

const short = 'short-form@1.0.0';
const now = new Date('2026-11-26T10:00:00Z');
let member: MadeMember;
beforeAll(async () => {
  member = await makeMember();
});

/** A submitted short form of a new supplier: yes to all, except `except`. */
async function submitted(
  name: string,
  except: Record<string, string> = {},
  at = now,
  publicId?: string,
): Promise<{ responseId: string; publicId: string }> {
  const supplier = publicId ?? (await makeSupplier(member, { name })).publicId;
  const responseId = await member.inOrganization(async (db) => {
    const opened = await openResponse(db, {
      supplierPublicId: supplier,
      instrumentKey: short,
      dueOn: null,
      userId: member.user.id,
      now: at,
    });
    if (opened.kind !== 'opened') throw new Error(opened.code);
    for (const question of instrument(short).sections.flatMap(({ questions }) => questions)) {
      if (question.type === 'FACT') continue;
      const value = except[question.key] ?? (question.type === 'RF' ? 'no' : 'yes');
      const answered = await answerQuestion(db, {
        responseId: opened.responseId,
        question: question.key,
        value,
        userId: member.user.id,
        now: at,
      });
      if (answered.kind === 'refused') throw new Error(`${question.key} ${answered.code}`);
    }
    await submitResponse(db, { responseId: opened.responseId, userId: member.user.id, now: at });
    return opened.responseId;
  });
  return { responseId, publicId: supplier };
}

const desk = async (responseId: string, filter: Parameters<typeof readDesk>[1]['filter'] = 'all') => {
  const read = await member.inOrganization((db) => readDesk(db, { responseId, filter }));
  if (!read) throw new Error('nothing to read');
  return read;
};
const who = (responseId: string) => ({ responseId, userId: member.user.id, now });

describe('the answer review', () => {
  it('accepts and questions answers, counts the remaining ones, and undoes a decision', async () => {
    const { responseId } = await submitted('Mill at the desk');
    const accept = { ...who(responseId), question: 'S6.Q1', outcome: 'accepted' as const, comment: '' };
    expect(await member.inOrganization((db) => reviewAnswer(db, accept))).toEqual({ kind: 'reviewed' });
    const one = await desk(responseId, 'unreviewed');
    expect(one.counts.all - one.counts.unreviewed).toBe(1);
    expect(one.rows.map(({ key }) => key)).not.toContain('S6.Q1');
    expect((await desk(responseId)).rows.find(({ key }) => key === 'S6.Q1')?.review).toMatchObject({
      outcome: 'accepted',
      by: member.user.name,
    });
    await member.inOrganization((db) => clearReview(db, { ...who(responseId), question: 'S6.Q1' }));
    expect((await desk(responseId)).counts.unreviewed).toBe(one.counts.all);
    expect(await member.inOrganization((db) => reviewAnswer(db, { ...accept, question: 'P1.Q1' }))).toMatchObject({
      code: 'unknown-question',
    });
    expect((await desk(responseId)).counts['without-evidence']).toBe(one.counts.all);
  });

  it('corrects a grade with a reason: the score changes by the rules, and the difference is saved', async () => {
    const { responseId } = await submitted('Mill that is graded');
    const grade = { ...who(responseId), question: 'S3.Q1', reason: 'The owner could show nothing' };
    expect(await member.inOrganization((db) => gradeAnswer(db, { ...grade, grade: 'document-checked' }))).toMatchObject({
      code: 'no-document',
    });
    const graded = await member.inOrganization((db) => gradeAnswer(db, { ...grade, grade: 'none' }));
    if (graded.kind !== 'graded' || graded.before === null || graded.after === null) throw new Error('not graded');
    expect(graded.after).toBeGreaterThan(graded.before);
    expect((await desk(responseId)).rows.find(({ key }) => key === 'S3.Q1')).toMatchObject({
      grade: 'none',
      review: { gradeBefore: 'self-declared', grade: 'none', scoreBefore: graded.before, scoreAfter: graded.after },
    });
    const back = await member.inOrganization((db) =>
      gradeAnswer(db, { ...grade, grade: 'self-declared', reason: 'It was found after all' }),
    );
    expect(back).toMatchObject({ kind: 'graded', before: graded.after, after: graded.before });
  });

  it('sends questioned answers back; a new answer is unreviewed, its grade too', async () => {
    const { responseId } = await submitted('Mill that answers again');
    const back = () =>
      member.inOrganization((db) => sendBack(db, { ...who(responseId), reason: 'See the comments', reopen: reopenResponse }));
    expect(await back()).toMatchObject({ kind: 'refused', code: 'nothing-questioned' });
    await member.inOrganization((db) =>
      gradeAnswer(db, { ...who(responseId), question: 'S3.Q1', grade: 'none', reason: 'Nothing to see' }),
    );
    await member.inOrganization((db) =>
      reviewAnswer(db, { ...who(responseId), question: 'S3.Q1', outcome: 'questioned', comment: 'In which language?' }),
    );
    expect((await desk(responseId)).questioned).toBe(1);
    expect(await back()).toEqual({ kind: 'sent-back', count: 1 });
    await member.inOrganization(async (db) => {
      expect((await readResponse(db, responseId))?.status).toBe('open');
      const later = new Date('2026-11-26T11:00:00Z');
      await answerQuestion(db, { responseId, question: 'S3.Q1', value: 'partial', userId: member.user.id, now: later });
      await submitResponse(db, { responseId, userId: member.user.id, now: later });
      expect((await readResponse(db, responseId))?.answers.get('S3.Q1')?.evidenceGrade).toBe('self-declared');
    });
    expect((await desk(responseId)).rows.find(({ key }) => key === 'S3.Q1')?.review).toBeNull();
  });

  it('shows contradictions, changes since the previous questionnaire, and outliers among peers, from five on', async () => {
    const first = await submitted('Mill of two years', {}, new Date('2026-01-20T10:00:00Z'));
    expect((await desk(first.responseId)).comparedWith).toBeNull();
    const { responseId } = await submitted('', { 'S3.Q3': 'yes', 'S7.Q1': 'no' }, now, first.publicId);
    const changed = await desk(responseId, 'changed');
    expect(changed.rows.map(({ key, before }) => [key, before?.answer])).toEqual([
      ['S3.Q3', 'No'],
      ['S7.Q1', 'Yes'],
    ]);
    expect((await desk(responseId, 'contradicted')).rows.map(({ key }) => key)).toContain('S3.Q3');
    expect(changed.peers).toBeLessThan(5);
    expect(changed.counts.outlier).toBe(0);
    for (const name of ['Peer one', 'Peer two', 'Peer three']) await submitted(name);
    const outliers = await desk(responseId, 'outlier');
    expect(outliers.peers).toBeGreaterThanOrEqual(5);
    expect(outliers.rows.map(({ key }) => key)).toEqual(['S3.Q3', 'S7.Q1']);
    expect(outliers.rows[1]?.outlier).toMatchObject({ usual: 'Yes' });
  });
});
