import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrangeYear } from '~/lending/annual-report/arrange-year';
import { countYear } from '~/lending/annual-report/count-year';
import type { YearlyEntry } from '~/lending/annual-report/yearly-entry';
import { buildLenderReport } from '~/documents/frozen-documents/lender-report/model.server';
import { renderLenderReport, writeLenderReportJson } from '~/documents/frozen-documents/lender-report/render.server';
import type { LenderReport } from '~/documents/frozen-documents/lender-report/schema';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-lender-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => path.join(folder, `${name}.pdf`);

const entries = Array.from(
  { length: 60 },
  (_, at): YearlyEntry => ({
    ...{ id: `${at}`, number: `D-2026-${at}`, projectName: `Parc n° ${at} · مشروع`, product: 'project-finance', sector: 'power' },
    ...{ hostCountries: ['CL', 'PE'], on: '2026-05-01', category: 'A', region: 'americas', designation: 'non-designated' },
    ...{ independentReview: true, hasNameConsent: true, lacks: [] },
  }),
);
const counted = countYear(2026, entries);
if (counted.kind === 'refused') throw new Error('refused');
const yearly = arrangeYear(counted.table, { organization: 'A bank', today: '2026-11-28', left: { bridge: 2, outside: 1 } });
const base: Pick<LenderReport, 'locale' | 'preparedAt' | 'organization' | 'publicUrl' | 'state' | 'data'> = {
  ...{ locale: 'en', preparedAt: '2026-11-28T12:00:00.000Z', organization: { name: 'A bank' }, publicUrl: 'https://example.org' },
  ...{ state: 'frozen', data: { table: JSON.parse(JSON.stringify(counted.table)) } },
};
const report = buildLenderReport({ ...base, kind: 'yearly', document: yearly });
/** With more parts, contents, every type of block, and a text longer than a page. */
const long = buildLenderReport({
  ...{ ...base, state: 'draft', kind: 'due-diligence' },
  document: {
    ...{ title: 'Solar park', subtitle: 'Due diligence report D-2026-0001', head: 'Solar park', cover: yearly.cover },
    parts: Array.from({ length: 12 }, (_, at) => ({
      key: `part${at}`,
      title: `${at + 1} Part`,
      blocks: [
        { kind: 'heading', level: 2, text: 'Heading' },
        { kind: 'paragraph', text: 'Words of the record. '.repeat(at === 3 ? 700 : 20), isStrong: at === 0 },
        { kind: 'list', items: [{ lead: 'One', text: 'more' }, { lead: 'Two' }] },
        { kind: 'pairs', title: 'Facts', rows: [['A', 'B']] },
      ],
    })),
  },
});

beforeAll(async () => {
  writeFileSync(file('yearly'), await renderLenderReport(report));
  writeFileSync(file('long'), await renderLenderReport(long));
});

test('the same report gives the same bytes and hash; a changed word gives another', async () => {
  expect((await renderLenderReport(report)).equals(await renderLenderReport(report))).toBe(true);
  expect(buildLenderReport({ ...base, kind: 'yearly', document: yearly }).hash).toBe(report.hash);
  expect(buildLenderReport({ ...base, kind: 'yearly', document: { ...yearly, title: 'Other' } }).hash).not.toBe(report.hash);
});

describe.skipIf(!hasTool('pdftotext', '-v'))('the text of the PDF (needs poppler: skipped where it is missing)', () => {
  const textOf = (name: string) => runTool('pdftotext', '-layout', file(name), '-').text;

  test('contains the counts, the names and the hash; is tagged, with table headers', () => {
    const text = textOf('yearly');
    for (const words of ['Equator Principles report 2026', 'By independent review', 'Parc n° 59', report.hash])
      expect(text).toContain(words);
    expect(text).toMatch(/Total\s+60\s+0\s+0\s+60/);
    expect(runTool('pdfinfo', file('yearly')).text).toMatch(/Tagged:\s+yes/);
    const tags = runTool('pdfinfo', '-struct', file('yearly')).text;
    for (const tag of ['H1', 'H2', 'TH', 'L']) expect(tags).toMatch(new RegExp(`\\b${tag}\\b`));
  });

  test('a long one has contents and, as a draft, is marked as one', () => {
    expect(textOf('long')).toMatch(/Contents|CONTENTS/i);
    // The mark runs across the page, each letter a word of its own.
    const words = new Set(runTool('pdftotext', file('long'), '-').text.split(/\s+/));
    expect([...'DRAFT'].filter((email) => !words.has(email))).toEqual([]);
    const final = new Set(runTool('pdftotext', file('yearly'), '-').text.split(/\s+/));
    expect([...'DRFT'].filter((email) => final.has(email))).toEqual([]);
  });

  test('the data is attached as JSON', () => {
    const attached = path.join(folder, 'attached.json');
    runTool('pdfdetach', '-save', '1', '-o', attached, file('yearly'));
    expect(runTool('cat', attached).text).toBe(writeLenderReportJson(report));
  });
});

describe('PDF/UA-1 and PDF/A-3a', () => {
  test.skipIf(!hasVeraPdf && process.env.REQUIRE_VERAPDF !== '1')(
    'veraPDF finds nothing (skipped where Java or libjaxb-java is missing)',
    async () => {
      const { text, code } = await runVeraPdf('ua1,3a', file('yearly'), file('long'));
      expect(text.match(/compliant=true/g) ?? [], text).toHaveLength(4);
      expect(code).toBe(0);
    },
    240_000,
  );
});
