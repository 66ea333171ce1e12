import { beforeAll, describe, expect, it } from 'vitest';
import * as fileRoute from '~/routes/org/supply-chain/heat-map-file';
import { readListFrame, readListPage } from '~/risk/supplier-pages/read-list-page.server';
import { readListState } from '~/suppliers/registry/list-state';
import { makeListedSuppliers } from '../../../tests/factories/listed-suppliers';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { arrangeHeatMap, byRisk, drawRiskHeatMap, heatMapTitle, placeOfCell, type RiskCells } from './heat-map';
import { readHeatMap } from './read-heat-map.server';

let owner: MadeMember;
let found: RiskCells;

beforeAll(async () => {
  owner = await makeMember();
  await makeListedSuppliers(owner, 60);
  await makeSupplier(owner, { name: 'Without a score', values: { country: 'IS', sector: '0111' } });
  const { partyId } = await makeSupplier(owner, { name: 'Two countries', values: { country: 'PT', sector: '1410' } });
  await owner.inOrganization(async (db) => {
    const { id } = await db.party.create({
      data: { kind: 'site', publicId: 'SITE-HEAT', name: 'Mill in India', nameKey: 'mill in india' },
    });
    await db.site.create({ data: { partyId: id, supplierPartyId: partyId, country: 'IN' } });
  });
  found = await owner.inOrganization((db) => readHeatMap(db));
});

describe('the heat map of country and sector', () => {
  it('counts in each cell the suppliers that its link lists, with their highest band', async () => {
    const { cells } = arrangeHeatMap(found, 'wide');
    const linked = cells.flatMap((cell) => {
      const place = placeOfCell(`${cell.row} ${cell.column}`);
      return place ? [{ cell, place }] : [];
    });
    expect(linked.length).toBeGreaterThan(2);
    for (const { cell, place } of linked) {
      const state = readListState(new URLSearchParams(place));
      const [page, { total }] = await owner.inOrganization(async (db) => [
        await readListPage(db, state),
        await readListFrame(db, state, { userId: owner.user.id }),
      ]);
      expect([total, page.page.rows[0]?.band ?? null], `${place.country} ${place.sector}`).toEqual([cell.count, cell.band]);
    }
  });

  it('counts a supplier with a site abroad in both countries', () => {
    const countries = found.cells.filter(({ sector }) => sector === '14').map(({ country }) => country);
    expect(countries).toEqual(expect.arrayContaining(['IN', 'PT']));
  });

  it('shows what is not scored hatched and never as low, and what is not known in a row and a column without a link', () => {
    const cell = found.cells.find(({ country, sector }) => country === 'IS' && sector === '01');
    expect(cell).toMatchObject({ suppliers: 1, scored: 0, band: null });
    expect(arrangeHeatMap(found, 'wide').columns.at(-1)).toEqual({ key: 'unknown', label: 'Unknown' });
    expect(placeOfCell('unknown unknown')).toBeNull();
    expect(placeOfCell('13 other')).toBeNull();
    const { shapes } = drawRiskHeatMap(found, 'wide');
    expect(shapes.some(({ tone }) => tone === 'hatched')).toBe(true);
  });

  it('states where most suppliers are at severe or high risk', () => {
    const [first] = byRisk(found.cells);
    expect(first?.atRisk).toBeGreaterThan(0);
    expect(heatMapTitle(found)).toContain(`${first?.atRisk} of ${first?.suppliers} suppliers at severe or high risk`);
    expect(heatMapTitle({ ...found, cells: found.cells.map((cell) => ({ ...cell, scored: 0, atRisk: 0 })) })).toBe(
      'No supplier is scored yet',
    );
  });

  it('folds what there is no room for, so that no supplier is lost', () => {
    const many: RiskCells = {
      sectors: {},
      cells: Array.from({ length: 400 }, (_, at) => ({
        ...{ country: `A${String.fromCharCode(65 + (at % 20))}`, sector: String(10 + (at % 20)), suppliers: 2, atRisk: 0, scored: 2 },
        band: 'low' as const,
      })),
    };
    for (const size of ['wide', 'narrow'] as const) {
      const { rows, columns, cells } = arrangeHeatMap(many, size);
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(800);
      expect(rows.length).toBeLessThanOrEqual(14);
      expect(columns.length).toBeLessThanOrEqual(10);
    }
  });

  it('is downloaded as SVG and as PNG, with its finding', async () => {
    const get = async (as: string) => {
      const request = new Request(`http://localhost/x?as=${as}`, { headers: { Cookie: owner.cookie } });
      return fileRoute.loader({ request, params: { orgSlug: owner.organization.slug }, context: {} as never });
    };
    const svg = await (await get('svg')).text();
    expect(svg).toContain('suppliers at severe or high risk, the most of any sector and country');
    const png = Buffer.from(await (await get('png')).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});
