import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assess, type PlacedFacts } from '#scoring';
import { buildAssessmentReport } from '~/risk/supplier-report/assessment-report/model.server';
import { renderAssessmentReport, writeReportJson } from '~/risk/supplier-report/assessment-report/render.server';
import { isThorough } from '../setup/each-route';
import { reportInput } from './report-input';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scored = buildAssessmentReport(reportInput());
const french = buildAssessmentReport(reportInput({ locale: 'fr' }));
const scripts =
  'အလုပ်သမား · แรงงาน · កម្មករ · தொழிலாளர் · 노동자 · שלום · ሠራተኛ · მუშა · աշխատող · ແຮງງານ · කම්කරු · కార్మికుడు · કામદાર · ਮਜ਼ਦੂਰ · ಕಾರ್ಮಿಕ · തൊഴിലാളി';
const unscored = buildAssessmentReport(
  reportInput({
    facts: {},
    questionnaire: null,
    findings: [],
    lowering: null,
    assessed: assess({
      asOf: '2026-11-24',
      facts: {},
      overrides: [{ id: 'a', code: 'O3', evidence: 'document-checked', since: '2026-11-02', reason: 'Age documents were checked.' }],
    }),
    organization: { name: `${scripts} 🧵` },
    supplier: { name: 'شركة النسيج «دلتا» (B&W) 1998', publicId: 'MNT-1', country: null, sites: [] },
  }),
);
const withLedger: PlacedFacts = {
  countries: { value: ['MY'] },
  migrantShare: { value: 0.48, source: 'row-17', from: { sites: 1 }, setAside: [{ value: 0.18, because: 'better-for-workers' }] },
  migrantOrigins: { value: ['NP'] },
  recruitmentCost: { value: 3.2, corridors: ['NP-MY'], ledger: { corridor: 'NP-MY', recruiter: 'Himal Overseas' } },
};
const ledger = buildAssessmentReport(
  reportInput({
    ...{ locale: 'fr', facts: withLedger, questionnaire: null, findings: [], lowering: null },
    assessed: assess({ asOf: '2026-11-24', facts: withLedger }),
  }),
);
const reports = { scored, french, unscored, ledger };
const file = (name: keyof typeof reports) => path.join(folder, `${name}.pdf`);

beforeAll(async () => {
  for (const name of ['scored', 'french', 'unscored', 'ledger'] as const)
    writeFileSync(file(name), await renderAssessmentReport(reports[name]));
});

test('the same report gives the same bytes', async () => {
  expect((await renderAssessmentReport(scored)).equals(readFileSync(file('scored')))).toBe(true);
});

