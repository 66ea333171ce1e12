// @vitest-environment node
import { describe, expect, it, test } from 'vitest';
import { readEditionRows, type ReadRowsOptions } from './read-edition-rows.server';
import { tierOf } from './readers/trafficking-tiers.server';

const table = (text: string) => {
  const [header = '', ...rows] = text.trim().split('\n');
  return { header: header.split('|'), rows: rows.map((row, at) => ({ number: at + 2, cells: row.split('|') })) };
};
const read = (kind: Parameters<typeof readEditionRows>[0], text: string, options?: ReadRowsOptions) =>
  readEditionRows(kind, table(text), options);
const codes = ({ remarks }: ReturnType<typeof readEditionRows>) => remarks.map(({ code, row, value }) => [code, row, value]);

describe('tiers of the Trafficking in Persons Report', () => {
  test.each([
    ['Tier 1', '1'],
    ['1', '1'],
    ['1.0', '1'],
    ['Tier 2', '2'],
    ['TIER II', '2'],
    ['2WL', '2WL'],
    ['2 WL', '2WL'],
    ['Tier 2 Watch List', '2WL'],
    ['Tier 2WL (auto downgrade)', '2WL'],
    ['Tier 2 Watchlist', '2WL'],
    ['Tier 3', '3'],
    ['3 (auto downgrade)', '3'],
    ['Special Case', 'special'],
    ['SC', 'special'],
    ['4', null],
    ['Tier', null],
    ['12', null],
  ])('%s is %s', (written, tier) => expect(tierOf(written)).toBe(tier));

  it('are those of the newest year of a file with several', () => {
    const result = read('trafficking-tiers', 'Country|Year|Tier\nNorway|2024|2\nNorway|2025|1\nPeru|2024|2');
    expect(result.tables['trafficking-tiers']?.rows).toEqual([{ iso2: 'NO', tier: '1', confidence: 'confirmed', note: null }]);
    expect(codes(result)).toEqual([['older-years', null, '2']]);
  });
});

describe('governments named for a policy or pattern of trafficking', () => {
  it('have the year of their row, or that of the whole file', () => {
    const result = read('state-sponsored', 'Country|Year\nCuba|2025\nEritrea|', { year: 2026 });
    expect(result.tables['state-sponsored']?.rows).toMatchObject([
      { iso2: 'CU', reportYear: 2025 },
      { iso2: 'ER', reportYear: 2026 },
    ]);
  });
  it('are rejected without any year', () => {
    const result = read('state-sponsored', 'Country\nCuba');
    expect(codes(result)).toEqual([['no-year', 2, 'Cuba']]);
    expect(codes(read('state-sponsored', 'Country|Year\nCuba|next'))).toEqual([['not-a-year', 2, 'next']]);
  });
});

