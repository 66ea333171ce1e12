import { instrument, questionsOf } from '#scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDesk } from '~/questionnaires/answer-review/read-desk.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { readOwn } from '~/questionnaires/respondent/read-own.server';
import { saveOne } from '~/questionnaires/respondent/save-own.server';
import { submitOwn } from '~/questionnaires/respondent/submit-own.server';
import { listResponses } from '~/questionnaires/responses/list-responses.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { type MadeRequest, makeRequest } from '../../../tests/factories/request';

const notes = {
  'P1.Q1': 'The policy was approved by the owner in March 2025.',
  'P2.Q1': 'Training is held every spring by an outside trainer.',
};
let buyer: MadeMember;
beforeAll(async () => {
  buyer = await makeMember();
});

/** A submission with each answer `seconds` after the one before. */
async function answered(name: string, options: { seconds: number; email: string; notes?: Record<string, string> }): Promise<MadeRequest> {
  const request = await makeRequest(buyer, { name, email: options.email });
  const respondent = await request.respondent();
  let at = Date.parse('2026-11-20T08:00:00Z');
  for (const question of questionsOf(instrument('ilo-ten-principles@1.0.0'))) {
    if (question.type === 'FACT') continue;
    const form = new FormData();
    form.set('question', question.key);
    const varied = at % 2 === 0 ? 'yes' : 'no';
    const fixed: Readonly<Record<string, string>> = { G4: '2', PCT: 'dont-know', RF: 'no' };
    form.set(`${question.key}:value`, fixed[question.type] ?? varied);
    const note = options.notes?.[question.key];
    if (note) form.set(`${question.key}:note`, note);
    await saveOne(respondent, { form, now: new Date(at) });
    at += options.seconds * 1000 + 1;
  }
  const now = new Date('2026-11-20T12:00:00Z');
  expect(await submitOwn(respondent, { now })).toEqual({ kind: 'submitted' });
  await reachAsker({ askerOrganizationId: buyer.organization.id, responseId: request.responseId, now });
  return request;
}

describe('doubts about submitted answers', () => {
  it('are shown to the reviewer with the suppliers that they name, order the list, and reach no page of the supplier', async () => {
    const honest = await answered('Honest Mill', { seconds: 40, email: 'owner@honest.example' });
    const first = await answered('First Mill', { seconds: 40, email: 'desk@agent.example', notes });
    await answered('Second Mill', { seconds: 40, email: 'desk@agent.example' });
    const hasty = await answered('Hasty Mill', { seconds: 1, email: 'desk@agent.example', notes });
    const doubtsOf = (request: MadeRequest) =>
      buyer.inOrganization(async (db) => (await readDesk(db, { responseId: request.responseId, filter: 'all' }))?.doubts ?? []);
    expect(await doubtsOf(honest)).toEqual([]);
    const found = await doubtsOf(hasty);
    expect(found.map(({ kind }) => kind)).toEqual(['faster-than-reading', 'same-notes', 'one-address']);
    expect(found[1]).toMatchObject({ questions: Object.keys(notes), others: [{ responseId: first.responseId, supplier: 'First Mill' }] });
    expect(found[2]?.figures).toEqual({ suppliers: 3 });

    const doubted = await buyer.inOrganization((db) => readDesk(db, { responseId: hasty.responseId, filter: 'doubted' }));
    expect(doubted?.rows.map(({ key }) => key)).toEqual(Object.keys(notes));
    const list = await buyer.inOrganization((db) => listResponses(db, { order: 'doubts' }));
    expect(list.rows.map(({ supplier, doubts }) => [supplier.name, doubts])).toEqual([
      ['Hasty Mill', 3],
      ['Second Mill', 1],
      ['First Mill', 1],
    ]);

    const respondent = await hasty.respondent();
    const own = await respondent.inResponse((db) => readOwn(db, hasty.responseId));
    expect(JSON.stringify(own)).not.toContain('faster-than-reading');
    expect(await respondent.inResponse((db) => db.questionnaireResponse.findFirst({ select: { doubts: true } }))).toEqual({ doubts: null });
  });
});
