import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineVersion, type PartyFacts, rankList } from '#scoring';
import { buildListReport, type ListedSupplier, type ListReportInput } from '~/risk/supplier-report/list-report/model.server';
import { renderListReport } from '~/risk/supplier-report/list-report/render.server';
import { shownScore } from '~/ui/shown-score';
import { isThorough } from '../setup/each-route';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-list-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asOf = '2026-11-25';
const given: [string, PartyFacts][] = [
  ['Công ty CP May Nguyễn', { countries: { value: ['VN'] }, sector: { value: '14' }, products: { value: ['Garments'] } }],
  ['مصنع النسيج (الإسكندرية) 12', { countries: { value: ['EG', 'TR'] }, sector: { value: '13' } }],
  ['深圳市 <B&W>', { countries: { value: ['CN'] }, sector: { value: '2011' }, products: { value: ['Polysilicon'] } }],
  ['Office', { countries: { value: ['NO'] }, sector: { value: '62' } }],
  ['শ্রমিক কল্যাণ পোশাক কারখানা', { sector: { value: '14' } }],
  ['Sine nomine', {}],
];
const alerts: ListedSupplier['alerts'] = [
  { kind: 'listed-entity', isToBeConfirmed: true },
  { kind: 'listed-good', isToBeConfirmed: false },
];
const listed = given.map(([name, facts], at) => ({ row: at + 2, name, isOnlyNamed: at === 5, facts, alerts: at === 2 ? alerts : [] }));
const scoredList = rankList(
  listed.map(({ name, facts }) => ({ id: name, input: { asOf, facts, findings: [] } })),
  { asOf },
);
const suppliers = listed.map((each, at): ListedSupplier => {
  const { scored, place } = scoredList[at] ?? {};
  if (!scored) throw new Error('expected a result');
  return { ...each, result: scored, place: place ?? null };
});
const input = (change: Partial<ListReportInput> = {}): ListReportInput => ({
  locale: 'en',
  asOf,
  engineVersion,
  list: { name: 'Herbst & Winter.csv', sha256: 'ab'.repeat(32), sheet: null, rows: 7, refused: 1, warned: 0 },
  refusedFirst: [{ row: 8, column: 'Land', text: '“Atlantis” is not a recognized country.' }],
  suppliers,
  ...change,
});
const reports = {
  english: buildListReport(input()),
  french: buildListReport(input({ locale: 'fr' })),
  empty: buildListReport(
    input({
      suppliers: [],
      refusedFirst: [],
      list: { name: 'a.csv', sha256: 'cd'.repeat(32), sheet: 'A', rows: 0, refused: 0, warned: 0 },
    }),
  ),
};
const file = (name: keyof typeof reports) => path.join(folder, `${name}.pdf`);

beforeAll(async () => {
  for (const name of ['english', 'french', 'empty'] as const) writeFileSync(file(name), await renderListReport(reports[name]));
});

describe('the model', () => {
  test('does not depend on the order of suppliers', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(suppliers, { minLength: suppliers.length }), (shuffled) => {
        expect(buildListReport(input({ suppliers: shuffled }))).toEqual(reports.english);
      }),
      { numRuns: 5 },
    );
  });

  test('every supplier is in one band or has no country, and reaches at least its own band', () => {
    const { bands, scored, suppliers: all, top, notScoredFirst } = reports.english;
    expect(bands.reduce((sum, each) => sum + each.suppliers, 0)).toBe(scored);
    for (const { suppliers: own, possible } of bands) expect(possible).toBeGreaterThanOrEqual(own);
    expect(all - scored).toBe(2);
    expect(notScoredFirst.map(({ name }) => name)).toEqual(['শ্রমিক কল্যাণ পোশাক কারখানা', 'Sine nomine']);
    expect(top.map(({ score }) => score)).toEqual([...top].map(({ score }) => score).sort((a, b) => b - a));
    for (const { rankBest, rankWorst } of top)
      expect([1 <= rankBest, rankBest <= rankWorst, rankWorst <= scored]).toEqual([true, true, true]);
    expect(top.reduce((sum, { inRiskiestTenth }) => sum + inRiskiestTenth, 0)).toBeCloseTo(1, 9);
  });

  test('lists each type of alert once, and rejects a score that was not placed with its list', () => {
    const doubled = [...alerts, { kind: 'listed-entity' as const, isToBeConfirmed: false }];
    const { top } = buildListReport(input({ suppliers: suppliers.map((each) => ({ ...each, alerts: doubled })) }));
    expect(top[0]?.alerts).toEqual([
      { kind: 'listed-entity', isToBeConfirmed: false },
      { kind: 'listed-good', isToBeConfirmed: false },
    ]);
    expect(() => buildListReport(input({ suppliers: suppliers.map((each) => ({ ...each, place: null })) }))).toThrow(RangeError);
  });
});

