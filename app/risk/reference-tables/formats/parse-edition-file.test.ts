// @vitest-environment node
import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import type { OwnTableKind } from '#scoring';
import { parseEditionFile } from './parse-edition-file.server';
import { readEditionRows } from './read-edition-rows.server';

const workbook = (sheets: Record<string, unknown[][]>): Uint8Array => {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
};
const read = async (kind: OwnTableKind, bytes: Uint8Array) => {
  const parsed = await parseEditionFile(kind, bytes);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return readEditionRows(kind, parsed.table);
};

const dimension = (code: string, estimate: number) => [
  [
    'Economy (name)',
    'Economy (code)',
    'Year',
    'Governance dimension',
    'Governance estimate (approx. -2.5 to +2.5)',
    'Standard error (estimate)',
  ],
  ['Norway', 'NOR', 2025, code, estimate, 0.2],
  ['Peru', 'PER', 2025, code, -estimate, 0.2],
];

it('joins the sheets of governance indicators, one for each dimension, and no other sheet', async () => {
  const about = [
    ['About', 'these data'],
    ['Publisher', 'World Bank'],
  ];
  const codes = ['va', 'pv', 'ge', 'rq', 'rl', 'cc'];
  const sheets = Object.fromEntries(codes.map((code, at) => [code, dimension(code, (at + 1) / 4)]));
  const { tables, remarks, refused } = await read('governance', workbook({ about, ...sheets }));
  expect({ remarks, refused }).toEqual({ remarks: [], refused: 0 });
  expect(tables.governance?.rows).toMatchObject([
    { iso2: 'NO', year: 2025, voiceAccountability: 0.25, politicalStability: 0.5, controlOfCorruption: 1.5, ruleOfLawSe: 0.2 },
    { iso2: 'PE', voiceAccountability: -0.25 },
  ]);
});

it('reads the sheet with the columns of the type, under its title rows', async () => {
  const contacts = [['Company', 'Country', 'City', 'Address'], ...Array.from({ length: 9 }, (_, at) => [`A${at}`, 'Peru', 'Lima', 'x'])];
  const index = [
    ['Summary of the index'],
    [],
    ['Country', 'Region', 'Estimated prevalence of modern slavery per 1,000 population'],
    ['Peru', 'Americas', 2.5],
  ];
  const { tables } = await read('slavery-index', workbook({ contacts, index }));
  expect(tables['slavery-index']?.rows).toEqual([{ iso2: 'PE', perThousand: 2.5 }]);
});