describe('governance indicators', () => {
  it('are read from the long form of the World Bank, blanks as blanks', () => {
    const result = read(
      'governance',
      [
        'codeindyr|code|countryname|year|indicator|estimate|stddev|nsource|pctrank',
        'NORva2024|NOR|Norway|2024|va|1.50|0.12|9|99',
        'NORrl2024|NOR|Norway|2024|rl|1.25|..|9|99',
        'CODcc2024|ZAR|Congo, Dem. Rep.|2024|cc|-1.5|0.2|9|3',
        'PERge2024|PER|Peru|2024|ge|..|..|..|..',
        'PERpv2024|PER|Peru|2024|pv|-7|0.2|9|3',
      ].join('\n'),
    );
    expect(result.tables.governance?.rows).toMatchObject([
      {
        iso2: 'NO',
        year: 2024,
        voiceAccountability: 1.5,
        voiceAccountabilitySe: 0.12,
        ruleOfLaw: 1.25,
        ruleOfLawSe: null,
        politicalStability: null,
      },
      { iso2: 'CD', year: 2024, controlOfCorruption: -1.5 },
    ]);
    expect({ read: result.read, refused: result.refused }).toEqual({ read: 3, refused: 2 });
    expect(codes(result)).toEqual([
      ['missing-value', 5, null],
      ['out-of-range', 6, '-7'],
      ['missing-dimension', null, null],
      ['missing-dimension', null, null],
      ['missing-dimension', null, null],
      ['other-values-missing', null, '1'],
    ]);
  });

  it('are read from a sheet of the 2025 release, by its estimate and not by its score', () => {
    const result = read(
      'governance',
      [
        'Economy (name)|Economy (code)|Year|Governance dimension|Governance estimate (approx. -2.5 to +2.5)|Standard error (estimate)|Governance score (0-100)',
        'Norway|NOR|2025|ge|1.75|0.2|88',
      ].join('\n'),
    );
    expect(result.tables.governance?.rows).toMatchObject([{ iso2: 'NO', governmentEffectiveness: 1.75, governmentEffectivenessSe: 0.2 }]);
  });

  it('are read from DataBank, a year a column, other measures set aside', () => {
    const result = read(
      'governance',
      [
        'Country Name|Country Code|Series Name|Series Code|2023 [YR2023]|2024 [YR2024]',
        'Norway|NOR|Rule of Law: Estimate|RL.EST|1.5|1.75',
        'Norway|NOR|Rule of Law: Standard Error|GOV_WGI_RL.SE|0.2|..',
        'Norway|NOR|Rule of Law: Percentile Rank|RL.PER.RNK|98|99',
        'Data from database: Worldwide Governance Indicators|||||',
      ].join('\n'),
    );
    expect(result.tables.governance?.rows).toMatchObject([
      { year: 2023, ruleOfLaw: 1.5, ruleOfLawSe: 0.2 },
      { year: 2024, ruleOfLaw: 1.75, ruleOfLawSe: null },
    ]);
    expect(codes(result)).toContainEqual(['other-measures', null, '1']);
    expect(result.refused).toBe(1);
  });

  it('are read from a column for each dimension, with decimal commas', () => {
    const result = read('governance', 'iso2|year|voiceAccountability|voiceAccountabilitySe|ruleOfLaw\nNO|2024|1,525|0,12|1,5\nPE|2024|||');
    expect(result.tables.governance?.rows).toMatchObject([
      { iso2: 'NO', voiceAccountability: 1.525, voiceAccountabilitySe: 0.12, ruleOfLaw: 1.5 },
    ]);
    expect(codes(result)[0]).toEqual(['missing-value', 3, null]);
  });

  it('report an unknown indicator', () => {
    const result = read('governance', 'Country|Year|Indicator|Estimate\nNorway|2024|vaccination|1\nNorway|2024|Rule of Law|1');
    expect(codes(result)[0]).toEqual(['unknown-indicator', 2, 'vaccination']);
    expect(result.read).toBe(1);
  });
});

describe('informal employment', () => {
  it('is the newest year of each country, of both sexes and all branches', () => {
    const result = read(
      'informal-employment',
      [
        'ref_area|source|indicator|sex|classif1|time|obs_value|obs_status',
        'PER|BA:480|SDG_0831_SEX_ECO_RT_A|SEX_T|ECO_SECTOR_TOTAL|2023|72.5|',
        'PER|BA:480|SDG_0831_SEX_ECO_RT_A|SEX_T|ECO_SECTOR_TOTAL|2024|71.125|',
        'PER|BA:480|SDG_0831_SEX_ECO_RT_A|SEX_T|ECO_SECTOR_AGR|2024|95|',
        'PER|BA:480|SDG_0831_SEX_ECO_RT_A|SEX_F|ECO_SECTOR_TOTAL|2024|75|',
        'X01|BA:1|SDG_0831_SEX_ECO_RT_A|SEX_T|ECO_SECTOR_TOTAL|2024|60|',
        'GHA|BA:2|UNE_2EAP_SEX_AGE_RT_A|SEX_T||2024|5|',
      ].join('\n'),
    );
    expect(result.tables['informal-employment']?.rows).toEqual([
      { iso2: 'PE', informalPct: 71.125, year: 2024, confidence: 'confirmed', note: null },
    ]);
    expect(codes(result)).toEqual([
      ['unknown-country', 6, 'X01'],
      ['unknown-indicator', 7, 'UNE_2EAP_SEX_AGE_RT_A'],
      ['other-breakdown', null, '2'],
      ['older-years', null, '1'],
    ]);
  });

  it('is read from country, per cent and year, with signs and commas', () => {
    const result = read('informal-employment', 'Country|Percent|Year\nPérou|71,3 %|2025\nTürkiye|26,2|2024\nGhana|120|2024');
    expect(result.tables['informal-employment']?.rows).toMatchObject([
      { iso2: 'PE', informalPct: 71.3, year: 2025 },
      { iso2: 'TR', informalPct: 26.2 },
    ]);
    expect(codes(result)).toEqual([['out-of-range', 4, '120']]);
  });
});

