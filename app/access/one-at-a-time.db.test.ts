import { expect, it } from 'vitest';
import { makeMember } from '../../tests/factories/member';
import { makeSupplier } from '../../tests/factories/supplier';

it('asks the connection of a transaction one query after the other, also for several relations of one row, and after one that failed', async () => {
  const member = await makeMember();
  const supplier = await makeSupplier(member);
  const warned: string[] = [];
  const listen = (warning: Error) => warned.push(warning.message);
  process.on('warning', listen);
  try {
    const read = await member.inOrganization((db) =>
      db.party.findFirstOrThrow({
        where: { publicId: supplier.publicId },
        select: { name: true, supplier: { select: { band: true } }, facts: true, scores: true, responses: true, findings: true },
      }),
    );
    expect(read.supplier).not.toBeNull();
    const failing = member.inOrganization((db) => Promise.allSettled([db.$queryRaw`SELECT 1 / 0`, db.party.count(), db.party.count()]));
    expect((await failing)[0]).toMatchObject({ status: 'rejected' });
    expect(await member.inOrganization((db) => db.party.count())).toBe(1);
    await new Promise((next) => setImmediate(next));
  } finally {
    process.off('warning', listen);
  }
  expect(warned.filter((message) => message.includes('client.query()'))).toEqual([]);
});
