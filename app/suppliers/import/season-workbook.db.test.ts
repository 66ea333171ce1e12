import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { acceptBatch } from './accept-batch.server';
import { commitBatch } from './commit-batch.server';
import { readBatch } from './read-batch.server';
import { receiveFile } from './receive-file.server';
import { stageBatch } from './stage-batch.server';

/** Every spelling of a country in the public list that check A3 names, with the code that each stands for. */
const spellings = {
  'United States of America': 'US',
  'Viet Nam': 'VN',
  GEORGIA: 'GE',
  TURKEY: 'TR',
  'China Mainland': 'CN',
  BRAZIL: 'BR',
  NICARAGUA: 'NI',
  'Moldova (Republic of)': 'MD',
  JAPAN: 'JP',
  HONDURAS: 'HN',
  NETHERLANDS: 'NL',
  'Korea (Republic of)': 'KR',
  INDONESIA: 'ID',
  CAMBODIA: 'KH',
  'SRI LANKA': 'LK',
  Taiwan: 'TW',
  ITALY: 'IT',
  GUATEMALA: 'GT',
  ARGENTINA: 'AR',
  'EL SALVADOR': 'SV',
  EGYPT: 'EG',
  ISRAEL: 'IL',
  BULGARIA: 'BG',
  INDIA: 'IN',
  THAILAND: 'TH',
  CROATIA: 'HR',
  ECUADOR: 'EC',
  'United Kingdom of Great Britain and Northern Ireland': 'GB',
  GREECE: 'GR',
  MALAYSIA: 'MY',
  CANADA: 'CA',
  Pakistan: 'PK',
  SPAIN: 'ES',
  MEXICO: 'MX',
  POLAND: 'PL',
  JORDAN: 'JO',
  'Bosnia and Herzegovina': 'BA',
  Lithuania: 'LT',
} as const;
const header = [
  'Factory Name',
  'Factory Type',
  'Product Type',
  'Brand(s)',
  'Events',
  'Supplier Group',
  'Address',
  'City',
  'State',
  'Postal Code',
  'Country/Region',
  'Region',
  'Total Workers',
  'Line Workers',
  '% Female Workers',
  '% Migrant Workers',
  'Contact Name',
  'Contact Phone',
  'Contact Fax',
  'Contact Email',
  'Subcons',
];
const written = Object.keys(spellings);
const nameOf = (at: number) => `MADE FACTORY ${at} CO., LTD`;
/** Shares as text, as the list has them: 9.9 %, 10.0 % and 10.1 % stand at the edge that A3 counts from, every fifth factory is well above. */
const shareOf = (at: number) => (at < 3 ? ['9.9%', '10.0%', '10.1%'][at] : at % 5 === 0 ? '38.5%' : '0.4%');
/** The second factory names one subcontractor of two commas' length and one of none; the fifth names two that end in a legal form. */
const subcontractorsOf: Record<number, string> = {
  1: 'Tay Ho Vina Co., Ltd, North Screen Printing',
  4: 'Lotus Dyeing Co., Ltd., Red River Trims Co., Ltd',
};
const headerRow = 2;

function seasonWorkbook(): Uint8Array {
  const rows = written.map((country, at) => [
    nameOf(at),
    'FINISHED GOODS',
    'APPAREL',
    'BRAND',
    '',
    `GROUP ${at}`,
    `${at + 1} MADE ROAD`,
    'TOWN',
    '',
    '',
    country,
    'REGION',
    `1,${String(100 + at)}`,
    '90',
    '71.0%',
    shareOf(at),
    '',
    '',
    '',
    '',
    subcontractorsOf[at] ?? '',
  ]);
  const sheet = utils.aoa_to_sheet([['Manufacturing Data Export, Data As Of February 2021'], header, ...rows]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Export');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}

it('A3: an old workbook under a title row is read with its 38 spellings of countries, its subcontractors a tier further, and its shares of migrant workers', async () => {
  const member = await makeMember();
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName: 'Season.xls', bytes: seasonWorkbook() });
  if (received.kind !== 'received') throw new Error(received.kind);
  const { batchId } = received;
  const staged = await stageBatch(member.inOrganization, { organizationId: who.organizationId, batchId });
  expect(written).toHaveLength(38);
  expect(staged).toMatchObject({ kind: 'staged', counts: { rows: 38, invalid: 0, sitesNew: 38, subcontractors: 4 } });
  const batch = await member.inOrganization((db) => readBatch(db, batchId));
  expect(batch?.detected).toMatchObject({ headerRow, format: 'xls' });
  await member.inOrganization((db) => acceptBatch(db, { batchId, ...who }));
  expect(await commitBatch(member.inOrganization, { batchId, ...who })).toMatchObject({ kind: 'committed' });

  await member.inOrganization(async (db) => {
    const sites = await db.site.findMany({ include: { party: { select: { name: true } } } });
    const byName = new Map(sites.map((site) => [site.party.name, site]));
    expect(sites).toHaveLength(38);
    for (const [at, country] of Object.values(spellings).entries())
      expect([written[at], byName.get(nameOf(at))?.country]).toEqual([written[at], country]);
    expect(byName.get(nameOf(0))).toMatchObject({ workers: 1100 });
    const shares = sites.map(({ migrantShare }) => Number(migrantShare));
    const well = written.filter((_, at) => at >= 3 && at % 5 === 0).length;
    expect(Number(byName.get(nameOf(0))?.migrantShare)).toBe(0.099);
    expect(shares.filter((share) => share > 0.1)).toHaveLength(1 + well);
    const suppliers = await db.supplier.findMany({
      where: { party: { name: { in: [nameOf(1), nameOf(4)] } } },
      select: {
        tier: true,
        party: {
          select: {
            name: true,
            linksTo: { select: { kind: true, from: { select: { name: true, supplier: { select: { tier: true } } } } } },
          },
        },
      },
    });
    const told = suppliers
      .flatMap(({ tier, party }) =>
        party.linksTo
          .filter(({ kind }) => kind === 'subcontracts')
          .map(({ from }) => `${from.name} (tier ${from.supplier?.tier}) for ${party.name} (tier ${tier})`),
      )
      .sort();
    expect(told).toEqual([
      `Lotus Dyeing Co., Ltd. (tier 2) for ${nameOf(4)} (tier 1)`,
      `North Screen Printing (tier 2) for ${nameOf(1)} (tier 1)`,
      `Red River Trims Co., Ltd (tier 2) for ${nameOf(4)} (tier 1)`,
      `Tay Ho Vina Co., Ltd (tier 2) for ${nameOf(1)} (tier 1)`,
    ]);
  });
});
