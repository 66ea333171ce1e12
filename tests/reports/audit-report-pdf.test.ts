import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import { renderAuditReport, writeAuditReportJson } from '~/audits/report/audit-report/render.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { nationalLawOf, type VerificationMethod } from '#scoring';
import { showRequirement } from '~/audits/national-law/requirement';
import { checkValue } from '../factories/audit-values';
import { answered, auditReportInput, auditReportParts, makePhotos } from './audit-report-input';
import { isThorough } from '../setup/each-route';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-audit-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => path.join(folder, `${name}.pdf`);
const photos = await makePhotos(3);
const build = (changes: Parameters<typeof auditReportInput>[0] = {}) => {
  const input = auditReportInput(changes);
  return buildAuditReport({ ...input, record: { ...input.record, photos: photos.entries } });
};
/** Unless the run is thorough, only the language with the longest words, and lengths that end a page at its top and bottom. */
const sampled = <T>(all: readonly T[], few: readonly T[]): readonly T[] => (isThorough ? all : few);
const approved = build();
const draft = build({ state: 'draft', locale: 'fr' });

beforeAll(async () => {
  for (const kind of auditReportKinds) writeFileSync(file(kind), await renderAuditReport({ model: approved, kind, photos: photos.files }));
  writeFileSync(file('draft'), await renderAuditReport({ model: draft, kind: 'full', photos: new Map() }));
});

test('the same report gives the same bytes', async () => {
  const draw = () => renderAuditReport({ model: approved, kind: 'plan', photos: photos.files });
  expect((await draw()).equals(await draw())).toBe(true);
});

