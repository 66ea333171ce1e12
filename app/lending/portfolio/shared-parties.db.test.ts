import { describe, expect, it } from 'vitest';
import type { LinkKind } from '#scoring';
import { makePublicId } from '~/suppliers/parties/public-id';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { openDeal } from '~/lending/deals/open-deal.server';
import { putParty } from '~/lending/deals/put-party.server';
import type { DealRecord } from '~/lending/deal-record/record';
import { loader as concentration } from '~/routes/org/lending/portfolio-concentration';
import { lentRecord } from '../../../tests/factories/lent';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { readFilter } from './filter';
import { listLent } from './list-lent.server';
import { readSharedParties, type SharedParty } from './read-shared-parties.server';
import { supposePortfolio } from './suppose-portfolio.server';

const today = new Date().toISOString().slice(0, 10);
const record: DealRecord = { ...lentRecord, commitmentMinor: 100_00n };
const filterOf = (query = '') => readFilter(new URLSearchParams(query));
type Company = Awaited<ReturnType<typeof makeSupplier>>;

const open = (member: MadeMember, client: Company, more: Partial<DealRecord> = {}) =>
  member.inOrganization(async (db) => {
    const by = { clientPublicId: client.publicId, userId: member.user.id, now: new Date() };
    const opened = await openDeal(db, { ...record, ...more }, by);
    if (opened.kind === 'refused') throw new Error(opened.code);
    return opened.dealId;
  });

const addOf = (member: MadeMember, kind: 'site' | 'labour-recruiter', name: string, supplierPartyId = '') =>
  member.inOrganization(async (db) => {
    const publicId = makePublicId();
    const { id: partyId } = await db.party.create({ data: { kind, publicId, name, nameKey: name.toLowerCase() } });
    if (kind === 'site') await db.site.create({ data: { partyId, supplierPartyId } });
    else await db.labourRecruiter.create({ data: { partyId, country: 'NP' } });
    return { partyId, publicId };
  });

/**
 * Two clients, the first with two projects; a contractor sells to both, a steel works through a site of the contractor, an agency recruits for the steel works;
 * a mill sells to the second client alone and is named in a project of the first; a quarry sold to the contractor until last year.
 */
async function lend(member: MadeMember) {
  const named = ['North client', 'South client', 'Contractor', 'Steel works', 'Mill', 'Quarry', 'Lone supplier'];
  const companies: Company[] = [];
  for (const name of named) companies.push(await makeSupplier(member, { name }));
  const [north, south, contractor, steel, mill, quarry, lone] = companies as [
    Company,
    Company,
    Company,
    Company,
    Company,
    Company,
    Company,
  ];
  const yard = await addOf(member, 'site', 'Yard', contractor.partyId);
  const agency = await addOf(member, 'labour-recruiter', 'Agency');
  const ids = {
    first: await open(member, north),
    second: await open(member, north, { currency: 'EUR', commitmentMinor: 70_00n }),
    third: await open(member, south, { commitmentMinor: 50_00n, sector: 'mining' }),
  };
  const link = (from: { partyId: string }, to: { partyId: string }, kind: LinkKind, terms: { validTo?: string } = {}) =>
    member.inOrganization((db) =>
      linkParties(db, {
        ...{ fromPartyId: from.partyId, toPartyId: to.partyId, kind, ...terms },
        ...{ sourceId: north.sourceId, userId: member.user.id },
      }),
    );
  await link(contractor, north, 'supplies');
  await link(contractor, south, 'subcontracts');
  await link(steel, yard, 'supplies');
  await link(agency, steel, 'recruits');
  await link(mill, south, 'supplies');
  await link(quarry, contractor, 'supplies', { validTo: `${new Date().getUTCFullYear() - 1}-06-30` });
  await link(lone, south, 'supplies');
  await member.inOrganization((db) =>
    putParty(db, {
      ...{ dealId: ids.first, partyPublicId: mill.publicId, part: 'primary-supplier', note: '', userId: member.user.id },
    }),
  );
  return { ids, contractor, steel, agency, north };
}

const read = (member: MadeMember, query = '', withBehind = false) =>
  member.inOrganization((db) => readSharedParties(db, { filter: filterOf(query), today, withBehind }));
const figures = (rows: readonly SharedParty[]) =>
  rows.map(({ name, deals, named, usdCents, unconverted, nearest, behind }) => [
    ...[name, deals, named, usdCents, unconverted, nearest, behind],
  ]);

