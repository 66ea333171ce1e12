import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderSupplierBrief } from '~/supply-chain/supplier-brief/render.server';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';
import { emptyBrief, longestBrief, supplierBrief } from './supplier-brief-input';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-supplier-briefs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => path.join(folder, `${name}.pdf`);
const locales = ['en', 'fr', 'es'] as const;
const briefs = {
  ...{ brief: supplierBrief, empty: emptyBrief },
  ...Object.fromEntries(locales.map((locale) => [`longest-${locale}`, longestBrief(locale)])),
};

beforeAll(async () => {
  for (const [name, brief] of Object.entries(briefs)) writeFileSync(file(name), await renderSupplierBrief(brief));
});

test('the same brief gives the same bytes; one whose numbers do not agree is refused', async () => {
  expect((await renderSupplierBrief(supplierBrief)).equals(await renderSupplierBrief(supplierBrief))).toBe(true);
  await expect(renderSupplierBrief({ ...supplierBrief, alerts: { ...supplierBrief.alerts, total: 9 } })).rejects.toThrow('do not agree');
  await expect(renderSupplierBrief({ ...supplierBrief, workers: { kind: 'exact', count: 3 } })).rejects.toThrow();
});

describe.skipIf(!hasTool('pdftotext', '-v'))('the text of the PDF (needs poppler: skipped where it is missing)', () => {
  const textOf = (name: string) => runTool('pdftotext', '-layout', file(name), '-').text.replace(/\s+/g, ' ');

  test.each(Object.keys(briefs))('%s has exactly one page, above its foot', (name) => {
    expect(runTool('pdfinfo', file(name)).text).toMatch(/Pages:\s+1\b/);
    const box = runTool('pdftotext', '-bbox', file(name), '-').text;
    const bottoms = [...box.matchAll(/yMin="([\d.]+)"[^>]*yMax="([\d.]+)"/g)].map(
      ([, top, bottom]) => [Number(top), Number(bottom)] as const,
    );
    expect(bottoms.length).toBeGreaterThan(20);
    // Every text ends above the rule of the foot, or is the foot.
    expect(bottoms.filter(([top, bottom]) => bottom > 792 && top < 792)).toEqual([]);
  });

  test('states verdict, score with interval and basis, alerts with sources, drivers, unknowns, open work, questions, contact and owner', () => {
    const text = textOf('brief');
    for (const words of [
      'Open critical finding: Retention of identity documents',
      'High. 90% interval 74 to',
      'US DOL, 30 Sep 2020',
      '+18.4',
      '−4 to +9',
      'Questions for the supplier',
      'critical · open since 6 Aug 2026',
      'due 20 Nov 2026 · 10 days late',
      'and one more',
      'Tomasz Zieliński',
    ])
      expect(text).toContain(words);
  });

  test('is marked as a working paper twice, and carries no data and no signature', () => {
    expect(textOf('brief').match(/working paper, not a report/gi)).toHaveLength(2);
    expect(runTool('pdfdetach', '-list', file('brief')).text).toMatch(/^0 embedded files/);
    expect(runTool('pdfsig', file('brief')).text).toContain('does not contain any signatures');
  });

  test('says how much of a list is left out', () => {
    const text = textOf('longest-en');
    for (const words of ['and 24 more', 'and 40 more', 'and 411 more', 'and 310 more']) expect(text).toContain(words);
  });

  test('of a supplier without records says so in each section', () => {
    const text = textOf('empty');
    for (const words of ['no score to rest on', 'fewer than 5', 'No alert applies', 'No corrective action is overdue', 'not assigned'])
      expect(text).toContain(words);
  });

  test('is tagged: one H1, a table with headers, lists, sections', () => {
    const tags = runTool('pdfinfo', '-struct-text', file('brief')).text;
    expect(tags.match(/^\s*H1\b/gm)).toHaveLength(1);
    for (const tag of ['Table', 'THead', 'TH', 'H2', 'L', 'LI', 'Lbl']) expect(tags).toMatch(new RegExp(`\\b${tag}\\b`));
  });
});

describe('PDF/UA-1 and PDF/A-3a', () => {
  test.skipIf(!hasVeraPdf && process.env.REQUIRE_VERAPDF !== '1')(
    'veraPDF finds nothing (skipped where Java or libjaxb-java is missing)',
    async () => {
      const { text, code } = await runVeraPdf('ua1,3a', file('brief'), file('longest-fr'), file('empty'));
      expect(text.match(/compliant=true/g) ?? [], text).toHaveLength(6);
      expect(code).toBe(0);
    },
    240_000,
  );
});
