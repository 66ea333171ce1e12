import { expect, it } from 'vitest';
import { createLabourRecruiter } from '~/suppliers/labour-recruiters/add-labour-recruiter.server';
import { makeMember } from '../../../tests/factories/member';
import { readOverview } from './read-overview.server';

it('shows on the page of a review which of its answers cannot all be true, until one is corrected', async () => {
  const owner = await makeMember();
  const responseId = await owner.inOrganization(async (db) => {
    const entry = { name: 'Himal Overseas', values: {}, note: null };
    const publicId = await createLabourRecruiter(db, { entry: entry as never, userId: owner.user.id });
    const party = await db.party.findFirstOrThrow({ where: { publicId: publicId ?? '' }, select: { id: true } });
    const { id } = await db.questionnaireResponse.create({
      data: { partyId: party.id, kind: 'recruiter-review', instrumentKey: 'recruiter-review@1.0.0', openedById: owner.user.id },
      select: { id: true },
    });
    const given = { 'RZ.1': 'approved', 'IR-A.1': 'not-met', 'RR.11': 'yes', 'IR-A.2': 'met' };
    await db.answer.createMany({
      data: Object.entries(given).map(([question, value]) => ({ responseId: id, question, value, answeredById: owner.user.id })),
    });
    return id;
  });
  const shown = () => owner.inOrganization(async (db) => (await readOverview(db, responseId))?.contradictions);
  expect((await shown())?.map(({ code, questions }) => [code, questions])).toEqual([
    ['A37:RR.11', ['IR-A.2', 'RR.11']],
    ['A38:RZ.1/D-1.1', ['IR-A.1', 'RZ.1']],
  ]);
  await owner.inOrganization((db) => db.answer.updateMany({ where: { responseId, question: 'RZ.1' }, data: { value: 'conditional' } }));
  expect((await shown())?.map(({ code }) => code)).toEqual(['A37:RR.11']);
});
