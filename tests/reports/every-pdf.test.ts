import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);
const sources = ['app', 'cli', 'server']
  .flatMap(filesIn)
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith('app/paraglide/'));

/** The modules that draw a kind of PDF. */
const renderers = sources.filter((file) => readFileSync(file, 'utf8').includes('new ReportDocument(')).sort();
const validated = filesIn('tests/reports')
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .filter((text) => text.includes("runVeraPdf('ua1,3a'") && text.includes('REQUIRE_VERAPDF'));

it('each kind of PDF is validated by veraPDF as PDF/UA-1 and PDF/A-3a, and by request the validation is never skipped', () => {
  expect(renderers.length).toBeGreaterThanOrEqual(10);
  const imported = (file: string) => `from '~/${file.slice('app/'.length, -'.ts'.length)}'`;
  expect(renderers.filter((file) => !validated.some((text) => text.includes(imported(file))))).toEqual([]);
});

it('no PDF is made in another way', () => {
  const others = sources.filter((file) => /new (PDFDocument|PDFKit)\b|PDFDocument\.create/.test(readFileSync(file, 'utf8')));
  expect(others).toEqual(['app/documents/pdf/report-document.server.ts']);
});
