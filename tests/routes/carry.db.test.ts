import { type AnswerValue, instrument, questionsOf } from '#scoring';
import { beforeAll, expect, test } from 'vitest';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { carryOver } from '~/questionnaires/responses/carry-over.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { readOverview } from '~/risk/response-overview/read-overview.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import type { CarriedSource } from '~/questionnaires/responses/read-carried.server';
import * as carryRoute from '~/routes/org/questionnaires/response-previous-answers';
import { followRequestLocale } from '~/platform/http/locale.server';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

followRequestLocale();

const long = 'ilo-ten-principles@1.0.0';
const short = 'short-form@1.0.0';
const before = new Date('2026-01-25T10:00:00Z');
type Loaded = { sources: { title: string; answers: number }[]; chosen: CarriedSource | null; mayAnswer: boolean };
let owner: MadeMember;

beforeAll(async () => {
  owner = await makeMember();
});

async function open(publicId: string, instrumentKey: string, answers: Record<string, AnswerValue>): Promise<string> {
  return owner.inOrganization(async (db) => {
    const opened = await openResponse(db, { supplierPublicId: publicId, instrumentKey, dueOn: null, userId: owner.user.id });
    if (opened.kind !== 'opened') throw new Error(opened.code);
    for (const [question, value] of Object.entries(answers))
      await answerQuestion(db, { responseId: opened.responseId, question, value, userId: owner.user.id, now: before });
    return opened.responseId;
  });
}

const route = (responseId: string, { organization, cookie }: MadeMember) => {
  const at = (query = '') => ({
    url: `http://house.example/o/${organization.slug}/responses/${responseId}/previous-answers${query}`,
    params: { orgSlug: organization.slug, responseId },
    cookie,
  });
  return {
    look: async () => (await callRoute(carryRoute.loader, at())).body as Loaded,
    lookRaw: () => callRoute(carryRoute.loader, at()),
    send: (form: Record<string, string>) => callRoute(carryRoute.action, { ...at(), form }),
  };
};
const answersOf = (responseId: string) =>
  owner.inOrganization((db) => db.answer.findMany({ where: { responseId }, orderBy: { question: 'asc' } }));

test('A15: shows full or partial for each answer that can be copied, writes only the selected ones, and keeps their dates', async () => {
  const { publicId } = await makeSupplier(owner);
  const from = await open(publicId, long, { 'P9.Q3': 3, 'P5.Q4': 0, 'P6.Q4': 'yes', 'P6.Q7': 'dont-know', 'P3.Q1': 'yes' });
  const to = await open(publicId, short, { 'S5.Q1': 'no' });
  const { look, send } = route(to, owner);

  const { sources, chosen, mayAnswer } = await look();
  expect(mayAnswer).toBe(true);
  expect(sources).toMatchObject([{ answers: 2 }]);
  expect(chosen?.rows).toMatchObject([
    {
      question: 'S2.Q4',
      answer: 'No',
      coverage: 'partial',
      answeredAt: before.toISOString(),
      sources: [{ question: 'P5.Q4', relation: 'broader' }],
    },
    { question: 'S7.Q1', answer: 'Yes', coverage: 'full', sources: [{ question: 'P9.Q3', relation: 'equal' }] },
  ]);
  expect(await answersOf(to)).toHaveLength(1);
  expect((await owner.inOrganization((db) => readOverview(db, to)))?.mayCarry).toBe(true);

  const sent = await send({ from, question: 'S7.Q1' });
  expect(sent.status).toBe(303);
  const after = await answersOf(to);
  expect(after.map(({ question, value }) => [question, value])).toEqual([
    ['S5.Q1', 'no'],
    ['S7.Q1', 'yes'],
  ]);
  expect(after[1]).toMatchObject({ answeredAt: before, note: expect.stringContaining('P9.Q3') });
  expect((await look()).chosen?.rows.map(({ question }) => question)).toEqual(['S2.Q4']);
});

