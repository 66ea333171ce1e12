import { expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { listResponses } from './list-responses.server';

it('is found by the supplier’s name in any spelling, and by its public ID', async () => {
  const owner = await makeMember();
  const open = async (name: string) => {
    const { partyId, publicId } = await makeSupplier(owner, { name });
    await owner.inOrganization((db) =>
      db.questionnaireResponse.create({
        data: { partyId, kind: 'self-assessment', instrumentKey: 'ilo-ten-principles@1.0.0', openedById: owner.user.id },
      }),
    );
    return publicId;
  };
  const publicId = await open('Công ty CP May Nguyễn');
  await open('Lotus Garments');
  const found = async (search: string) =>
    (await owner.inOrganization((db) => listResponses(db, { search }))).rows.map(({ supplier }) => supplier.publicId);
  for (const search of ['NGUYEN', 'may nguyễn', 'Cong ty CP May Nguyên,', publicId])
    expect(await found(search), search).toEqual([publicId]);
  expect(await found('Delta')).toEqual([]);
});