describe.skipIf(!hasTool('pdftotext', '-v'))('the text of the PDF (needs poppler: skipped where it is missing)', () => {
  const read = new Map<string, string>();
  const textOf = (name: keyof typeof reports) => {
    const text = read.get(name) ?? runTool('pdftotext', '-layout', file(name), '-').text;
    read.set(name, text);
    return text;
  };

  test('prints names in every script unchanged', () => {
    const text = textOf('scored');
    for (const name of ['Công ty CP May Nguyễn', 'Xưởng Bình Dương', '深圳市', 'শ্রমিক কল্যাণ পোশাক কারখানা', 'Nordic Apparel & Sons <x>'])
      expect(text).toContain(name);
    for (const name of ['แรงงาน', '노동자', 'שלום', 'ሠራተኛ', 'მუშა', 'աշխատող', 'ແຮງງານ', 'කම්කරු', 'కార్మికుడు', 'કામદાર', '[U+1F9F5]'])
      expect(textOf('unscored')).toContain(name);
  });

  test('debt bondage shows labour recruiter, corridor and months of pay, and a fact shows the one it was chosen over', () => {
    const text = textOf('ledger').replace(/\s+/g, ' ');
    expect(text).toMatch(/Népal vers Malaisie, coûts enregistrés pour .?Himal Overseas.? ?: 3,2 mois de salaire/);
    expect(text).toMatch(/\(écarté\)/);
  });

  test('the tags name headings, tables and figures, and names that run right to left keep their words', () => {
    const tags = runTool('pdfinfo', '-struct', file('scored')).text;
    expect(tags).toMatch(/H1/);
    expect(tags).toMatch(/THead/);
    expect(tags).toMatch(/Figure/);
    for (const word of ['مصنع', 'النسيج', '12']) expect(textOf('scored')).toContain(word);
  });

  test('every required part is present', () => {
    const text = textOf('scored');
    const { result, hash } = scored;
    if (result.status !== 'scored') throw new Error('expected a score');
    expect(text).not.toMatch(/residual|confidence/i);
    for (const part of [result.lines.inherent, result.lines.findingsUplift, result.score]) expect(text).toContain(part.toFixed(1));
    for (const words of [
      'First actions',
      'Method and limits',
      'Lieferanten Herbst & Winter.csv',
      'fewer than 5 people',
      'CC BY 4.0',
      'P10.Q4',
      'R4.world-odds',
      'times the odds of forced labour of the average worker',
      'of workers',
      'Child labour score',
      'State-imposed forced labour',
      'Answers that would lower the score',
      'Made by method 1.3.0 on 20 Nov 2025; not comparable',
      hash,
    ]) {
      expect(text).toContain(words);
    }
    expect(textOf('unscored')).toContain('is not scored');
  });

  test('a critical override is named where there is no score, and overrides are omitted where there are none', () => {
    expect(textOf('unscored')).toContain('Critical overrides');
    expect(textOf('unscored')).toMatch(/O3[\s\S]*floor 90, since 2 Nov 2026/);
    expect(textOf('scored').split('Method and limits')[0]).not.toContain('since 2 Nov 2026');
  });

  test('French is French throughout', () => {
    const text = textOf('french');
    for (const words of [
      'Premières actions',
      'Score de risque',
      'Réponses qui abaisseraient le score',
      'moins de 5 personnes',
      'Page 2 sur',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('First actions');
  });

  test('the report is attached as JSON, and its properties identify it', () => {
    const attached = path.join(folder, 'attached.json');
    runTool('pdfdetach', '-save', '1', '-o', attached, file('scored'));
    expect(runTool('cat', attached).text).toBe(writeReportJson(scored));
    const properties = runTool('pdfinfo', file('scored')).text;
    expect(properties).toMatch(/Tagged:\s+yes/);
    expect(properties).toMatch(/Title:\s+Công ty CP May Nguyễn: forced-labour risk assessment/);
    expect(properties).toMatch(/Author:\s+Nordic Apparel & Sons <x>/);
  });

  test('every font is embedded and can be copied from', () => {
    const rows = runTool('pdffonts', file('unscored')).text.trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) expect(row).toMatch(/yes yes yes/);
  });
});

describe.skipIf(!hasTool('qpdf', '--version'))('the file by qpdf (skipped where qpdf is missing)', () => {
  test('is valid', () => {
    for (const name of ['scored', 'french', 'unscored'] as const) expect(runTool('qpdf', '--check', file(name))).toMatchObject({ code: 0 });
  });

  test('stores text that runs right to left in reading order beside its glyphs', () => {
    expect(runTool('qpdf', '--json', file('scored')).text).toContain('"/ActualText": "u:مصنع النسيج (الإسكندرية) 12 "');
  });
});

describe('PDF/UA-1 and PDF/A-3a', () => {
  test.skipIf(!hasVeraPdf && process.env.REQUIRE_VERAPDF !== '1')(
    'veraPDF finds nothing (skipped where Java or libjaxb-java is missing)',
    async () => {
      // Unless the run is thorough, one report in every script: one with a score is checked with its signature (`signature.test.ts`).
      const names = isThorough ? (['scored', 'french', 'unscored'] as const) : (['unscored'] as const);
      const { text, code } = await runVeraPdf('ua1,3a', ...names.map(file));
      expect(text.match(/compliant=true/g) ?? [], text).toHaveLength(names.length * 2);
      expect(code).toBe(0);
    },
    240_000,
  );
});