describe('an index of modern slavery', () => {
  const header = 'Country|Region|Population|Estimated prevalence of modern slavery per 1,000 population';
  it('is read per thousand, under the header of its publisher', () => {
    const result = read('slavery-index', `${header}\nNorway|Europe|5|0.1\nPeru|Americas|30|3.5\nChile|Americas|20|0\nGhana|Africa|30|4000`);
    expect(result.tables['slavery-index']?.rows).toEqual([
      { iso2: 'NO', perThousand: 0.1 },
      { iso2: 'PE', perThousand: 3.5 },
    ]);
    expect(codes(result)).toEqual([
      ['out-of-range', 4, '0'],
      ['out-of-range', 5, '4000'],
    ]);
  });

  test.each([
    ['shares of one', 'Country|Prevalence\nNorway|0.001\nPeru|0.004', 2],
    ['a header in per cent', 'Country|Prevalence (%)\nNorway|0.1\nPeru|0.4', 2],
    ['a cell in per cent', `${header}\nNorway|Europe|5|0.1%`, 1],
  ])('is rejected as %s', (_, text, refused) => {
    const result = read('slavery-index', text);
    expect(result.refused).toBe(refused);
    expect(codes(result).map(([code]) => code)).toEqual(Array(refused).fill('not-per-thousand'));
    expect(result.tables['slavery-index']?.rows).toEqual([]);
  });

  it('is of the newest edition of a file with several', () => {
    const result = read('slavery-index', 'iso3|edition|prevalence_per_1000\nNOR|2018|2\nNOR|2023|3');
    expect(result.tables['slavery-index']?.rows).toEqual([{ iso2: 'NO', perThousand: 3 }]);
  });
});

describe('ratifications', () => {
  it('are read for the conventions of both tables, in all their spellings', () => {
    const result = read(
      'ratifications',
      [
        'Country|Convention|Date|Status|Note',
        'Norway|C029|01 Jul 1932|In Force|',
        'Norway|P029 - Protocol of 2014 to the Forced Labour Convention, 1930|2015|In Force|',
        'Norway|Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87)|1949-07-04|In Force|',
        'Malaysia|C105|1958|Not in force|Denounced on 10 Jan 1990',
        'Ghana|P29|2025-12-01|Not in force|The Protocol will enter into force for Ghana on 01 Dec 2026',
        'Peru|C 155||Not ratified|',
        'Peru|C190|2022|In Force|',
        'Chile|C182|2000|Maybe|',
        'Chile|MLC, 2006|2018|In Force|',
        'Chile|C138||Not in force|',
      ].join('\n'),
    );
    expect(result.tables.conventions?.rows.map(({ iso2, instrument, status, year }) => [iso2, instrument, status, year])).toEqual([
      ['NO', 'C029', 'ratified', 1932],
      ['NO', 'P029', 'ratified', 2015],
      ['MY', 'C105', 'not-ratified', null],
      ['GH', 'P029', 'ratified', 2025],
      ['CL', 'C138', 'not-ratified', null],
    ]);
    expect(result.tables['other-conventions']?.rows.map(({ instrument, status }) => [instrument, status])).toEqual([
      ['C087', 'ratified'],
      ['C155', 'not-ratified'],
    ]);
    expect(codes(result)).toEqual([
      ['unknown-status', 9, 'Maybe'],
      ['unknown-convention', 10, 'MLC, 2006'],
      ['status-assumed', 11, 'Not in force'],
      ['other-conventions', null, '1'],
    ]);
  });

  it('are read from a column for each convention', () => {
    const result = read('ratifications', 'Country|C029|P029|C087\nNorway|1932|09 Nov 2015|04 Jul 1949\nPeru|1960||Not ratified\nChile|||');
    expect(result.tables.conventions?.rows).toHaveLength(3);
    expect(result.tables['other-conventions']?.rows).toMatchObject([{ status: 'ratified', year: 1949 }, { status: 'not-ratified' }]);
    expect(codes(result)).toEqual([['missing-value', 4, null]]);
  });
});