describe('companies that several deals depend on', () => {
  it('are found over the whole chain, through sites, each deal once, over the current supply links', async () => {
    const member = await makeMember({ kind: 'lender' });
    await lend(member);
    const { suppliers, providers, totalCents } = await read(member);
    expect(figures(suppliers.rows)).toEqual([
      ['Contractor', 3, 0, 150_00, 1, 1, 1],
      ['Mill', 2, 1, 150_00, 0, 0, 0],
      ['North client', 2, 2, 100_00, 1, 0, 0],
    ]);
    // The steel works sells to the contractor alone: it is upstream of it, its recruiter is listed all the same.
    expect([suppliers.inAll, suppliers.behind, totalCents]).toEqual([3, 1, 150_00]);
    expect(figures(providers.rows)).toEqual([['Agency', 3, 0, 150_00, 1, 3, 0]]);
    expect(providers.rows[0]).toMatchObject({ kind: 'labour-recruiter', country: 'NP' });
    const all = await read(member, '', true);
    expect(figures(all.suppliers.rows).slice(0, 2)).toEqual([
      ['Contractor', 3, 0, 150_00, 1, 1, 1],
      ['Steel works', 3, 0, 150_00, 1, 2, 0],
    ]);
    expect(all.suppliers.inAll).toBe(4);
    // Of the power projects alone, both are of one client: contractor and steel works are upstream of it.
    expect(figures((await read(member, 'sector=power')).suppliers.rows)).toEqual([['North client', 2, 2, 100_00, 1, 0, 2]]);
    expect((await read(member, 'sector=mining')).suppliers.rows).toEqual([]);
  });

  it('links back to the same deals, and what-if shows the same effect of its failure', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { ids, agency, steel } = await lend(member);
    for (const { publicId } of [agency, steel]) {
      const { rows } = await member.inOrganization((db) => listLent(db, { filter: filterOf(`party=${publicId}`), today }));
      expect(rows.map(({ id }) => id).sort()).toEqual(Object.values(ids).sort());
    }
    const failed = await supposePortfolio(member.inOrganization, {
      ...{ filter: filterOf(), today, changes: [{ kind: 'drop', supplier: agency.publicId }] },
    });
    expect(failed.touched.map(({ id, by }) => [id, by[0]?.depth]).sort()).toEqual(
      Object.values(ids)
        .map((id) => [id, 3])
        .sort(),
    );
  });

  it('ends in a circle, and counts what depends on any company of it', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { contractor, steel, agency } = await lend(member);
    const circle = { fromPartyId: contractor.partyId, toPartyId: steel.partyId, kind: 'supplies' as const };
    await member.inOrganization((db) => linkParties(db, { ...circle, sourceId: contractor.sourceId, userId: member.user.id }));
    const { suppliers } = await read(member);
    expect(figures(suppliers.rows).slice(0, 2)).toEqual([
      ['Contractor', 3, 0, 150_00, 1, 1, 0],
      ['Steel works', 3, 0, 150_00, 1, 2, 0],
    ]);
    const { rows } = await member.inOrganization((db) => listLent(db, { filter: filterOf(`party=${agency.publicId}`), today }));
    expect(rows).toHaveLength(3);
    const failed = await supposePortfolio(member.inOrganization, {
      ...{ filter: filterOf(), today, changes: [{ kind: 'drop', supplier: steel.publicId }] },
    });
    expect(failed.touched.map(({ by }) => by[0]?.depth)).toEqual([2, 2, 2]);
  });

  it('is limited to the own organization: neither supply links nor deals of another lender count', async () => {
    const [member, other] = [await makeMember({ kind: 'lender' }), await makeMember({ kind: 'lender' })];
    await lend(other);
    await open(member, await makeSupplier(member, { name: 'Contractor' }));
    const own = await read(member);
    expect([own.suppliers.inAll, own.providers.inAll, own.totalCents]).toEqual([0, 0, 100_00]);
    const call = (by: MadeMember, query = '') =>
      callRoute(concentration, {
        url: `/o/${other.organization.slug}/portfolio/concentration${query}`,
        ...{ params: { orgSlug: other.organization.slug }, cookie: by.cookie },
      });
    expect((await call(member)).status).toBe(404);
    expect((await call(other)).body).toMatchObject({ withBehind: false, shared: { suppliers: { inAll: 3 } } });
    expect((await call(other, '?behind=listed')).body).toMatchObject({ withBehind: true, shared: { suppliers: { inAll: 4 } } });
  });

  it('returns nothing for a lender without deals or map', async () => {
    const member = await makeMember({ kind: 'lender' });
    expect(await read(member)).toEqual({
      ...{ suppliers: { rows: [], inAll: 0, behind: 0 }, providers: { rows: [], inAll: 0, behind: 0 }, totalCents: 0 },
    });
  });
});
