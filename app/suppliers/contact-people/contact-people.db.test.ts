import { expect, it } from 'vitest';
import { commitBatch } from '~/suppliers/import/commit-batch.server';
import { acceptBatch } from '~/suppliers/import/accept-batch.server';
import { receiveFile } from '~/suppliers/import/receive-file.server';
import { stageBatch } from '~/suppliers/import/stage-batch.server';
import { countStatements } from '../../../tests/factories/count-statements';
import { makeMember } from '../../../tests/factories/member';
import { eraseContactPerson, eraseExpiredPeople } from './erase-contact-people.server';
import { keepContactPeople } from './keep-contact-people.server';
import { exportContactPeople, listContactPeople } from './list-contact-people.server';

const list = `name,country,workers,Main contact,Position,E-mail,Phone
Alpha Mills,IN,20,Ravi Kumar,Compliance,Ravi@alpha.example,+91 1
Alpha Mills,IN,20,Mei Lin,,,+91 2
Beta Works,BD,30,,,,
`;

async function imported() {
  const member = await makeMember();
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName: 'list.csv', bytes: new TextEncoder().encode(list) });
  if (received.kind !== 'received') throw new Error(received.kind);
  const batch = { ...who, batchId: received.batchId };
  await stageBatch(member.inOrganization, batch);
  await member.inOrganization((db) => acceptBatch(db, batch));
  await commitBatch(member.inOrganization, batch);
  const alpha = await member.inOrganization((db) => db.party.findFirstOrThrow({ where: { name: 'Alpha Mills', kind: 'supplier' } }));
  const people = () => member.inOrganization((db) => listContactPeople(db, alpha.id));
  return { member, batch, alpha, people };
}

it('keeps the people that a list names beside its supplier and never in facts, with an address for requests', async () => {
  const { member, alpha, people } = await imported();
  expect(await people()).toMatchObject([
    { name: 'Mei Lin', role: null, email: null, phone: '+91 2' },
    { name: 'Ravi Kumar', role: 'Compliance', email: 'ravi@alpha.example', phone: '+91 1' },
  ]);
  const read = await member.inOrganization(async (db) => ({
    facts: await db.fact.findMany({ select: { values: true } }),
    activity: await db.activity.findMany({ select: { changes: true } }),
    address: await db.supplierContact.findMany({ select: { partyId: true, email: true } }),
  }));
  expect(JSON.stringify([read.facts, read.activity])).not.toMatch(/ravi|mei lin|\+91/i);
  expect(read.address).toEqual([{ partyId: alpha.id, email: 'ravi@alpha.example' }]);
  const file = await new Response(await member.inOrganization(async () => exportContactPeople(member.inOrganization))).text();
  expect(file).toContain('Alpha Mills,Ravi Kumar,Compliance,ravi@alpha.example');
});

it('starts the term of a person again who is named again, and keeps what is not said', async () => {
  const { member, alpha, people } = await imported();
  const [before] = (await people()).filter(({ name }) => name === 'Ravi Kumar');
  const again = { partyId: alpha.id, name: null, role: 'Owner', email: 'ravi@alpha.example', phone: null };
  await member.inOrganization((db) => keepContactPeople(db, [again], { userId: member.user.id, batchId: null, today: '2031-05-01' }));
  const after = (await people()).find(({ email }) => email === 'ravi@alpha.example');
  expect(after).toEqual({ ...before, role: 'Owner', keptUntil: '2033-05-01' });
});

it('erases a person with the address for requests and the cells of imported rows, at a request and after the term', async () => {
  const { member, batch, alpha, people } = await imported();
  const ravi = (await people()).find(({ name }) => name === 'Ravi Kumar');
  const options = { partyId: alpha.id, userId: member.user.id };
  expect(await member.inOrganization((db) => eraseContactPerson(db, { ...options, id: 'x' }))).toBe(false);
  expect(await member.inOrganization((db) => eraseContactPerson(db, { ...options, id: ravi?.id ?? '' }))).toBe(true);
  const rows = () =>
    member.inOrganization((db) =>
      db.importRow.findMany({ where: { batchId: batch.batchId }, orderBy: { rowNumber: 'asc' }, select: { raw: true, cleaned: true } }),
    );
  expect((await rows())[0]).toMatchObject({
    raw: ['Alpha Mills', 'IN', '20', '', 'Compliance', '', ''],
    cleaned: { contact: null, workers: 20 },
  });
  expect(await member.inOrganization((db) => db.supplierContact.count())).toBe(0);
  expect(await member.inOrganization((db) => eraseExpiredPeople(db, { today: '2026-12-01' }))).toBe(0);
  expect(await member.inOrganization((db) => eraseExpiredPeople(db, { today: '2099-01-01' }))).toBe(1);
  expect(await people()).toEqual([]);
  expect(JSON.stringify(await rows())).not.toMatch(/ravi|mei lin|\+91/i);
});

it('erases the people of a night in as many statements as one person, each with the cells that name them', async () => {
  const erasing = async (count: number) => {
    const { member, batch, alpha } = await imported();
    const named = Array.from({ length: count }, (_, at) => ({
      ...{ partyId: alpha.id, name: `Person ${at}`, role: null, email: `person${at}@alpha.example`, phone: null },
    }));
    await member.inOrganization((db) => keepContactPeople(db, named, { userId: member.user.id, batchId: null, today: '2026-12-01' }));
    let statements = 0;
    await member.inOrganization(async (db) => {
      statements = await countStatements(db, (counted) => eraseExpiredPeople(counted, { today: '2099-01-01' }));
    });
    const rows = await member.inOrganization((db) => db.importRow.findMany({ where: { batchId: batch.batchId }, select: { raw: true } }));
    expect(JSON.stringify(rows)).not.toMatch(/ravi|mei lin|\+91/i);
    expect(JSON.stringify(rows)).toContain('Compliance');
    expect(await member.inOrganization((db) => db.contactPerson.count())).toBe(0);
    return statements;
  };
  const few = await erasing(1);
  expect(await erasing(30)).toBe(few);
});
