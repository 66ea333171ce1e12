import { categories, projectRegions, projectSectors } from '~/lending/deal-record/states';
import { type ProductCount, sumOf, type YearlyTable } from './count-year';

type Sheet = { name: string; table: { head: string[]; rows: (string | number | null)[][] } };

/** The yearly report as sheets of a workbook, with the codes of the record: one line a count, so that it can be summed again. */
export function yearSheets({ year, projectFinance, corporateLoans, advisory, refinance, names }: YearlyTable): Sheet[] {
  const head = ['breakdown', 'line', ...categories, 'all'];
  const product = (name: string, count: ProductCount): Sheet => ({
    name,
    table: {
      head,
      rows: [
        ['total', 'total', ...categories.map((category) => count.total[category]), sumOf(count.total)],
        ...(['sector', 'region', 'designation', 'review'] as const).flatMap((breakdown) =>
          Object.entries(count[breakdown]).map(([line, counts]) => [
            breakdown,
            line,
            ...categories.map((category) => counts[category]),
            sumOf(counts),
          ]),
        ),
      ],
    },
  });
  return [
    product('project-finance', projectFinance),
    product('corporate-loans', corporateLoans),
    {
      name: 'advisory-and-refinance',
      table: {
        head: ['product', 'breakdown', 'line', 'deals'],
        rows: [
          ['advisory', 'total', 'total', advisory.total],
          ...projectSectors.map((sector) => ['advisory', 'sector', sector, advisory.sector[sector]]),
          ...projectRegions.map((region) => ['advisory', 'region', region, advisory.region[region]]),
          ['refinance', 'total', 'total', refinance.total],
        ],
      },
    },
    {
      name: 'named-projects',
      table: {
        head: ['project', 'year_of_close', 'sector', 'host_countries', 'product'],
        rows: names.map((row) => [row.projectName, year, row.sector, row.hostCountries.join(' '), row.product]),
      },
    },
  ];
}