test('copying twice, or over a newer answer, changes nothing', async () => {
  const { publicId } = await makeSupplier(owner);
  const from = await open(publicId, long, { 'P9.Q3': 3, 'P8.Q6': 'yes' });
  const to = await open(publicId, short, {});
  const questions = ['S7.Q1', 'S7.Q2'];
  const carry = () => owner.inOrganization((db) => carryOver(db, { responseId: to, fromId: from, questions, userId: owner.user.id }));
  await owner.inOrganization((db) =>
    answerQuestion(db, { responseId: to, question: 'S7.Q2', value: 'no', userId: owner.user.id, now: before }),
  );
  expect(await carry()).toEqual({ kind: 'carried', answers: 1 });
  const once = await answersOf(to);
  expect(once.map(({ value }) => value)).toEqual(['yes', 'no']);
  expect(await carry()).toEqual({ kind: 'carried', answers: 0 });
  expect(await answersOf(to)).toEqual(once);
});

test('rejects a submitted response and those of another supplier, of another organization or unknown, and writes nothing', async () => {
  const [one, other] = [await makeSupplier(owner), await makeSupplier(owner)];
  const from = await open(one.publicId, long, { 'P9.Q3': 3 });
  const to = await open(other.publicId, short, {});
  const { look, send, lookRaw } = route(to, owner);
  expect((await look()).chosen).toBeNull();
  expect((await send({ from, question: 'S7.Q1' })).status).toBe(422);
  expect((await send({ from })).status).toBe(422);
  expect((await send({ from: to, question: 'S7.Q1' })).status).toBe(404);
  expect((await lookRaw()).status).toBe(200);
  const stranger = await makeMember();
  expect((await route(to, { ...stranger, organization: owner.organization }).lookRaw()).status).toBe(404);
  const own = route(to, { ...stranger });
  expect((await own.lookRaw()).status).toBe(404);

  await owner.inOrganization((db) =>
    db.questionnaireResponse.updateMany({ where: { id: to }, data: { status: 'submitted', partyId: one.partyId } }),
  );
  expect((await look()).mayAnswer).toBe(false);
  expect((await send({ from, question: 'S7.Q1' })).status).toBe(422);
  expect(await answersOf(to)).toEqual([]);
});

test('a read-only user sees what would be copied and cannot copy it', async () => {
  const { publicId } = await makeSupplier(owner);
  const from = await open(publicId, long, { 'P9.Q3': 3 });
  const to = await open(publicId, short, {});
  const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
  const { look, send } = route(to, viewer);
  expect(await look()).toMatchObject({ mayAnswer: false, chosen: { rows: [{ question: 'S7.Q1' }] } });
  expect((await send({ from, question: 'S7.Q1' })).status).toBe(403);
  expect(await answersOf(to)).toEqual([]);
});

test('a submitted checklist and a lender’s review show the result of each point, without a grade', async () => {
  const { publicId } = await makeSupplier(owner);
  const all = (key: string, word: AnswerValue) =>
    Object.fromEntries(
      questionsOf(instrument(key)).flatMap(({ key: code, type }) => (type === 'NC' || type === 'REVIEW' ? [[code, word]] : [])),
    );
  const claims = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`HT.${at + 1}`, 'yes' as AnswerValue]));
  const checklist = await open(publicId, 'ilo-employers-checklist@1.0.0', {
    ...all('ilo-employers-checklist@1.0.0', 'compliant'),
    ...claims,
    'H12.1': 'not-compliant',
  });
  const review = await open(publicId, 'ifc-ps2@1.0.0', { ...all('ifc-ps2@1.0.0', 'not-assessed'), 'PS2-22.1': 'partial' });
  const outcomeOf = (responseId: string) =>
    owner.inOrganization(async (db) => {
      const submitted = await submitResponse(db, { responseId, userId: owner.user.id, now: before });
      const overview = await readOverview(db, responseId);
      if (overview?.outcome?.kind !== 'review') throw new Error(overview?.outcome?.kind ?? 'no outcome');
      return { submitted, points: new Map(overview.outcome.points.map((point) => [point.key, point])) };
    });
  const found = await outcomeOf(checklist);
  expect(found.submitted).toMatchObject({ kind: 'submitted', findings: 1 });
  expect(found.points.get('H12')).toMatchObject({ met: 3, open: 0, notMet: [{ key: 'H12.1', section: 'HC' }] });
  const seen = await outcomeOf(review);
  expect(seen.submitted).toMatchObject({ kind: 'submitted', findings: 0 });
  expect(seen.points.get('PS2-22')).toMatchObject({ met: 0, open: 3, notMet: [], partly: [{ key: 'PS2-22.1' }] });
});
