import { beforeAll, expect, it } from 'vitest';
import { readComments } from '~/questionnaires/answer-review/read-comments.server';
import { reviewAnswer } from '~/questionnaires/answer-review/review-answer.server';
import { sendBack } from '~/questionnaires/answer-review/send-back.server';
import { questionBack } from '~/questionnaires/requests/change-request.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import * as homePage from '~/routes/guest/questionnaire/start';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../../../tests/factories/request';
import { callRoute } from '../../../tests/setup/call-route';
import { leftToDo } from './left-to-do.server';
import { readOwn } from './read-own.server';
import { saveOne } from './save-own.server';

const now = new Date('2026-11-03T10:00:00Z');
const later = new Date('2026-11-12T10:00:00Z');
let buyer: MadeMember;
beforeAll(async () => {
  buyer = await makeMember();
});

const homeOf = async ({ responseId, cookie }: MadeRequest) => {
  const page = await callRoute(homePage.loader, { url: `/guest/questionnaire/${responseId}`, params: { responseId }, cookie });
  const { todo, timeLeft, sections, reopenedReason } = page.body as {
    todo: ReturnType<typeof leftToDo>;
    timeLeft: string;
    sections: { key: string }[];
    reopenedReason: string | null;
  };
  return {
    timeLeft,
    reopenedReason,
    first: sections[0]?.key,
    questioned: todo.questioned.map(({ key, section, comment }) => [key, section, comment]),
    unanswered: todo.unanswered.map(({ key }) => key),
    blank: todo.blank.map(({ key }) => key),
  };
};

async function answer(request: MadeRequest, fields: Record<string, string>): Promise<void> {
  const after = new Date(later.getTime() + 60_000);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  await saveOne(await request.respondent(), { form, now: after });
}

it('the home page lists missing and blank questions, once few are left', async () => {
  const request = await makeRequest(buyer, { name: 'Mill that nearly finished' });
  expect(await homeOf(request)).toMatchObject({ questioned: [], unanswered: [], blank: [] });
  await answerAndSubmit(await request.respondent(), now);
  await reachAsker({ askerOrganizationId: buyer.organization.id, responseId: request.responseId, now });
  await buyer.inOrganization((db) =>
    questionBack(db, { responseId: request.responseId, userId: buyer.user.id, now: later, reason: 'Please look again' }),
  );
  expect(await homeOf(request)).toMatchObject({
    ...{ timeLeft: 'All questions are answered.', unanswered: [], blank: [], reopenedReason: 'Please look again' },
  });
  await answer(request, { question: 'P5.Q1', 'P5.Q1:migrantShare': '' });
  expect(await homeOf(request)).toMatchObject({
    timeLeft: 'All required questions are answered.',
    unanswered: [],
    blank: ['P5.Q1'],
  });
  await answer(request, { question: 'P1.Q2', 'P1.Q2:value': '' });
  expect(await homeOf(request)).toMatchObject({ unanswered: ['P1.Q2'], blank: ['P5.Q1'] });
});

it('the home page lists questioned answers and their sections first, with the comment, until they are answered again', async () => {
  const request = await makeRequest(buyer, { name: 'Mill that is questioned' });
  await answerAndSubmit(await request.respondent(), now);
  await reachAsker({ askerOrganizationId: buyer.organization.id, responseId: request.responseId, now });
  const who = { responseId: request.responseId, userId: buyer.user.id, now: later };
  await buyer.inOrganization(async (db) => {
    await reviewAnswer(db, { ...who, question: 'P4.Q1', outcome: 'questioned', comment: 'Since when?' });
    await sendBack(db, { ...who, reason: 'See the comments', reopen: questionBack });
  });
  // The comments are the reason: its general sentence is in the language of the reviewer.
  expect(await homeOf(request)).toMatchObject({ first: 'P4', questioned: [['P4.Q1', 'P4', 'Since when?']], reopenedReason: null });
  await (await request.respondent()).inResponse(async (db) => {
    const own = await readOwn(db, request.responseId);
    const comments = await readComments(db, request.responseId);
    // A colleague with another section sees nothing of it.
    expect(own && leftToDo(own, { comments, respondent: { sections: ['P2'] } }).questioned).toEqual([]);
  });
  await answer(request, { question: 'P4.Q1', 'P4.Q1:value': 'no' });
  expect(await homeOf(request)).toMatchObject({ first: 'P1', questioned: [], reopenedReason: null });
});
