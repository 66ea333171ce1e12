import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { fields as columns } from '~/suppliers/import/pipeline/fields';
import { headerWords } from '~/suppliers/import/pipeline/header-words';
import { mapColumns } from '~/suppliers/import/pipeline/map-columns.server';
import { planFacts } from '~/suppliers/import/pipeline/plan-facts';
import { validateTable } from '~/suppliers/import/pipeline/validate.server';
import { exportedFacts } from '~/suppliers/registry/exported-facts';
import { isFactValue } from '~/suppliers/facts/fact-fields';
import { FieldControls } from '~/suppliers/facts/field-control';
import { projectFacts, valuesOfProjection } from '~/suppliers/facts/project-facts';
import { supplierCells, supplierHead } from '~/suppliers/registry/supplier-cells';
import { readSpend, writeSpend } from './definition/spend-text';
import type { FieldDefinition, PartyKind } from './definition/define-field';
import { importColumns } from './definition/import-columns';
import { formShape, valuesOfForm } from './definition/party-form';
import { definitions, formFields } from './definition/read-fields';

vi.mock('@remix-run/react', async (original) => ({
  ...(await original<object>()),
  useFetcher: () => ({ data: null, load: () => null }),
  useActionData: () => undefined,
  useLoaderData: () => undefined,
}));