test('the same report gives the same bytes', async () => {
  expect((await renderListReport(reports.english)).equals(readFileSync(file('english')))).toBe(true);
});

describe.skipIf(!hasTool('pdftotext', '-v'))('the text of the PDF (needs poppler: skipped where it is missing)', () => {
  const textOf = (name: keyof typeof reports) => runTool('pdftotext', '-layout', file(name), '-').text;

  test('shows suppliers, scores, certainty, unscored suppliers, omissions and sources', () => {
    const text = textOf('english');
    for (const words of [
      'Herbst & Winter.csv',
      'Công ty CP May Nguyễn',
      '深圳市 <B&W>',
      'Egypt and 1 more',
      'without a known country',
      'cannot be distinguished',
      'Listed',
      'confirmed)',
      'Child labour',
      'Atlantis',
      'Land',
      'CC BY 4.0',
      'No reliable register',
      'Update status of the lists behind the alerts',
      'Listed entities: complete to',
      reports.english.hash,
    ])
      expect(text).toContain(words);
    expect(text.replace(/\s+/g, ' ')).toContain('changes are probably missing');
    for (const { score, rankBest, rankWorst } of reports.english.top)
      for (const part of [String(shownScore(score)), rankBest === rankWorst ? `${rankBest}` : `${rankBest}–${rankWorst}`])
        expect(text).toContain(part);
  });

  test('is French throughout, and prints nothing for an empty list', () => {
    expect(textOf('french')).toContain('Fournisseurs sans score');
    expect(textOf('french').replace(/\s+/g, ' ')).toContain('modifications manquent probablement');
    expect(textOf('french')).not.toContain('without a score');
    expect(textOf('empty')).toContain('No supplier is scored.');
  });

  test('renders a report from before the lists were included, without them', async () => {
    const { lists: _, ...before } = reports.english;
    const old = path.join(folder, 'old.pdf');
    writeFileSync(old, await renderListReport(before));
    expect(runTool('pdftotext', '-layout', old, '-').text).not.toContain('Update status of the lists');
  });

  test('is tagged and contains its content as JSON', () => {
    const tags = runTool('pdfinfo', '-struct', file('english')).text;
    for (const tag of [/H1/, /H2/, /THead/, /Figure/]) expect(tags).toMatch(tag);
    const attached = path.join(folder, 'attached.json');
    runTool('pdfdetach', '-save', '1', '-o', attached, file('english'));
    expect(JSON.parse(runTool('cat', attached).text)).toEqual(reports.english);
  });
});

describe('PDF/UA-1 and PDF/A-3a', () => {
  test.skipIf(!hasVeraPdf && process.env.REQUIRE_VERAPDF !== '1')(
    'veraPDF finds nothing (skipped where Java or libjaxb-java is missing)',
    async () => {
      const names = isThorough ? (['english', 'french', 'empty'] as const) : (['english'] as const);
      const { text, code } = await runVeraPdf('ua1,3a', ...names.map(file));
      expect(text.match(/compliant=true/g) ?? [], text).toHaveLength(names.length * 2);
      expect(code).toBe(0);
    },
    240_000,
  );
});
