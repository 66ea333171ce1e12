import { describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { acceptBatch } from '~/suppliers/import/accept-batch.server';
import { commitBatch } from '~/suppliers/import/commit-batch.server';
import { receiveFile } from '~/suppliers/import/receive-file.server';
import { stageBatch } from '~/suppliers/import/stage-batch.server';
import { scoreAllSuppliers } from './score-all.server';

async function importList(member: MadeMember, rows: readonly string[]): Promise<string> {
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const bytes = new TextEncoder().encode(['supplier name,site name,country,sector,workers', ...rows].join('\n'));
  const received = await receiveFile(member.inOrganization, { ...who, fileName: 'list.csv', bytes });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const batch = { ...who, batchId: received.batchId };
  await stageBatch(member.inOrganization, batch);
  await member.inOrganization((db) => acceptBatch(db, batch));
  await commitBatch(member.inOrganization, batch);
  return batch.batchId;
}

const asOf = '2026-06-01';
const rows = ['Alpha,Alpha,Viet Nam,Apparel,100', 'Beta,Beta,Viet Nam,Apparel,200', 'Gamma,Gamma,China,Textiles,300'];

describe('scoring after an import', () => {
  it('scores suppliers that the import created or changed, a changed site too, and no others', async () => {
    const member = await makeMember();
    const first = await importList(member, rows);
    expect(await scoreAllSuppliers(member.inOrganization, { asOf, batchId: first })).toEqual({ suppliers: 3, fresh: 3 });
    const second = await importList(member, [...rows.slice(0, 2), 'Gamma,Gamma,China,Textiles,900', 'Delta,Delta,India,Apparel,50']);
    const touched = await scoreAllSuppliers(member.inOrganization, { asOf, batchId: second });
    expect(touched).toEqual({ suppliers: 2, fresh: 2 });
    const third = await importList(member, [...rows.slice(0, 2), 'Alpha,South house,Viet Nam,Apparel,40']);
    expect((await scoreAllSuppliers(member.inOrganization, { asOf, batchId: third })).suppliers).toBe(1);
    // All of them are scored as a run over all suppliers would score them.
    expect(await scoreAllSuppliers(member.inOrganization, { asOf })).toEqual({ suppliers: 4, fresh: 0 });
  });

  it('of an import that wrote nothing, or is of another organization, scores none', async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    const batchId = await importList(member, rows);
    expect(await scoreAllSuppliers(other.inOrganization, { asOf, batchId })).toEqual({ suppliers: 0, fresh: 0 });
    const again = await importList(member, [...rows, '']);
    expect((await scoreAllSuppliers(member.inOrganization, { asOf, batchId: again })).suppliers).toBe(0);
  });
});
