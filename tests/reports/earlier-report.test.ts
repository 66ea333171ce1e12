import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import '~/registrations.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { renderAssessmentReport } from '~/risk/supplier-report/assessment-report/render.server';
import { reportHash } from '~/documents/verification/report-hash.server';
import { type StoredReport, storedReportSchema } from '~/risk/supplier-report/assessment-report/stored-schema';
import { hasTool, runTool } from './run-tool';

/** Frozen by method 1.3.0 and never written again, byte for byte. */
const stored: Record<string, unknown> = JSON.parse(readFileSync(new URL('./earlier-report.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(path.join(tmpdir(), 'manumit-earlier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let report: StoredReport;
let drawn: Buffer;
beforeAll(async () => {
  report = storedReportSchema.parse(stored);
  drawn = await renderAssessmentReport(report);
});

test('reads a report of method 1 in full, and its hash is the one it was frozen with', () => {
  expect(report.format).toBe('assessment-report/1');
  expect(reportHash(report)).toBe(stored.hash);
});

test('is rendered, and rendered again from its embedded data the file is the same', async () => {
  expect(await checkFile(drawn)).toMatchObject({ isIntact: true, report: 'assessment', document: { pages: 'same', findings: [] } });
});

test.skipIf(!hasTool('pdftotext', '-v'))('prints every figure unchanged, and that it is not comparable (needs poppler)', () => {
  const file = path.join(folder, 'earlier.pdf');
  writeFileSync(file, drawn);
  const { text } = runTool('pdftotext', '-layout', file, '-');
  for (const words of [
    'Made by method 1.3.0 as of 24 Nov 2026. This score is not comparable with scores of method 2.',
    '80 of 100, severe; most likely between 80 (severe) and 80 (severe)',
    'Low confidence; 82% of the weight of the inherent components is known',
    '61 of 100, elevated, as of 20 Nov 2025 (method 0.9.0)',
    'Typical for country and sector: 55',
    '4 of 57 control',
    'floor 80, since 2 Nov 2026',
    'Depending on the answer, it adds between 0 and 8 points.',
    'The interval (R8) covers all unknowns at their best and at their worst',
    'R4.weights',
    String(stored.hash),
  ])
    expect(text.replace(/\s+/g, ' ')).toContain(words);
  for (const [line, points] of [
    ['Country', '+11.7'],
    ['Recruitment debt', '+4.0'],
    ['Inherent risk', '60.0'],
    ['Wages and deductions', '−0.5'],
    ['After controls', '59.2'],
    ['Findings', '+3.4'],
    ['Residual risk', '80.0'],
  ])
    expect(text).toMatch(new RegExp(`${line} +${points?.replace('+', '[+]')}`));
});
