import { read, utils } from '@e965/xlsx';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { type MadeMember, makeMember } from '../../../../tests/factories/member';
import { makeSupplier } from '../../../../tests/factories/supplier';
import { readMapState } from '../map-state';
import { exportMap } from './export-map.server';
import { fileNameOf, isMapFile, type MapFile } from './formats';

const names = ['=SUM(1;2)', 'Şişli <Tekstil> & "Oğulları"', '+49 Weberei', 'Công ty May'];
let member: MadeMember;
let ids: string[];

const ask = (file: MapFile, query = '') =>
  exportMap(member.inOrganization, file, {
    state: readMapState(new URLSearchParams(query)),
    today: '2026-11-20',
    organization: 'Us & Co',
    origin: 'https://example.org',
    base: `/o/${member.organization.slug}`,
  });

beforeAll(async () => {
  member = await makeMember();
  const countries = ['TR', 'TR', 'DE', 'VN'];
  const made: Awaited<ReturnType<typeof makeSupplier>>[] = [];
  for (const [at, name] of names.entries())
    made.push(await makeSupplier(member, { name, values: { country: countries[at] ?? 'VN', sector: '14' } }));
  ids = made.map(({ publicId }) => publicId);
  await member.inOrganization(async (db) => {
    const buyer = await ensureBuyer(db);
    const sourceId = await openMemberSource(db, { userId: member.user.id });
    const link = (from = '', to = '') =>
      linkParties(db, { fromPartyId: from, toPartyId: to, kind: 'supplies', sourceId, userId: member.user.id });
    await link(made[0]?.partyId, buyer);
    await link(made[1]?.partyId, made[0]?.partyId);
    await link(made[3]?.partyId, made[0]?.partyId);
    await recomputeTiers(db);
    const site = await db.party.create({ data: { kind: 'site', publicId: 'S0000000001', name: '@site', nameKey: 'site' } });
    await db.site.create({
      data: { partyId: site.id, supplierPartyId: made[1]?.partyId ?? '', country: 'TR', latitude: 41.06, longitude: 28.98 },
    });
  });
});

describe('files of the map', () => {
  it('CSV contains the suppliers shown, with formulas escaped', async () => {
    const text = String(await ask('csv', 'country=TR'));
    const { data, errors } = Papa.parse<Record<string, string>>(text.replace('\ufeff', ''), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort());
    expect(data.map(({ name }) => name).sort()).toEqual(["'=SUM(1;2)", 'Şişli <Tekstil> & "Oğulları"']);
    const first = data.find(({ id }) => id === ids[0]);
    expect(first).toMatchObject({
      tier_computed: '1',
      country: 'TR',
      relations_in: '1',
      relations_out: '1',
      status: 'not-scored',
      score: '',
    });
    expect(first?.link).toBe(`https://example.org/o/${member.organization.slug}/suppliers/${ids[0]}`);
  });

  it('the workbook contains suppliers and supply links as text and numbers, and no formula', async () => {
    const bytes = await ask('xlsx');
    const book = read(bytes, { type: 'buffer', cellFormula: true });
    expect(book.SheetNames).toEqual(['suppliers', 'relations', 'about']);
    const cells = book.SheetNames.flatMap((name) => Object.entries(book.Sheets[name] ?? {}).filter(([key]) => !key.startsWith('!')));
    expect(cells.some(([, cell]) => cell.f !== undefined)).toBe(false);
    const sheet = book.Sheets.suppliers;
    const rows = sheet ? utils.sheet_to_json<Record<string, unknown>>(sheet) : [];
    expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(rows.find(({ id }) => id === ids[0])?.tier_computed).toBe(1);
    const relations = book.Sheets.relations;
    expect(relations ? utils.sheet_to_json(relations) : []).toHaveLength(3);
  });

  it('GeoJSON contains every site, and suppliers without one have no geometry', async () => {
    const parsed = z
      .object({
        type: z.literal('FeatureCollection'),
        features: z.array(
          z.object({
            type: z.literal('Feature'),
            id: z.string(),
            geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }).nullable(),
            properties: z.object({ supplier_id: z.string(), country: z.string() }).loose(),
          }),
        ),
      })
      .parse(JSON.parse(String(await ask('geojson'))));
    expect(parsed.features.map(({ properties }) => properties.supplier_id).sort()).toEqual([...ids].sort());
    expect(parsed.features.filter(({ geometry }) => geometry).map(({ id, geometry }) => [id, geometry?.coordinates])).toEqual([
      ['S0000000001', [28.98, 41.06]],
    ]);
  });

  it('GraphML and the CSV of supply links contain the edges between the suppliers shown', async () => {
    const xml = String(await ask('graphml'));
    expect(xml.match(/<node /g)).toHaveLength(5);
    expect(xml.match(/<edge /g)).toHaveLength(3);
    expect(xml).toContain('<data key="name">Şişli &lt;Tekstil&gt; &amp; &quot;Oğulları&quot;</data>');
    expect(xml).toContain(`source="${ids[1]}" target="${ids[0]}"`);
    const narrowed = String(await ask('graphml', 'country=TR'));
    expect([narrowed.match(/<node /g)?.length, narrowed.match(/<edge /g)?.length]).toEqual([3, 2]);
    const csv = String(await ask('relations', 'country=TR'));
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    expect(csv).toContain("'=SUM(1;2)");
  });

  it('images are of the requested view, with its filters as text', async () => {
    const tiers = String(await ask('svg', 'country=TR&band=none'));
    expect(tiers).toContain('Supply chain map of Us &amp; Co');
    expect(tiers).toContain('Risk: Not scored; Country: Türkiye');
    expect(tiers).toContain('&lt;Tekstil');
    const world = String(await ask('svg', 'view=world'));
    expect(world).toContain('Natural Earth');
    expect(world).not.toContain('&lt;Tekstil');
    const png = Buffer.from(await ask('png', 'view=world'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2016);
    expect(png.byteLength, 'the drawing is not empty').toBeGreaterThan(40_000);
  });

  it('the PDF is a PDF', async () => {
    const pdf = Buffer.from(await ask('pdf'));
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(pdf.includes('PDF/UA') || pdf.includes('pdfuaid')).toBe(true);
  });

  it('file names contain the date, and the known-on date', () => {
    expect(fileNameOf('xlsx', { today: '2026-11-20', on: null, year: null })).toBe('chain-map-2026-11-20.xlsx');
    expect(fileNameOf('relations', { today: '2026-11-20', on: '2026-03-01', year: null })).toBe(
      'chain-relations-2026-11-20-as-known-on-2026-03-01.csv',
    );
    expect([isMapFile('pdf'), isMapFile('toString'), isMapFile(null)]).toEqual([true, false, false]);
  });
});
