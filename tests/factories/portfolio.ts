import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { readFilter } from '~/lending/portfolio/filter';
import { readExposure } from '~/lending/portfolio/read-exposure.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import type { DealRecord } from '~/lending/deal-record/record';
import { openLent } from './lent';
import type { MadeMember } from './member';
import { makeSupplier } from './supplier';

/** The day on which the tests of the portfolio read. */
export const today = new Date().toISOString().slice(0, 10);
/** The filter that a query of the address requests. */
export const filterOf = (query = '') => readFilter(new URLSearchParams(query));
type Client = Awaited<ReturnType<typeof makeSupplier>>;

/** Creates a planned deal of 100 dollars for a client. @returns its id */
export const openFor = (member: MadeMember, client: Client, more: Partial<DealRecord> = {}): Promise<string> =>
  openLent(member, client, { known: { stage: 'planning', commitmentMinor: 100_00n, ...more } });

/** A scored client in Viet Nam and one without a score; four deals in dollars, euros with and without a rate, and yen. */
export async function lend(member: MadeMember) {
  const scored = await makeSupplier(member, { name: 'Scored' });
  const bare = await makeSupplier(member, { name: 'Bare', values: {} });
  const ids = {
    dollars: await openFor(member, scored, { hostCountries: ['VN'] }),
    euros: await openFor(member, scored, {
      currency: 'EUR',
      usdRate: '1.1',
      usdRateOn: '2026-05-04',
      sector: 'mining',
      hostCountries: ['CL', 'VN'],
    }),
    open: await openFor(member, bare, { currency: 'EUR', commitmentMinor: 77_00n }),
    yen: await openFor(member, bare, {
      currency: 'JPY',
      commitmentMinor: 5_000n,
      usdRate: '0.0065',
      usdRateOn: '2026-06-04',
      product: 'advisory',
    }),
    unknown: await openFor(member, bare, { commitmentMinor: null }),
  };
  await member.inOrganization(async (db) => {
    await scoreSuppliers(db, { partyIds: [scored.partyId, bare.partyId], asOf: today });
    const by = { userId: member.user.id, reasons: { labour: 'A camp' } };
    await decideCategory(db, { ...by, dealId: ids.dollars, category: 'B', now: new Date(Date.now() - 60_000) });
    await decideCategory(db, { ...by, dealId: ids.dollars, category: 'A', now: new Date() });
  });
  return { scored, bare, ids };
}

/** What the portfolio page counts for a query. */
export const exposure = (member: MadeMember, query = '') =>
  member.inOrganization((db) => readExposure(db, { filter: filterOf(query), today }));
