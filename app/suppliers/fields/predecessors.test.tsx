import fc from 'fast-check';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { type Locale, overwriteGetLocale } from '~/paraglide/runtime';
import { LabourProviderFields } from '~/suppliers/labour-recruiters/labour-provider-fields';
import { labourProviderFormSchema } from '~/suppliers/labour-recruiters/labour-provider-form';
import { factSchemas } from '~/suppliers/registry/fact-fields';
import { choiceName, factName, factText } from '~/suppliers/registry/fact-words';
import { supplierFormSchema } from '~/suppliers/registry/supplier-form';
import { SupplierFormFields } from '~/suppliers/registry/supplier-form-fields';
import { factCounting } from '~/suppliers/registry/what-counts';
import { shareFields } from '~/suppliers/sites/shown-fact';
import { siteFormSchema } from '~/suppliers/sites/site-form';
import { SiteFormFields } from '~/suppliers/sites/site-form-fields';
import * as oldFacts from './predecessors/fact-fields';
import * as oldWords from './predecessors/fact-words';
import { LabourProviderFields as OldRecruiterFields } from './predecessors/labour-provider-fields';
import { labourProviderFormSchema as oldRecruiterForm } from './predecessors/labour-provider-form';
import * as oldShown from './predecessors/shown-fact';
import { siteFormSchema as oldSiteForm } from './predecessors/site-form';
import { SiteFormFields as OldSiteFields } from './predecessors/site-form-fields';
import { supplierFormSchema as oldSupplierForm } from './predecessors/supplier-form';
import { SupplierFormFields as OldSupplierFields } from './predecessors/supplier-form-fields';
import * as oldCounts from './predecessors/what-counts';

const keys = Object.keys(oldFacts.factSchemas).filter(oldFacts.isFactField);
const locales: Locale[] = ['en', 'fr', 'es', 'pt'];
const inEach = <Result,>(read: () => Result): Result[] =>
  locales.map((locale) => {
    overwriteGetLocale(() => locale);
    const result = read();
    overwriteGetLocale(() => 'en');
    return result;
  });

/** Values near the limits of every schema. */
const values: unknown[] = [
  null,
  '',
  ' ',
  'Mill',
  'x'.repeat(50),
  'x'.repeat(51),
  'x'.repeat(300),
  'x'.repeat(301),
  'x'.repeat(500),
  'x'.repeat(501),
  'x'.repeat(1001),
  'VN',
  'vn',
  'VNM',
  '14',
  '1410',
  '14101',
  'x1',
  0,
  1,
  3,
  4,
  5,
  -1,
  0.5,
  1.5,
  100,
  100.5,
  101,
  90,
  90.1,
  -90,
  -180,
  180.1,
  2_000_000_000,
  2_000_000_001,
  'none',
  'declared',
  'tied',
  'tied-remote',
  'restricted',
  'refused',
  'some',
  'nobody',
  'under-5',
  'withheld',
  'under-18',
  'workers-pay',
  'abroad',
  'pay',
  'ne',
  [],
  ['VN'],
  ['VN', 'NP'],
  ['vn'],
  ['Cotton'],
  ['x'.repeat(201)],
  Array(101).fill('x'),
  Array(251).fill('VN'),
  ['under-18'],
  ['abroad', 'local'],
  ['pay'],
  ['ne', 'hin'],
  ['en-GB'],
  {},
  { NP: 12 },
  { NP: 3 },
  { NP: 'under-5' },
  { np: 12 },
  { lei: 'x' },
  { lei: 3 },
  { sector: '14', words: 'a', by: 'b', list: 'c' },
  { sector: '14' },
  true,
];

describe('facts', () => {
  test('have the same keys in the same order, the same counting and the same shares', () => {
    expect(Object.keys(factSchemas)).toEqual(keys);
    expect(factCounting).toEqual(oldCounts.factCounting);
    expect([...shareFields].sort()).toEqual([...oldShown.shareFields].sort());
  });

  test.each(keys)('%s has the same schema, label, choices and text', (key) => {
    const fits: z.ZodType = factSchemas[key];
    const before: z.ZodType = oldFacts.factSchemas[key];
    for (const value of values) expect([value, fits.safeParse(value).success]).toEqual([value, before.safeParse(value).success]);
    expect(values.some((value) => before.safeParse(value).success)).toBe(true);
    expect(inEach(() => factName(key))).toEqual(inEach(() => oldWords.factName(key)));
    for (const value of values) {
      expect(inEach(() => factText(key, value))).toEqual(inEach(() => oldWords.factText(key, value)));
      if (typeof value === 'string') expect(inEach(() => choiceName(key, value))).toEqual(inEach(() => oldWords.choiceName(key, value)));
    }
  });
});

vi.mock('@remix-run/react', async (original) => ({ ...(await original<object>()), useFetcher: () => ({ data: null, load: () => null }) }));
const draw = (element: ReactNode) =>
  renderToStaticMarkup(element)
    .replace(/:R\w*:/g, ':id:')
    .split('><');
