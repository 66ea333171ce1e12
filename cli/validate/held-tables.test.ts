import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareTables } from '../../scoring/validation/make-report.ts';
import { validationReport } from '../../scoring/validation/read-report.ts';
import { validationReportSchema } from '../../scoring/validation/schema.ts';
import { readFolder } from './held-tables.ts';
import { printReport } from './print-report.ts';

const asOf = '2026-06-20';
const folderOf = (files: Record<string, string>) => {
  const folder = mkdtempSync(join(tmpdir(), 'held-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

describe('tables of a folder', () => {
  it('are read where we know them, turned so that higher is worse, by country', () => {
    const folder = folderOf({
      'cpi.csv':
        'iso3,year,cpi_score,standard_error,n_sources,confidence\nAFG,2022,24,1,5,confirmed\nAFG,2023,20,1,5,confirmed\nNOR,2023,84,1,5,confirmed\n',
      'gsi.csv': 'iso3,edition,prevalence_per_1000,vulnerability_total\nAFG,2018,22.2,93.9\nAFG,2023,13,86\nNOR,2023,,1\nZZZ,2023,5,5\n',
      'indicators.csv': 'iso3,indicator,value,bound\nBDI,agriculture_employment_pct,,80\nAFG,agriculture_employment_pct,51.63,\n',
    });
    const { tables } = readFolder(folder, asOf);
    const valuesOf = (id: string) => Object.fromEntries(tables.find((each) => each.id === id)?.values ?? []);
    expect(valuesOf('corruption-perceptions')).toEqual({ AF: -20, NO: -84 });
    expect(valuesOf('slavery-prevalence')).toEqual({ AF: 13 });
    expect(valuesOf('slavery-vulnerability')).toEqual({ AF: 86, NO: 1 });
    expect(valuesOf('agriculture-employment')).toEqual({ BI: 80, AF: 51.63 });
    expect(tables.every((each) => /^[0-9a-f]{64}$/.test(each.sha256))).toBe(true);
  });

  it('may be somebody’s own: a code and a value; others are passed over with the reason', () => {
    const folder = folderOf({ 'ours.csv': 'iso2,value\nAF,3\nNO,\n', 'notes.csv': 'name,remark\na,b\n', 'read.txt': 'x' });
    const { tables, passedOver } = readFolder(folder, asOf);
    expect(tables.map(({ id, terms, values }) => [id, terms, [...values]])).toEqual([['ours', 'own', [['AF', 3]]]]);
    expect(passedOver).toEqual(['notes.csv: no columns iso2 or iso3 with value']);
  });

  it('are refused when the folder is not there or a number is none', () => {
    expect(() => readFolder('/nowhere/at/all', asOf)).toThrow(/not there/);
    expect(() => readFolder(folderOf({ 'own.csv': 'iso2,value\nAF,many\n' }), asOf)).toThrow(/not a number/);
  });

  it('leave nothing but areas in the report, which prints', () => {
    const folder = folderOf({ 'ours.csv': 'iso2,value\nAF,3\nNO,1\nCN,2\nIN,2\nDE,1\nBR,1\n' });
    const compared = compareTables(readFolder(folder, asOf).tables, asOf);
    const report = validationReportSchema.parse({ ...validationReport(), compared });
    expect(compared.tables[0]?.rankings.map((each) => each.figure.countries)).toEqual([6, 6]);
    expect(printReport(report)).toContain('ours');
  });
});
