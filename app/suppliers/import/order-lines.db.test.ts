import { expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import * as linkRoute from '~/routes/org/suppliers/supplier-link';
import * as sourceRoute from '~/routes/org/suppliers/source';
import { listLinks } from '~/suppliers/supply-links/list-links.server';
import { acceptBatch } from './accept-batch.server';
import { commitBatch } from './commit-batch.server';
import { handleBatchAction } from './handle-batch-action.server';
import { readBatch } from './read-batch.server';
import { announcedBy, pickAnnounced } from './return-to-check.server';
import { receiveFile } from './receive-file.server';
import { undoBatch } from './undo/undo-batch.server';
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

async function stage(text: string, by?: Awaited<ReturnType<typeof makeMember>>) {
  const member = by ?? (await makeMember());
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

const orders = (rows: readonly string[]) =>
  `PO number,Delivery date,Supplier,Country,Item,Quantity,Unit,Amount,Currency\n${rows.join('\n')}\n`;
const first = [
  '1,2026-01-05,Alder,India,Yarn,10,kg,100,USD',
  '2,2026-02-05,Alder,India,Yarn,5,kg,,USD',
  '3,2026-02-06,Alder,India,Yarn,2,pcs,7,EUR',
];

it('adds up order lines on the link, counts no line twice, and extends the period with a later file', async () => {
  const { member, ...one } = await stage(orders(first));
  const write = async (batch: typeof one.batch) => {
    await member.inOrganization((db) => acceptBatch(db, batch));
    const committed = await commitBatch(member.inOrganization, batch);
    if (committed.kind !== 'committed') throw new Error(committed.code);
    return committed.wrote;
  };
  const ofAlder = () =>
    member.inOrganization(async (db) => {
      const alder = await db.supplier.findFirstOrThrow({ where: { party: { name: 'Alder' } }, select: { partyId: true } });
      const { down } = await listLinks(db, alder.partyId, { day: '2026-12-01', knownAt: null });
      return down.map(({ orders: held }) => held);
    });
  expect((await one.read())?.counts?.orders).toMatchObject({ lines: 3, firstOn: '2026-01-05', lastOn: '2026-02-06' });
  expect(await write(one.batch)).toMatchObject({ orderLines: 3, links: 1 });
  const sums = {
    lines: 3,
    volumes: [
      { unit: 'kg', amount: 15, lines: 2 },
      { unit: 'pcs', amount: 2, lines: 1 },
    ],
    values: [
      { currency: 'USD', amount: 100, lines: 1 },
      { currency: 'EUR', amount: 7, lines: 1 },
    ],
    firstOn: '2026-01-05',
    lastOn: '2026-02-06',
  };
  expect(await ofAlder()).toMatchObject([{ sums, sources: [{ fileName: 'list.csv' }] }]);

  const link = await member.inOrganization((db) =>
    db.supplyLink.findFirstOrThrow({ select: { id: true, from: { select: { publicId: true } } } }),
  );
  const orgSlug = member.organization.slug;
  const linkPage = await callRoute(linkRoute.loader, {
    url: `/o/${orgSlug}/suppliers/${link.from.publicId}/links/${link.id}`,
    params: { orgSlug, supplierId: link.from.publicId, linkId: link.id },
    cookie: member.cookie,
  });
  expect(linkPage.body).toMatchObject({ orders: { sums } });
  const total = await member.inOrganization((db) => db.orderTotal.findFirstOrThrow({ select: { sourceId: true } }));
  const sourcePage = await callRoute(sourceRoute.loader, {
    url: `/o/${orgSlug}/sources/${total.sourceId}`,
    params: { orgSlug, sourceId: total.sourceId },
    cookie: member.cookie,
  });
  expect(sourcePage.body).toMatchObject({ orders: [{ from: { name: 'Alder' }, product: 'Yarn', ...sums }] });

  const later = await stage(orders([...first.slice(1), '4,2026-05-01,Alder,India,Yarn,1,kg,3,USD']), member);
  expect((await later.read())?.counts?.orders).toMatchObject({ lines: 1 });
  expect(await write(later.batch)).toMatchObject({ orderLines: 1, links: 0, suppliers: 0 });
  const [held] = await ofAlder();
  expect(held?.sums).toMatchObject({
    lines: 4,
    firstOn: '2026-01-05',
    lastOn: '2026-05-01',
    volumes: [{ unit: 'kg', amount: 16, lines: 3 }, { unit: 'pcs' }],
  });

  const again = await stage(orders([...first, ' '.repeat(3)]), member);
  expect(await write(again.batch)).toMatchObject({ orderLines: 0, facts: 0, links: 0 });
});

it('takes the order lines of an import back with it', async () => {
  const { member, batch } = await stage(orders(first));
  const write = async () => {
    await member.inOrganization((db) => acceptBatch(db, batch));
    const committed = await commitBatch(member.inOrganization, batch);
    return committed.kind === 'committed' ? committed.wrote.orderLines : committed.code;
  };
  expect(await write()).toBe(3);
  expect(await undoBatch(member.inOrganization, batch)).toMatchObject({ kind: 'undone' });
  expect(await member.inOrganization((db) => db.orderTotal.count())).toBe(0);
});

it('makes groups own the companies of a list that names them, in order lines too', async () => {
  const { member, batch, read } = await stage(
    'Supplier,Country,Factory,Vendor group,PO number,Quantity\nAlder Ltd,India,Alder Unit 1,Alder Holding,1,5\nAlder Ltd,India,Alder Unit 1,Alder Holding,2,6\nBirch Ltd,India,Birch Unit 1,Alder Holding,3,7\nCedar,India,Cedar,Cedar,4,8\n',
  );
  expect((await read())?.counts).toMatchObject({ suppliersNew: 4, owners: 1, links: 5 });
  await member.inOrganization((db) => acceptBatch(db, batch));
  await commitBatch(member.inOrganization, batch);
  const owned = await member.inOrganization((db) =>
    db.supplyLink.findMany({ where: { kind: 'owns' }, select: { from: { select: { name: true } }, to: { select: { name: true } } } }),
  );
  expect(owned.map(({ from, to }) => `${from.name} owns ${to.name}`).sort()).toEqual([
    'Alder Holding owns Alder Ltd',
    'Alder Holding owns Birch Ltd',
  ]);
});

it('gives a factory of another company the site at the row’s address, as announced, once', async () => {
  const places = ['1 Mill Road, Dhaka', '2 Loom Street, Dhaka', '3 Ring Road, Dhaka'];
  const text = `PO number,Vendor,Factory,Address,Country,Latitude,Longitude,Quantity\n${Array.from({ length: 24 }, (_, at) => {
    const factory = (at + Math.floor(at / 4)) % 3;
    return `${at},${vendors[at % 4]},Plant ${factory},"${places[factory]}",Bangladesh,23.${80 + factory},90.4,${10 + at}`;
  }).join('\n')}\n`;
  const { member, batch, read } = await stage(text);
  const staged = await read();
  expect(staged?.counts).toMatchObject({ suppliersNew: 7, producers: 3, sitesNew: 3, withoutCountry: 0, doubts: [] });
  await member.inOrganization((db) => acceptBatch(db, batch));
  const committed = await commitBatch(member.inOrganization, batch);
  if (committed.kind !== 'committed' || !staged?.counts) throw new Error(committed.kind);
  expect(pickAnnounced(committed.wrote)).toEqual(announcedBy(staged.counts));
  const sites = await member.inOrganization((db) =>
    db.site.findMany({
      orderBy: { address: 'asc' },
      select: {
        address: true,
        latitude: true,
        country: true,
        supplier: { select: { tier: true, country: true, party: { select: { name: true } } } },
      },
    }),
  );
  expect(
    sites.map((site) => [site.supplier.party.name, site.supplier.tier, site.supplier.country, site.address, Number(site.latitude)]),
  ).toEqual(places.map((address, at) => [`Plant ${at}`, 2, 'BD', address, Number(`23.${80 + at}`)]));
  const own = await member.inOrganization((db) => db.supplier.findMany({ where: { tier: 1 }, select: { country: true } }));
  expect(own).toEqual(vendors.map(() => ({ country: null })));
  const again = await stage(`${text}\n`, member);
  const repeated = (await again.read())?.counts;
  if (!repeated) throw new Error('not staged');
  expect(announcedBy(repeated)).toEqual({ suppliers: 0, sites: 0, providers: 0, links: 0, facts: 0, changedParties: 0 });
  expect(await undoBatch(member.inOrganization, batch)).toMatchObject({ kind: 'undone' });
  expect(await member.inOrganization((db) => db.site.count())).toBe(0);
});

it('imports a list with a column that cannot be read only after a member has confirmed it', async () => {
  const { member, batch, read } = await stage(
    `Supplier,Country,Workers\n${Array.from({ length: 24 }, (_, at) => `Mill ${at},India,${at + 10}.5%`).join('\n')}\n`,
  );
  expect((await read())?.counts?.unreadColumns).toMatchObject([{ header: 'Workers', field: 'workers', unread: 24 }]);
  const accept = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'accept', ...fields })) form.set(name, value);
    return handleBatchAction(member.inOrganization, form, batch);
  };
  expect(await accept({})).toEqual({ error: 'Confirm that the import is correct, or change the columns.' });
  expect(await accept({ sure: 'yes' })).toEqual({ to: 'batch', batchId: batch.batchId });
});