const names = fc.stringMatching(/^Mill( [A-Za-zäé&'<"]{1,6}){0,3}$/);
const countries = fc.constantFrom('VN', 'BD', 'NP');
const group = fc.oneof(fc.integer({ min: 5, max: 2_000 }), fc.constantFrom(0, 'under-5', 'withheld'));
const kinds: PartyKind[] = ['supplier', 'site', 'labourRecruiter'];

/** Values of a field, by its type. */
function valuesOf({ key, type }: FieldDefinition): fc.Arbitrary<unknown> {
  const someOf = (items: readonly string[]) => fc.subarray([...items], { minLength: type.linesToItems ? 0 : 1 });
  const types: Record<string, () => fc.Arbitrary<unknown>> = {
    country: () => countries,
    sector: () => fc.constantFrom('14', '1410'),
    people: () => fc.integer({ min: 0, max: 10_000_000 }),
    share: () => fc.integer({ min: 0, max: 1_000_000 }).map((parts) => parts / 1e6),
    number: () => fc.integer({ min: 1, max: 10 }),
    degrees: () => fc.integer({ min: 1, max: 89_000_000 }).map((parts) => parts / 1e6),
    group: () => group,
    'groups-by-country': () => fc.dictionary(countries, group, { minKeys: 1 }),
    choice: () => fc.constantFrom(...Object.keys(type.choices ?? {})),
    choices: () => someOf(Object.keys(type.choices ?? {})),
    countries: () => someOf(['BD', 'NP', 'VN']),
    languages: () => someOf(['en', 'hi', 'ne']),
    products: () => fc.array(fc.stringMatching(/^[a-z]{3,8} yarn$/), { maxLength: 3 }),
    spend: () =>
      fc
        .tuple(fc.constantFrom('EUR', 'USD', 'BDT'), fc.integer({ min: 0, max: 1e11 }), fc.constantFrom(null, 2025))
        .map(([currency, cents, year]) => writeSpend({ currency, amount: cents / 100, year })),
    text: () => names.filter((name) => name.length <= (type.length ?? 500)),
  };
  const found = types[type.name];
  if (!found) throw new Error(`The type of ${key} has no values to try`);
  return found();
}

const decoded = (text: string) =>
  text.replace(/&(lt|gt|quot|amp|#x27);/g, (_, sign: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#x27': "'" })[sign] ?? '');
const attribute = (tag: string, name: string) => decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** What a browser would send of a drawn form: an empty control sends nothing, several of one name a list. */
function sentBy(drawn: string): Record<string, string | string[]> {
  const markup = drawn.replace(/<noscript>.*?<\/noscript>/g, '');
  const sent: [string, string][] = [];
  for (const [tag] of markup.matchAll(/<input [^>]*>/g))
    if (!/type="(radio|checkbox)"/.test(tag) || tag.includes(' checked=""')) sent.push([attribute(tag, 'name'), attribute(tag, 'value')]);
  for (const [, tag = '', text = ''] of markup.matchAll(/<textarea([^>]*)>([^<]*)</g)) sent.push([attribute(tag, 'name'), decoded(text)]);
  for (const [, tag = '', options = ''] of markup.matchAll(/<select([^>]*)>(.*?)<\/select>/g))
    for (const [option] of options.matchAll(/<option [^>]*selected=""[^>]*>/g))
      sent.push([attribute(tag, 'name'), attribute(option, 'value')]);
  const byName: Record<string, string | string[]> = {};
  for (const [name, value] of sent.filter(([, each]) => each !== '')) {
    const before = byName[name];
    byName[name] = before === undefined ? value : [...[before].flat(), value];
  }
  return byName;
}

const recognising = { sectors: ['14', '1410'].map((value) => ({ value, label: value })), classify: '/classify' };
const inForms = kinds.flatMap((kind) => formFields(kind).map((field) => ({ kind, key: field.definition.key, field })));

describe('a value of a field', () => {
  test.each(inForms)('$key of a $kind is drawn, sent, recorded and known again', ({ kind, key, field }) => {
    const schema = z.object({ ...formShape(kind) });
    const { type } = field.definition;
    fc.assert(
      fc.property(valuesOf(field.definition), (value) => {
        const markup = renderToStaticMarkup(
          <FieldControls kind={kind} fields={[field]} failure={null} saved={{ [key]: value }} recognising={recognising} />,
        );
        const typed = schema.parse({ name: 'Mill', ...sentBy(markup) });
        const recorded = key === 'name' ? typed.name : valuesOfForm(kind, typed)[key];
        // A menu of countries or languages sends them in its own order.
        const inMenu = type.name === 'countries' || type.name === 'languages';
        expect(inMenu ? [recorded].flat().sort() : recorded).toEqual(value);
        expect(isFactValue(key, recorded)).toBe(true);
        const fact = { id: '1', values: { [key]: recorded }, recordedAt: new Date(0), sourceId: 's' };
        expect(valuesOfProjection(projectFacts([fact]))).toEqual({ [key]: recorded });
      }),
      { numRuns: 20 },
    );
  });

  test('in every column of a list is mapped by its header, read and recorded', () => {
    const read = importColumns.filter(({ rule }) => rule.to !== undefined || rule.isReadApart);
    expect(read.length).toBeGreaterThan(12);
    const header = ['supplier name', 'site name', ...read.map(({ column }) => headerWords.get(column)?.[0] ?? '')];
    const written = (value: unknown) => (Array.isArray(value) ? value.join('; ') : String(value));
    const row = fc.record(Object.fromEntries(read.map(({ key, definition }) => [key, valuesOf(definition)])));
    fc.assert(
      fc.property(row, (values) => {
        const cells = ['Alpha Mills', 'Hall 2', ...read.map(({ key, definition }) => writtenAs(definition, written(values[key])))];
        const table = { header, rows: [{ rowNumber: 2, cells }], problems: [] };
        const mapped = mapColumns(header, table.rows).map(({ field }) => field);
        expect(mapped.slice(2)).toEqual(read.map(({ key, column }) => (isEmpty(values[key]) ? 'ignore' : column)));
        const [validated] = validateTable(table, { columns: mapped, defaults: {} });
        if (!validated?.record) throw new Error(JSON.stringify(validated?.problems));
        const { facts } = planFacts([{ rowNumber: 2, record: validated.record, supplierKey: 'a', siteKey: 'b' }]);
        for (const { key, rule, definition } of read) {
          const of = (subject: string) =>
            Object.assign({}, ...facts.filter((fact) => fact.subjectKey === subject).map((fact) => fact.values))[key];
          const told = rule.to?.includes('site') ? of('b') : of('a');
          expect([key, told]).toEqual([key, isEmpty(values[key]) ? undefined : values[key]]);
          if (rule.isAddedUp) expect([key, of('a')]).toEqual([key, values[key]]);
          expect(definition.of.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each(exportedFacts)('$key is in its column of an exported file, which a list is read by', ({ key, heading }) => {
    const definition = definitions.find((each) => each.key === key);
    if (!definition) throw new Error(key);
    fc.assert(
      fc.property(valuesOf(definition), (value) => {
        const blank = {
          publicId: 'A',
          name: 'Mill',
          country: null,
          sector: null,
          tier: null,
          declaredTier: null,
          annualSpend: null,
          workers: null,
        };
        const score = { scoreStatus: null, band: null, score: null, scoreLow: null, scoreHigh: null, basis: null, placeBest: null };
        const more = { placeWorst: null, inRiskiestTenth: null, childScore: null, childBand: null, isStateImposed: null, alerts: [] };
        const cells = supplierCells({ ...blank, ...score, ...more, [key]: value }, {});
        const inFile = definition.type.name === 'spend' ? readSpend(String(value))?.amount : value;
        expect(cells[supplierHead.indexOf(heading)]).toBe(inFile);
      }),
      { numRuns: 10 },
    );
    const [mapped] = mapColumns([heading], [{ cells: ['x'] }]);
    expect(columns).toContain(mapped?.field);
    expect(mapped?.field).toBe(importColumns.find((each) => each.key === key)?.column);
  });
});

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
/** A share as a percentage, with its sign; other values as they are. */
const writtenAs = ({ type }: FieldDefinition, text: string) => (type.name === 'share' ? `${Math.round(Number(text) * 1e6) / 1e4} %` : text);
