import { expect, it } from 'vitest';
import * as fileRoute from '~/routes/org/lending/portfolio-heat-map';
import { drawRiskHeatMap } from '~/supply-chain/analysis/heat-map';
import { makeMember } from '../../../tests/factories/member';
import { filterOf, lend, today } from '../../../tests/factories/portfolio';
import { listLent } from './list-lent.server';
import { portfolioHeatMapTitle } from './labels';
import { readPortfolioHeatMap } from './read-heat-map.server';

it('counts in each cell the deals that its link lists; a client without a score is not scored, never low', async () => {
  const member = await makeMember({ kind: 'lender' });
  await lend(member);
  const read = (query = '') => member.inOrganization((db) => readPortfolioHeatMap(db, { filter: filterOf(query), today }));
  const found = await read();
  expect(found.cells.map(({ country, sector, suppliers }) => [country, sector, suppliers])).toEqual([
    ['CL', 'mining', 1],
    ['CL', 'power', 3],
    ['VN', 'mining', 1],
    ['VN', 'power', 1],
  ]);
  for (const { country, sector, suppliers } of found.cells) {
    const listed = await member.inOrganization((db) => listLent(db, { filter: filterOf(`country=${country}&sector=${sector}`), today }));
    expect(listed.rows).toHaveLength(suppliers);
  }
  expect(found.cells[1]).toMatchObject({ scored: 0, band: null });
  expect(drawRiskHeatMap(found, 'wide').shapes.some(({ tone }) => tone === 'hatched')).toBe(true);
  expect((await read('sector=mining')).cells).toHaveLength(2);
  expect(
    (await (await makeMember({ kind: 'lender' })).inOrganization((db) => readPortfolioHeatMap(db, { filter: filterOf(), today }))).cells,
  ).toEqual([]);
  const request = new Request('http://localhost/x?as=svg', { headers: { Cookie: member.cookie } });
  const file = await fileRoute.loader({ request, params: { orgSlug: member.organization.slug }, context: {} as never });
  expect(await file.text()).toContain(portfolioHeatMapTitle(found).replaceAll('&', '&amp;'));
});
