import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { fieldLabel, valueLabel } from '~/activity-log/change-labels';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { factLabel } from './reported/fact-text';
import { arrangeFacts } from '~/risk/supplier-report/assessment-report/arrange-facts';
import { fieldName } from '~/suppliers/import/field-labels';
import { type Field, fields as columns } from '~/suppliers/import/pipeline/fields';
import { mapColumns } from '~/suppliers/import/pipeline/map-columns.server';
import { planFacts } from '~/suppliers/import/pipeline/plan-facts';
import { validateTable } from '~/suppliers/import/pipeline/validate.server';
import { exportedFacts } from '~/suppliers/registry/exported-facts';
import { factColumns } from '~/suppliers/facts/fact-columns';
import { isFactField, isFactValue } from '~/suppliers/facts/fact-fields';
import { projectFacts } from '~/suppliers/facts/project-facts';
import { supplierCells, supplierHead } from '~/suppliers/registry/supplier-cells';
import { supplierFormSchema } from '~/suppliers/registry/supplier-form';
import { SupplierFormFields } from '~/suppliers/registry/supplier-form-fields';
import { siteFormSchema } from '~/suppliers/sites/site-form';
import { SiteFormFields } from '~/suppliers/sites/site-form-fields';
import { shownFact } from '~/suppliers/facts/shown-fact';

const key = 'nightShiftShare';
const isNew = (field: Field | string) => field === key;

vi.mock('~/suppliers/fields/index', async (original) => {
  const index = await original<typeof import('./index')>();
  const planted = await import('../../../tests/fixtures/planted-field');
  const field = { ...planted.field, column: ['supplier', 'site'], export: { heading: 'night_shift_share', order: 85 } };
  return { fields: { ...index.fields, nightShiftShare: field }, headersOf: { ...index.headersOf, nightShiftShare: planted.headers } };
});
vi.mock('@remix-run/react', async (original) => ({
  ...(await original<object>()),
  useFetcher: () => ({ data: null, load: () => null }),
  useActionData: () => undefined,
  useLoaderData: () => undefined,
}));

const inLanguage = <Result,>(locale: 'en' | 'fr' | 'es', read: () => Result): Result => {
  overwriteGetLocale(() => locale);
  const result = read();
  overwriteGetLocale(() => 'en');
  return result;
};
const edit = { recordKind: 'supplier', act: 'edit' };

