import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fields } from '~/suppliers/import/pipeline/fields';
import { foldHeader } from '~/suppliers/import/pipeline/fold-header';
import { headerWords } from '~/suppliers/import/pipeline/header-words';
import { exportedFacts } from '~/suppliers/registry/exported-facts';
import { supplierHead } from '~/suppliers/registry/supplier-cells';
import type { FormPlace } from './definition/define-field';
import { importColumns } from './definition/import-columns';
import { definitions } from './definition/read-fields';
import type { Text } from './definition/text';
import { headersOf } from './index';

const folder = new URL('.', import.meta.url);
const keyOf = (file: string) => file.replace(/\.ts$/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const glossary: { term: string; replaces: string[] }[] = JSON.parse(readFileSync('app/locales/glossary.json', 'utf8'));

const isText = (value: object): value is Text => Object.keys(value).join() === 'en,fr,es';
/** Every text in a definition, with the path to it. */
function textsIn(value: unknown, path: string): [string, Text][] {
  if (typeof value !== 'object' || value === null || path.endsWith('.schema') || path.endsWith('.typed')) return [];
  return isText(value) ? [[path, value]] : Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}.${key}`));
}
const texts = definitions.flatMap((definition) => textsIn(definition, definition.key));

describe('the fields of suppliers, sites and labour recruiters', () => {
  test('are the files of their folder, each under the name of its file', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts' && !file.includes('.test.'));
    const keys: string[] = definitions.map(({ key }) => key);
    expect(
      files.map(keyOf).filter((key) => !keys.includes(key)),
      'files without a line in index.ts',
    ).toEqual([]);
    expect(keys.toSorted()).toEqual(files.map(keyOf).sort());
  });

  test.each(definitions)('$key is placed only in forms of those it is recorded of', ({ of, form = {}, type }) => {
    expect(of.length).toBeGreaterThan(0);
    expect(Object.keys(form).filter((kind) => !of.some((each) => each === kind))).toEqual([]);
    if (Object.keys(form).length > 0) expect(type.typed).not.toBeNull();
  });

  test.each(['supplier', 'site', 'labourRecruiter'] as const)('have places of their own in the form of a %s', (kind) => {
    const places = definitions.flatMap(({ form }) => (form?.[kind] ? [form[kind]] : []));
    const at = ({ part, order }: FormPlace) => `${part ?? ''} ${order}`;
    expect(new Set(places.map(at)).size).toBe(places.length);
    expect(places.filter(({ part }) => (kind === 'supplier') !== (part !== undefined))).toEqual([]);
    expect(places.length).toBeGreaterThan(5);
  });

  test.each(texts)('%s is written in every language', (_, { en, fr, es }) => {
    for (const text of [en, fr, es]) expect(text).toBe(text.trim());
    expect([en, fr, es].filter((text) => text === '')).toEqual([]);
    expect(fr).not.toMatch(/ [:;?!»](?![\p{L}\d])|« |\d %/u);
    for (const { replaces } of glossary.filter((entry) => entry.replaces.length > 0))
      expect(en).not.toMatch(new RegExp(`(?<![\\w-])(?:${replaces.join('|')})(?![\\w-])`, 'i'));
  });

  test('have texts to check', () => {
    expect(texts.length).toBeGreaterThan(90);
    expect(texts.map(([path]) => path)).toEqual(
      expect.arrayContaining(['peakRatio.label', 'peakRatio.form.supplier.hint', 'peakRatio.type.error', 'housing.type.choices.tied']),
    );
  });
});

describe('fields that are read from lists', () => {
  test('have headers, and no other field has', () => {
    expect(Object.keys(headersOf).sort()).toEqual(importColumns.map(({ key }) => key).sort());
  });

  test('have a place of their own among the columns', () => {
    expect(new Set(fields).size).toBe(fields.length);
    expect(new Set(importColumns.map(({ rule }) => rule.order)).size).toBe(importColumns.length);
  });

  test.each(importColumns)(
    '$key is read by its type or by a rule of its own, of those it is recorded of',
    ({ key, column, definition, rule }) => {
      if (!rule.isReadApart) {
        expect(column).toBe(key);
        expect(['text', 'number', 'people', 'share']).toContain(definition.type.name);
      }
      expect((rule.to ?? []).filter((kind) => !definition.of.includes(kind))).toEqual([]);
      if (rule.isAddedUp) expect([rule.to, definition.of]).toEqual([['site'], expect.arrayContaining(['supplier', 'site'])]);
    },
  );

  test.each(importColumns)('$key: its headers are folded, and no other column has them', ({ column }) => {
    const words = headerWords.get(column) ?? [];
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => foldHeader(word) !== word)).toEqual([]);
    const others = [...headerWords].flatMap(([other, list]) => (other === column ? [] : list));
    expect(words.filter((word) => others.includes(word))).toEqual([]);
  });
});

describe('fields with a column', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const columnsOf = (model: string) => new RegExp(`^model ${model} \\{[^}]*`, 'm').exec(schema)?.[0] ?? '';
  const tables = { supplier: columnsOf('Supplier'), site: columnsOf('Site'), labourRecruiter: columnsOf('LabourRecruiter') };
  const ofType = { people: 'Int', number: '(Int|Decimal|Float)', share: 'Decimal', degrees: 'Decimal', identifiers: 'Json' };
  const withColumn = definitions.flatMap((definition) => (definition.column ?? []).map((kind) => ({ ...definition, kind })));

  test.each(withColumn)('$key has it in the table of a $kind', ({ key, kind, of, type }) => {
    expect(of).toContain(kind);
    const isList = ['products', 'countries', 'choices', 'languages'].includes(type.name);
    const sql = isList ? 'String\\[\\]' : (Object.entries(ofType).find(([name]) => name === type.name)?.[1] ?? 'String');
    expect(tables[kind]).toMatch(new RegExp(`^  ${key} +${sql}`, 'm'));
  });

  test.each(definitions)('$key is exported and added up over sites only from its column', ({ key, column = [], import: rule }) => {
    if (exportedFacts.some((fact) => fact.key === key)) expect(column).toContain('supplier');
    if (rule?.isAddedUp) expect(column).toContain('site');
  });

  test('have headings of their own in files', () => {
    expect(new Set(supplierHead).size).toBe(supplierHead.length);
    expect(supplierHead.length).toBeGreaterThan(exportedFacts.length);
  });
});
