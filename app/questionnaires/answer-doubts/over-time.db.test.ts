import { beforeAll, expect, it } from 'vitest';
import { type AnswerValue, instrument, questionsOf } from '#scoring';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { findDoubts } from './find-doubts.server';

const key = 'ilo-ten-principles@1.0.0';
let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
});

type Given = Record<string, AnswerValue | Record<string, number>>;
/** A questionnaire of a supplier that a member filled in; its id. */
async function submitted(partyId: string, on: string, options: { answers: Given; notes?: Record<string, string>; scope?: object }) {
  return owner.inOrganization(async (db) => {
    const at = new Date(`${on}T10:00:00Z`);
    const { id } = await db.questionnaireResponse.create({
      data: {
        ...{ partyId, kind: 'self-assessment', instrumentKey: key, status: 'submitted', openedById: owner.user.id, openedAt: at },
        ...{ submittedAt: at, submittedById: owner.user.id, ...(options.scope ? { scope: options.scope } : {}) },
      },
      select: { id: true },
    });
    await db.answer.createMany({
      data: Object.entries(options.answers).map(([question, value]) => ({
        ...{ responseId: id, question, value, note: options.notes?.[question] ?? '', answeredById: owner.user.id, answeredAt: at },
      })),
    });
    return id;
  });
}
const doubtsOf = (responseId: string) =>
  owner.inOrganization(async (db) => {
    const response = await readResponse(db, responseId);
    return response ? await findDoubts(db, response) : [];
  });

it('compares a questionnaire with the one before, and with earlier records of the workforce', async () => {
  const { partyId } = await makeSupplier(owner, { name: 'Loom Works' });
  await owner.inOrganization(async (db) => {
    const sourceId = await openMemberSource(db, { userId: owner.user.id });
    await db.fact.create({ data: { partyId, sourceId, values: { migrantShare: 0.4 }, recordedAt: new Date('2026-05-01') } });
  });
  const first = await submitted(partyId, '2026-06-01', { answers: { 'P2.Q1': 1, 'P1.Q2': 'no', 'P1.Q1': 2 } });
  const next = await submitted(partyId, '2026-11-01', {
    answers: { 'P2.Q1': 3, 'P1.Q2': 'yes', 'P1.Q1': 3, 'P5.Q1': { migrantShare: 0, internalMigrantShare: 0, agencyShare: 0 } },
    scope: { rules: 'scope@1.0.0', facts: {}, held: {} },
  });
  expect(await doubtsOf(first)).toEqual([]);
  const found = await doubtsOf(next);
  expect(found.map(({ kind }) => kind)).toEqual(['better-without-evidence', 'fewer-questions']);
  expect(found[0]?.questions.sort()).toEqual(['P1.Q2', 'P2.Q1']);
});

it('compares companies of one group with each other alone', async () => {
  const [parent, one, two] = [
    await makeSupplier(owner, { name: 'Holding' }),
    await makeSupplier(owner, { name: 'Plant One' }),
    await makeSupplier(owner, { name: 'Plant Two' }),
  ];
  await owner.inOrganization(async (db) => {
    const sourceId = await openMemberSource(db, { userId: owner.user.id });
    for (const { partyId } of [one, two])
      await linkParties(db, { fromPartyId: parent.partyId, toPartyId: partyId, kind: 'owns', sourceId, userId: owner.user.id });
  });
  const questions = questionsOf(instrument(key)).filter(({ type }) => type === 'G4' || type === 'YNP');
  const answers: Given = Object.fromEntries(
    questions.map(({ key: question, type }, at) => [question, type === 'G4' ? (at % 3) + 1 : at % 2 ? 'yes' : 'partial']),
  );
  const notes = { 'P2.Q1': 'Training takes place in the canteen every spring.', 'P1.Q1': 'The owner signed the policy in 2024, on paper.' };
  const given = { answers, notes };
  const [first, second] = [await submitted(one.partyId, '2026-10-01', given), await submitted(two.partyId, '2026-10-02', given)];
  const found = await doubtsOf(second);
  expect(found.map(({ kind }) => kind)).toEqual(['same-in-group']);
  expect(found[0]?.others).toEqual([{ responseId: first, supplier: 'Plant One' }]);
});