describe('a field that only its definition and the index name', () => {
  test('is a fact, kept apart from values that do not fit it', () => {
    if (!isFactField(key)) throw new Error('is no fact');
    expect([isFactValue(key, 0.25), isFactValue(key, 1.5)]).toEqual([true, false]);
    const fact = { id: '1', values: { [key]: 0.25 }, recordedAt: new Date(0), sourceId: 's' };
    expect(projectFacts([fact])).toEqual({ [key]: { value: 0.25, sourceId: 's', recordedAt: new Date(0) } });
  });

  test('is in the forms of suppliers and sites, and read from them', () => {
    const parts = { failure: null, saved: Object.fromEntries([[key, 0.25]]) };
    const supplier = renderToStaticMarkup(<SupplierFormFields {...parts} sectors={[]} classify="/" />);
    const site = inLanguage('fr', () => renderToStaticMarkup(<SiteFormFields {...parts} />));
    expect(supplier).toMatch(/Night-shift workers, %<\/label>.*?name="nightShiftShare"[^>]*value="25"/);
    expect(site).toMatch(/Travailleurs de nuit, %<\/label>.*?name="nightShiftShare"[^>]*value="25"/);
    const sent = { name: 'Mill', [key]: '12,5' };
    expect(supplierFormSchema.parse(sent).values).toMatchObject({ [key]: 0.125 });
    expect(siteFormSchema.parse(sent).values).toMatchObject({ [key]: 0.125 });
    expect(supplierFormSchema.safeParse({ name: 'Mill', [key]: '120' }).success).toBe(false);
  });

  test('has its label in the history, with a value as text', () => {
    expect(fieldLabel(edit, key)).toBe('Night-shift workers');
    expect(inLanguage('es', () => fieldLabel(edit, key))).toBe('Trabajadores del turno de noche');
    expect(valueLabel(edit, key, 0.125)).toBe('12.5%');
    expect(shownFact(key, 0.01, 100)).toBe('under-5');
  });

  test('is mapped from a list by a header of two languages, cleaned and recorded', () => {
    expect(columns.filter(isNew)).toHaveLength(1);
    const header = ['Supplier', 'Country', 'Nachtschicht'];
    const rows = [{ rowNumber: 2, cells: ['Alpha', 'VN', '12,5 %'] }];
    const mapped = mapColumns(header, rows).map(({ field }) => field);
    expect([mapped.findIndex(isNew), mapColumns(['Night Shift Workers'], rows)[0]?.field]).toEqual([2, key]);
    expect(mapColumns(['Anteil Nachtschicht 2026'], rows)[0]?.field).toBe(key);
    expect(inLanguage('fr', () => mapped.map(fieldName))[2]).toBe('Travailleurs de nuit');
    const [row] = validateTable({ header, rows, problems: [] }, { columns: mapped, defaults: {} });
    if (!row?.record) throw new Error('is not read');
    const { facts } = planFacts([{ rowNumber: 2, record: row.record, supplierKey: 'a', siteKey: 'b' }]);
    expect(facts.find(({ subjectKey }) => subjectKey === 'b')?.values).toMatchObject({ [key]: 0.125 });
    const [wrong] = validateTable(
      { header, rows: [{ rowNumber: 2, cells: ['Alpha', 'VN', '-3 %'] }], problems: [] },
      { columns: mapped, defaults: {} },
    );
    expect(wrong?.problems).toMatchObject([{ field: key, code: 'negative-number' }]);
  });

  test('is in its column of the database, and from there in exported files', () => {
    expect(factColumns('supplier', 'v')).toContainEqual({ column: `"${key}"`, value: `(v->>'${key}')::numeric` });
    expect(exportedFacts).toContainEqual(expect.objectContaining({ key, sqlType: 'numeric' }));
    const facts = { country: 'VN', sector: null, declaredTier: null, annualSpend: null, workers: 90, [key]: 0.25 };
    const score = {
      scoreStatus: null,
      band: null,
      score: null,
      scoreLow: null,
      scoreHigh: null,
      basis: null,
      placeBest: null,
      placeWorst: null,
    };
    const more = { inRiskiestTenth: null, childScore: null, childBand: null, isStateImposed: null, alerts: [] };
    const cells = supplierCells({ publicId: 'A', name: 'Mill', tier: 1, ...facts, ...score, ...more }, {});
    const at = supplierHead.indexOf('night_shift_share');
    expect([supplierHead[at - 1], cells[at]]).toEqual(['workers', 0.25]);
  });

  test('is listed in a report, with its source, and no small group', () => {
    const sources = { s: { kind: 'entered', on: '2026-01-01' } } as const;
    const others = Object.fromEntries([[key, { value: 0.25, source: 's' }]]);
    const listed = arrangeFacts({ workers: { value: 400 } }, sources, { locale: 'en', others });
    expect(listed.facts.map(({ field, value, source }) => [field, value, source])).toEqual([
      ['workers', { kind: 'people', count: 400 }, null],
      [key, { kind: 'share', share: 0.25 }, 1],
    ]);
    expect(factLabel(key, { locale: 'es' })).toBe('Trabajadores del turno de noche');
    expect(arrangeFacts({ workers: { value: 12 } }, sources, { locale: 'en', others }).facts[1]?.value).toEqual({ kind: 'few' });
  });
});

test('takes two files: nothing but its own and the index names a field without rules of its own', () => {
  const isSource = (name: string) => /\.tsx?$/.test(name) && !/\.test\.|^access\/generated|^paraglide/.test(name);
  const sources = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(isSource);
  const naming = (field: string) =>
    sources.filter((name) => new RegExp(`\\b${field}\\b`).test(readFileSync(join('app', name), 'utf8'))).sort();
  expect(naming('recruitmentServices')).toEqual(['suppliers/fields/index.ts', 'suppliers/fields/recruitment-services.ts']);
  expect(naming('contractLanguages')).toEqual(['suppliers/fields/contract-languages.ts', 'suppliers/fields/index.ts']);
});
