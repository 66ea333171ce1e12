import { expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { acceptBatch } from './accept-batch.server';
import { commitBatch } from './commit-batch.server';
import { handleBatchAction } from './handle-batch-action.server';
import { readBatch } from './read-batch.server';
import { receiveFile } from './receive-file.server';
import { stageBatch } from './stage-batch.server';

const vendors = ['Alder Pharma', 'Birch Labs', 'Cedar Health', 'Dogwood Biologics'];
const factories = ['Aurora Unit III, India', 'Basel Works, Switzerland', 'Cape Plant, South Africa'];
const countries = ['Nigeria', 'Zambia', 'Haiti', 'Rwanda', 'Vietnam'];
/** 120 delivery lines of four vendors, whose goods are made at three factories and go to five countries. */
const deliveries = `ID,PO / SO #,Country,Vendor,Item Description,Line Item Quantity,Manufacturing Site\n${Array.from(
  { length: 120 },
  (_, at) =>
    `${at + 1},PO-${at % 31},${countries[at % 5]},${vendors[at % 4]},Item ${at % 6},${10 + at},"${factories[(at + Math.floor(at / 4)) % 3]}"`,
).join('\n')}\n`;

async function stage(text: string) {
  const member = await makeMember();
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, {
    ...{ ...who, batchId: '', fileName: 'list.csv' },
    bytes: new TextEncoder().encode(text),
  });
  if (received.kind !== 'received') throw new Error(received.kind);
  const batch = { ...who, batchId: received.batchId };
  await stageBatch(member.inOrganization, batch);
  return { member, batch, read: () => member.inOrganization((db) => readBatch(db, batch.batchId)) };
}

it('makes suppliers, factories and links of delivery lines, as it announced them, with the countries of delivery', async () => {
  const { member, batch, read } = await stage(deliveries);
  const staged = await read();
  expect(staged?.detected?.grain).toBe('order-line');
  expect(staged?.counts).toMatchObject({ rows: 120, suppliersNew: 7, producers: 3, destinations: 5, doubts: ['no-country'] });
  await member.inOrganization((db) => acceptBatch(db, batch));
  const committed = await commitBatch(member.inOrganization, batch);
  if (committed.kind !== 'committed') throw new Error(committed.code);
  expect(committed.wrote).toMatchObject({ suppliers: 7, links: staged?.counts?.links, sites: staged?.counts?.sitesNew });
  const [aurora, alder] = await member.inOrganization((db) =>
    Promise.all(
      ['Aurora Unit III', 'Alder Pharma'].map((name) =>
        db.supplier.findFirst({ where: { party: { name } }, select: { country: true, tier: true, partyId: true } }),
      ),
    ),
  );
  expect(aurora).toMatchObject({ country: 'IN', tier: 2 });
  expect(alder).toMatchObject({ country: null, tier: 1 });
  const facts = await member.inOrganization((db) =>
    db.fact.findMany({ where: { partyId: alder?.partyId ?? '' }, select: { values: true } }),
  );
  const stated = facts.flatMap(({ values }) =>
    typeof values === 'object' && values && 'deliveryCountries' in values ? [values.deliveryCountries] : [],
  );
  expect(stated.flat()).toEqual(expect.arrayContaining(['NG', 'ZM', 'HT', 'RW', 'VN']));
});

it('imports an implausible result only after a member has confirmed it', async () => {
  const { member, batch, read } = await stage(deliveries);
  const act = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return handleBatchAction(member.inOrganization, form, batch);
  };
  expect(await act({ intent: 'accept' })).toEqual({ error: 'Confirm that the import is correct, or change the columns.' });
  expect((await read())?.status).toBe('staged');
  expect(await act({ intent: 'accept', sure: 'yes' })).toEqual({ to: 'batch', batchId: batch.batchId });
  expect((await read())?.status).toBe('accepted');
});
