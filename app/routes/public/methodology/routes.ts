import { routesIn } from '../../declare';

const { index, indexAt, route } = routesIn('public/methodology');

export const methodology = [
  route('choices/countries', 'country-choices.ts'),
  route('choices/products', 'product-choices.ts'),
  route('choices/sectors', 'sector-choices.ts'),
  route('countries', 'countries-layout.tsx', [
    index('countries.tsx'),
    route(':iso2', 'country.tsx'),
    route(':iso2/sectors/:code', 'country-sector.tsx'),
  ]),
  route('countries.csv', 'countries-csv.ts'),
  route('countries.json', 'countries-json.ts'),
  route('countries/:iso2.csv', 'country-csv.ts'),
  route('countries/:iso2.json', 'country-json.ts'),
  route('countries/:iso2/sectors/:code.csv', 'country-sector-csv.ts'),
  route('countries/:iso2/sectors/:code.json', 'country-sector-json.ts'),
  route('methodology', 'methodology-layout.tsx', [
    index('overview.tsx'),
    route(':ruleId', 'rule.tsx'),
    route('calculator', 'calculator.tsx'),
    route('compare', 'compare.tsx'),
    route('controls', 'controls.tsx'),
    route('debt', 'debt.tsx'),
    route('tables/:table', 'table.tsx'),
    route('targets', 'targets.tsx'),
    route('validation', 'validation.tsx'),
    indexAt('worked', 'worked-examples.tsx'),
    route('worked/:exampleId', 'worked-example.tsx'),
  ]),
  route('methodology/controls.csv', 'controls-csv.ts'),
  route('methodology/tables/:table.csv', 'table-csv.ts'),
  route('methodology/tables/:table.json', 'table-json.ts'),
  route('sectors', 'sectors-layout.tsx', [index('sectors.tsx'), route(':code', 'sector.tsx')]),
  route('sectors.csv', 'sectors-csv.ts'),
  route('sectors.json', 'sectors-json.ts'),
  route('sectors/:code.csv', 'sector-csv.ts'),
  route('sectors/:code.json', 'sector-json.ts'),
];
