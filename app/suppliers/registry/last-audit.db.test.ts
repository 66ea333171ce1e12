import { beforeAll, describe, expect, it } from 'vitest';
import { makeAudit } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readListState } from './list-state';
import { listSuppliers } from './list-suppliers.server';

const aYearAgo = new Date(Date.now() - 366 * 86_400_000).toISOString().slice(0, 10);
const lastMonth = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);

describe('the day of the last audit', () => {
  let owner: MadeMember;
  let second: MadeMember;
  let mill: { partyId: string; publicId: string };
  let dyer: { partyId: string; publicId: string };

  beforeAll(async () => {
    owner = await makeMember();
    second = await makeMember({ organization: owner.organization });
    mill = await makeSupplier(owner, { name: 'Mill' });
    dyer = await makeSupplier(owner, { name: 'Dyer' });
  });

  const shown = async (query: string) =>
    (await owner.inOrganization((db) => listSuppliers(db, readListState(new URLSearchParams(`sort=name&${query}`))))).rows.map(
      ({ name, auditedOn }) => [name, auditedOn],
    );
  const approve = (id: string, endsOn: string) =>
    owner.inOrganization((db) =>
      db.audit.updateMany({
        where: { id },
        data: {
          ...{ status: 'approved', startsOn: new Date(endsOn), endsOn: new Date(endsOn), approvedAt: new Date() },
          ...{ concludedAt: new Date(), concludedById: owner.user.id, approvedById: second.user.id },
        },
      }),
    );

  it('is that of the newest approved audit, and none while an audit is only planned', async () => {
    const first = await makeAudit(owner, { supplierPublicId: mill.publicId });
    await makeAudit(owner, { supplierPublicId: mill.publicId });
    expect(await shown('audit=never')).toEqual([
      ['Dyer', null],
      ['Mill', null],
    ]);
    await approve(first.auditId, aYearAgo);
    expect(await shown('')).toEqual([
      ['Dyer', null],
      ['Mill', aYearAgo],
    ]);
    expect(await shown('audit=never')).toEqual([['Dyer', null]]);
    expect(await shown('audit=old')).toHaveLength(2);
    const newer = await makeAudit(owner, { supplierPublicId: mill.publicId });
    await approve(newer.auditId, lastMonth);
    expect(await shown('audit=old')).toEqual([['Dyer', null]]);
    expect(await shown('')).toContainEqual(['Mill', lastMonth]);
  });

  it('follows an audit that moves to another supplier', async () => {
    await owner.inOrganization((db) => db.audit.updateMany({ where: { approvedAt: { not: null } }, data: { partyId: dyer.partyId } }));
    expect(await shown('')).toEqual([
      ['Dyer', lastMonth],
      ['Mill', null],
    ]);
  });
});