const sectors = [{ value: '14', label: '14 · Clothing' }];
const full = {
  ...{
    name: 'Mill',
    country: 'VN',
    sector: '14',
    products: ['Cotton', 'Yarn'],
    workers: 900,
    migrantShare: 0.183,
    agencyShare: 'under-5' as const,
  },
  ...{
    internalMigrantShare: 'withheld' as const,
    femaleShare: 0.7,
    migrantOrigins: ['NP', 'BD'],
    subcontracting: 'declared' as const,
    housing: 'tied' as const,
  },
  ...{
    peakRatio: 1.5,
    vulnerableGroups: ['low-literacy' as const],
    workerVoice: 'none' as const,
    disclosure: 'refused' as const,
    declaredTier: 2,
  },
  ...{ parentCompany: 'Group', address: 'Road 1', city: 'Hue', region: 'Hue', postalCode: '53000', latitude: 16.4, longitude: 107.6 },
  ...{
    femaleWorkers: 'under-5' as const,
    maleWorkers: 'withheld' as const,
    agencyWorkers: 0,
    seasonalWorkers: 40,
    youngWorkers: 12,
    housedWorkers: 90,
  },
  ...{
    migrantsByOrigin: { BD: 'under-5' as const, NP: 120 },
    licence: '12/3',
    originCountries: ['NP'],
    recruitmentServices: ['abroad' as const],
  },
  ...{ contractLanguages: ['ne'], feePolicy: 'workers-pay' as const, orientation: 'some' as const, orientationTopics: ['pay' as const] },
  orientationLanguages: ['ne', 'hi'],
};
const empty = { products: [], migrantOrigins: [], vulnerableGroups: [] };
const sent = Object.fromEntries(
  [...keys, 'productsKnown', 'migrantOriginsKnown', 'vulnerableGroupsKnown', 'note'].map((key) => [key, ['a', 'b']]),
);
const failure = {
  ok: false as const,
  values: { ...sent, productsKnown: ['these'] },
  errors: Object.fromEntries(keys.map((key) => [key, ['Wrong']])),
};
const states = [
  { failure: null, saved: {} },
  { failure: null, saved: full },
  { failure: null, saved: empty },
  { failure, saved: full },
  // A refused form in which no country was chosen shows none: the former one showed those that were saved.
  { failure: { ...failure, values: { migrantOrigins: [] } }, saved: full },
];

describe('forms', () => {
  test('are drawn as before, in every language', () => {
    const { agencyShare: _, internalMigrantShare: __, ...facts } = full;
    for (const { failure, saved } of states) {
      const supplier = { failure, saved, sectors, classify: '/classify' };
      expect(inEach(() => draw(<SupplierFormFields {...supplier} />))).toEqual(inEach(() => draw(<OldSupplierFields {...supplier} />)));
      expect(inEach(() => draw(<SiteFormFields failure={failure} saved={saved} />))).toEqual(
        inEach(() => draw(<OldSiteFields failure={failure} saved={saved} />)),
      );
      const recruiter = { failure, saved: saved === full ? facts : {} };
      expect(inEach(() => draw(<LabourProviderFields {...recruiter} />))).toEqual(
        inEach(() => draw(<OldRecruiterFields {...recruiter} />)),
      );
    }
  });

  const typed = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ...values.flatMap((value) => (typeof value === 'string' ? [value] : typeof value === 'number' ? [String(value)] : [])),
      ),
    },
    fc.constantFrom(
      '12,5',
      '1 200',
      '<5',
      '*',
      '101',
      'NP 53',
      'NP 53\nBD <5',
      'NP x',
      'unknown',
      'none',
      'these',
      'Cotton; Yarn\nThread',
      'on',
      'all',
    ),
    fc.constant(undefined),
    fc.constantFrom<string[]>(
      ['VN', 'NP', 'VN', 'xx'],
      ['under-18', 'other', 'low-literacy'],
      ['abroad', 'payroll', 'x'],
      ['ne', 'en'],
      ['Cotton', 'Yarn'],
    ),
  );
  const outcome = (schema: z.ZodType, form: unknown) => {
    const parsed = schema.safeParse(form);
    return parsed.success ? parsed.data : parsed.error.issues.map(({ path, message }) => [path, message]).sort();
  };
  const names = [
    ...keys,
    'productsKnown',
    'migrantOriginsKnown',
    'vulnerableGroupsKnown',
    'note',
    'sectorWords',
    'relation',
    'customer',
    'lei',
  ];

  test.each([
    ['supplier', supplierFormSchema, oldSupplierForm],
    ['site', siteFormSchema, oldSiteForm],
    ['labour recruiter', labourProviderFormSchema, oldRecruiterForm],
  ])('of a %s are read as before', (_, now, before) => {
    let accepted = 0;
    const form = fc.record(Object.fromEntries(names.map((name) => [name, typed])));
    const likely = fc
      .tuple(form, fc.subarray(names))
      .map(([all, some]) => ({ name: 'Mill', ...Object.fromEntries(some.map((name) => [name, all[name]])) }));
    fc.assert(
      fc.property(fc.oneof(form, likely), (sentForm) => {
        const results = [outcome(now, sentForm), outcome(before, sentForm)];
        if (!Array.isArray(results[1])) accepted += 1;
        expect(results[0]).toEqual(results[1]);
      }),
      { numRuns: 3000 },
    );
    // Each control alone with each value: what one field does is not hidden by the error of another.
    for (const name of names)
      for (const value of values) {
        const one = { name: 'Mill', [name]: typeof value === 'number' ? String(value) : (value ?? undefined), [`${name}Known`]: 'these' };
        expect(outcome(now, one)).toEqual(outcome(before, one));
      }
    expect(accepted).toBeGreaterThan(20);
  });
});
