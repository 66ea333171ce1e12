import { beforeAll, expect, it } from 'vitest';
import { keepDevicesTogether } from '~/access/answer-devices.server';
import { readDesk } from '~/questionnaires/answer-review/read-desk.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { readOwn } from '~/questionnaires/respondent/read-own.server';
import { listResponses } from '~/questionnaires/responses/list-responses.server';
import * as reviewPage from '~/routes/guest/questionnaire/review';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerSections, type MadeRequest, makeRequest } from '../../../tests/factories/request';
import { callRoute } from '../../../tests/setup/call-route';

let buyer: MadeMember;
beforeAll(async () => {
  buyer = await makeMember();
});

/** Sends the answers as the page does, from a browser that has access to these requests. */
async function sendFrom(browser: readonly MadeRequest[], request: MadeRequest): Promise<void> {
  await answerSections(await request.respondent());
  const cookie = browser.map((each) => each.cookie).join('; ');
  const { responseId } = request;
  const url = `/guest/questionnaire/${responseId}/review`;
  const sent = await callRoute(reviewPage.action, { url, params: { responseId }, cookie, form: { intent: 'send' } });
  expect(sent.status).toBeLessThan(400);
}

const deviceDoubts = (request: MadeRequest) =>
  buyer.inOrganization(async (db) => {
    const desk = await readDesk(db, { responseId: request.responseId, filter: 'all' });
    return (desk?.doubts ?? []).filter(({ kind }) => kind === 'one-device');
  });

it('names the suppliers whose answers one browser sent, to the reviewer alone, from the third supplier on', async () => {
  const [first, second, third, apart] = [
    await makeRequest(buyer, { name: 'First Mill' }),
    await makeRequest(buyer, { name: 'Second Mill' }),
    await makeRequest(buyer, { name: 'Third Mill' }),
    await makeRequest(buyer, { name: 'Mill Apart' }),
  ];
  await sendFrom([first, second], first);
  await sendFrom([first, second], second);
  await sendFrom([apart], apart);
  expect(await deviceDoubts(second)).toEqual([]);
  await sendFrom([second, third], third);

  expect(await deviceDoubts(third)).toMatchObject([
    {
      figures: { suppliers: 3, days: 30 },
      others: expect.arrayContaining([
        { responseId: first.responseId, supplier: 'First Mill' },
        { responseId: second.responseId, supplier: 'Second Mill' },
      ]),
    },
  ]);
  expect(await deviceDoubts(apart)).toEqual([]);
  const list = await buyer.inOrganization((db) => listResponses(db, { order: 'doubts' }));
  expect(list.rows.map(({ supplier }) => supplier.name).sort()).toEqual(['First Mill', 'Second Mill', 'Third Mill']);
  const respondent = await third.respondent();
  expect(JSON.stringify(await respondent.inResponse((db) => readOwn(db, third.responseId)))).not.toContain('deviceKey');
});

it('leaves companies of one group out, and answers that lie more than 30 days apart', async () => {
  const made = [];
  for (const name of ['Parent Mill', 'Daughter Mill', 'Strange Mill']) made.push(await makeRequest(buyer, { name }));
  const [parent, daughter, strange] = made as [MadeRequest, MadeRequest, MadeRequest];
  await buyer.inOrganization(async (db) => {
    const sourceId = await openMemberSource(db, { userId: buyer.user.id });
    await linkParties(db, {
      ...{ fromPartyId: parent.partyId, toPartyId: daughter.partyId },
      kind: 'owns',
      sourceId,
      userId: buyer.user.id,
    });
  });
  for (const each of made) await sendFrom(made, each);
  expect(await deviceDoubts(parent)).toEqual([]);
  expect(await deviceDoubts(strange)).toHaveLength(1);
  const submittedAt = new Date(Date.now() - 31 * 86_400_000);
  await buyer.inOrganization((db) =>
    db.questionnaireRequest.updateMany({ where: { responseId: parent.responseId }, data: { submittedAt } }),
  );
  expect(await deviceDoubts(strange)).toEqual([]);
});

it('compares nothing across the organizations that asked', async () => {
  const other = await makeMember();
  const [own, foreign] = [await makeRequest(buyer, { name: 'Own Mill' }), await makeRequest(other, { name: 'Foreign Mill' })];
  const request = new Request('http://localhost/', { headers: { Cookie: `${own.cookie}; ${foreign.cookie}` } });
  await keepDevicesTogether(request, buyer.organization.id);
  for (const [member, { responseId }] of [
    [buyer, own],
    [other, foreign],
  ] as const)
    expect(await member.inOrganization((db) => db.guestAccess.count({ where: { responseId, deviceKey: { not: null } } }))).toBe(0);
});