describe.skipIf(!hasTool('pdftotext', '-v'))('the text of the PDF (needs poppler: skipped where it is missing)', () => {
  const textOf = (name: string, ...flags: string[]) => runTool('pdftotext', ...flags, file(name), '-').text;

  test('its headings are in the order of its parts (A37, A40)', () => {
    const lines = textOf('full')
      .split('\n')
      .map((line) => line.trim());
    // The table of contents names each part once before it begins.
    const found = auditReportParts.map((title) => lines.findLastIndex((line) => line.startsWith(title)));
    expect(found.filter((place) => place < 0)).toEqual([]);
    expect([...found].sort((a, b) => a - b)).toEqual(found);
  });

  test('prints interviews only in ranges, and a topic only where five or more raised it', () => {
    const text = textOf('full', '-layout').replace(/\s+/g, ' ');
    expect(text).toContain('Workers interviewed: 20–24.');
    expect(text).not.toContain('Workers interviewed: 20.');
    // One person called hours a serious concern.
    expect(text).toMatch(/Hours and overtime raised by fewer than 5 people/);
    const attached = JSON.stringify(JSON.parse(writeAuditReportJson(approved).toString()).interviews);
    expect(attached).toContain('{"from":20,"to":24}');
    expect(attached).not.toMatch(/"(?!from|to)[\w-]+":[1-9]/);
  });

  test('is tagged: title, headings of three levels, table headers, figures with a text', () => {
    expect(runTool('pdfinfo', file('full')).text).toMatch(/Tagged:\s+yes/);
    expect(runTool('pdfinfo', file('full')).text).toMatch(/Title:\s+.*Audit report · 2026-0014/);
    const tags = runTool('pdfinfo', '-struct', file('full')).text;
    for (const tag of ['H1', 'H2', 'H3', 'TH', 'Figure', 'Link']) expect(tags).toMatch(new RegExp(`\\b${tag}\\b`));
  });

  test('a cited article is a link that opens it, and photos and signatures have a text alternative', () => {
    expect(runTool('qpdf', '--json', file('full')).text).toContain('https://example.org/labour-code#20');
    expect(runTool('qpdf', '--json', file('full')).text).toContain('Handwritten signature: General manager');
    expect(runTool('pdfimages', '-list', file('full')).text.match(/jpeg/g)).toHaveLength(3);
  });

  test('the whole report on an audit by edition two has at most 30 pages', async () => {
    const checklist = answered('better-work-cat@2.0.0', {
      locale: 'en',
      words: Array.from({ length: 40 }, (_, index) => (index === 7 ? 'not-compliant' : index === 20 ? 'not-assessed' : 'compliant')),
      also: { 'BW.SI.a': 540, 'BW.SI.b': 580, 'BW.SI.h': 'no', 'BW.SI.i': 'no', 'BW.SI.k': 'no', 'BW.UN.a': 'no', 'BW.UN.h': 'no' },
    });
    const sources = {
      methods: ['documents', 'workers', 'observation'] as VerificationMethod[],
      interviews: ['individual' as const, 'group' as const],
    };
    const checks = new Map(Object.keys(checklist.answers).map((key) => [key, checkValue('compliant', { ...sources, agreement: 'agree' })]));
    const rows = nationalLawOf('MY', '2026-12-01').slice(0, 30);
    const keys = Object.keys(checklist.answers);
    const byQuestion = Object.fromEntries(rows.map((row, index) => [keys[index * 9] ?? '', [showRequirement(row)]]));
    const input = auditReportInput({ checklist, law: { country: 'MY', on: '2026-12-01', byQuestion } });
    const model = buildAuditReport({ ...input, record: { ...input.record, checks, photos: photos.entries } });
    writeFileSync(file('edition-two'), await renderAuditReport({ model, kind: 'full', photos: photos.files }));
    const [, pages] = /Pages:\s+(\d+)/.exec(runTool('pdfinfo', file('edition-two')).text) ?? [];
    expect(Number(pages)).toBeLessThanOrEqual(30);
    expect(Number(pages)).toBeGreaterThan(15);
  });

  test('prints hostile names unchanged', () => {
    for (const name of ['Công ty CP May Nguyễn', 'Nordic Apparel & Sons <x>', 'Shirts & trousers']) expect(textOf('full')).toContain(name);
  });

  test('the summary has two pages, however many findings there are; pages are numbered', async () => {
    for (const locale of sampled(['en', 'fr', 'es'] as const, ['fr'] as const))
      for (const findings of sampled([4, 60], [60])) {
        const input = auditReportInput({ locale }, { findings });
        const long = input.record.findings.map(({ id, value }) => ({
          id,
          value: { ...value, question: id.endsWith('1') ? null : value.question, what: 'A long tale. '.repeat(40) },
        }));
        const model = buildAuditReport({ ...input, record: { ...input.record, findings: long } });
        writeFileSync(file('long'), await renderAuditReport({ model, kind: 'summary', photos: new Map() }));
        expect(runTool('pdfinfo', file('long')).text, `${locale}, ${findings}`).toMatch(/Pages:\s+2\b/);
      }
    expect(runTool('pdfinfo', file('summary')).text).toMatch(/Pages:\s+2\b/);
    expect(textOf('summary')).toContain('Page 2 of 2');
  });

  /** Headings and texts of a page with their lower edge, from its top. */
  const endsOn = (name: string, page: number) =>
    [...textOf(name, '-bbox', '-f', String(page), '-l', String(page)).matchAll(/yMax="([\d.]+)">([^<]*)</g)].map(([, y, word]) => ({
      y: Number(y),
      word,
    }));

  test('the contents end above the foot of their page, however many lines they have', async () => {
    for (const locale of sampled(['en', 'fr', 'es'] as const, ['fr'] as const)) {
      writeFileSync(file('contents'), await renderAuditReport({ model: build({ locale }), kind: 'full', photos: new Map() }));
      const words = endsOn('contents', 2);
      const foot = Math.max(...words.map(({ y }) => y));
      const listed = words.filter(({ y }) => y < foot - 8);
      expect(listed.length).toBeGreaterThan(100);
      expect(Math.max(...listed.map(({ y }) => y)), locale).toBeLessThan(772);
    }
  });

  test('a heading is on the page of its table, however high the first row is', async () => {
    const input = auditReportInput();
    for (const length of sampled([10, 30, 50, 70], [30, 70])) {
      const found = input.record.findings.map(({ id, value }) => ({ id, value: { ...value, what: 'A long tale. '.repeat(length) } }));
      const model = buildAuditReport({ ...input, record: { ...input.record, findings: found } });
      writeFileSync(file('headed'), await renderAuditReport({ model, kind: 'plan', photos: new Map() }));
      const pages = textOf('headed')
        .split('\f')
        .map((page) => page.replace(/\s+/g, ' '));
      expect(
        pages.find((page) => page.includes('Findings and actions')),
        String(length),
      ).toContain('NC-1');
    }
  });

  test('signatures are beside each other, on one page with their heading, wherever the page ends above them', async () => {
    const input = auditReportInput();
    const [first] = input.record.signatures;
    if (first === undefined) throw new Error('nobody has signed');
    const signatures = [
      first,
      { ...first, by: 'Lead auditor', says: '' },
      { ...first, by: 'Worker representative', says: '', strokes: [] },
    ];
    for (const length of sampled([5, 15, 25, 35, 45, 55], [15, 35, 55])) {
      const found = input.record.findings.map(({ id, value }) => ({ id, value: { ...value, what: 'A long tale. '.repeat(length) } }));
      const model = buildAuditReport({ ...input, record: { ...input.record, findings: found, signatures } });
      writeFileSync(file('signed-off'), await renderAuditReport({ model, kind: 'plan', photos: new Map() }));
      const pages = textOf('signed-off').split('\f');
      const page = 1 + pages.findIndex((text) => text.includes('A signature confirms'));
      for (const said of ['Signatures', 'The results were discussed', 'Lead auditor', 'Signed on a separate sheet.'])
        expect(pages[page - 1], `${length}: ${said}`).toContain(said);
      // The names end at the same height, side by side.
      const words = endsOn('signed-off', page);
      const names = ['Lead', 'Worker'].map((name) => words.filter(({ word }) => word === name).at(-1)?.y);
      expect(names[0], String(length)).toBe(names[1]);
    }
  });

  test('a draft is marked on every page in its language, is French throughout, and reveals nothing of interviews', () => {
    // Rotated text is extracted letter by letter.
    const marked = (name: string, emails: string) =>
      textOf(name, '-bbox')
        .split('<page ')
        .slice(1)
        .map((page) => [...emails].filter((email) => page.includes(`>${email}</word>`)).length);
    expect(new Set(marked('draft', 'PROJET'))).toEqual(new Set([6]));
    expect(Math.max(...marked('full', 'PROJET'))).toBeLessThan(6);
    expect(textOf('draft')).not.toMatch(/interrogés\s:\s*\d/);
    expect(textOf('full')).toMatch(/Workers interviewed: 20/);
    for (const words of ['Résultats par clause', 'Un indicateur n’est jamais une preuve'])
      expect(textOf('draft').replace(/\s+/g, ' ')).toContain(words);
  });

  test('the data is attached as JSON', () => {
    const attached = path.join(folder, 'attached.json');
    runTool('pdfdetach', '-save', '1', '-o', attached, file('better-work'));
    expect(runTool('cat', attached).text).toBe(writeAuditReportJson(approved));
  });
});

describe('PDF/UA-1 and PDF/A-3a', () => {
  test.skipIf(!hasVeraPdf && process.env.REQUIRE_VERAPDF !== '1')(
    'veraPDF finds nothing (skipped where Java or libjaxb-java is missing)',
    async () => {
      // Unless the run is thorough: the longest form, marked as a draft.
      const names = isThorough ? [...auditReportKinds, 'draft'] : ['draft'];
      const { text, code } = await runVeraPdf('ua1,3a', ...names.map(file));
      expect(text.match(/compliant=true/g) ?? [], text).toHaveLength(names.length * 2);
      expect(code).toBe(0);
    },
    240_000,
  );
});
