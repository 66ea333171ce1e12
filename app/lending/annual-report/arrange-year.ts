import { designatedListOn } from '~/lending/categorisation/designation';
import { projectRegions, projectSectors } from '~/lending/deal-record/states';
import { productLabel, projectSectorLabel, regionLabel } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import type { LenderBlock, LenderDocument } from '~/documents/frozen-documents/lender-report/schema';
import { formatCountry, formatDate, formatList, formatNumber } from '~/ui/format';
import { type ByCategory, type ProductCount, sumOf, type YearlyTable } from './count-year';

type Line = { text: string; counts: ByCategory | null };

/** The lines of one product: its total, then each breakdown under its name. A line without counts is the name of what follows. */
export function linesOf(count: ProductCount): Line[] {
  const part = (name: string, lines: Line[]): Line[] => [{ text: name, counts: null }, ...lines];
  return [
    { text: m.annual_report_total(), counts: count.total },
    ...part(
      m.annual_report_by_sector(),
      projectSectors.map((sector) => ({ text: projectSectorLabel(sector), counts: count.sector[sector] })),
    ),
    ...part(
      m.annual_report_by_region(),
      projectRegions.map((region) => ({ text: regionLabel(region), counts: count.region[region] })),
    ),
    ...part(m.annual_report_by_designation(), [
      { text: m.deals_designated(), counts: count.designation.designated },
      { text: m.deals_non_designated(), counts: count.designation['non-designated'] },
    ]),
    ...part(m.annual_report_by_review(), [
      { text: m.deals_yes(), counts: count.review.yes },
      { text: m.deals_no(), counts: count.review.no },
    ]),
  ];
}

function productTable(title: string, count: ProductCount): LenderBlock[] {
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      title,
      columns: [
        { label: m.annual_report_column_transactions(), share: 48 },
        ...(['A', 'B', 'C'] as const).map((category) => ({
          ...{ label: m.annual_report_column_category({ category }), share: 13, align: 'end' as const },
        })),
        { label: m.annual_report_column_all(), share: 13, align: 'end' },
      ],
      rows: linesOf(count).map(({ text, counts }, place) =>
        counts === null
          ? [{ text, strong: true }, '', '', '', '']
          : [
              place === 0 ? { text, strong: true } : { text, indent: 10 },
              ...[counts.A, counts.B, counts.C, sumOf(counts)].map((number) => formatNumber(number)),
            ],
      ),
    },
  ];
}

function plainTable(title: string, column: string, rows: readonly (readonly [string, number])[]): LenderBlock {
  return {
    kind: 'table',
    title,
    columns: [
      { label: column, share: 70 },
      { label: m.annual_report_column_mandates(), share: 30, align: 'end' },
    ],
    rows: rows.map(([text, count]) => [text, formatNumber(count)]),
  };
}

/** The yearly report as it is printed, in the reader's language. `left`: what closed in the year and is not counted. */
export function arrangeYear(
  table: YearlyTable,
  { organization, today, left }: { organization: string; today: string; left: { bridge: number; outside: number } },
): LenderDocument {
  const { year, projectFinance, corporateLoans, advisory, refinance, names, unnamed } = table;
  const total = (count: ProductCount) => formatNumber(sumOf(count.total));
  const isRunning = today <= `${year}-12-31`;
  return {
    title: m.annual_report_title({ year: String(year) }),
    subtitle: m.annual_report_subtitle(),
    head: m.annual_report_running_head({ year: String(year) }),
    cover: [
      {
        kind: 'pairs',
        title: m.annual_report_title({ year: String(year) }),
        rows: [
          [m.annual_report_institution(), organization],
          [m.annual_report_period(), m.annual_report_period_of({ from: formatDate(`${year}-01-01`), to: formatDate(`${year}-12-31`) })],
          [productLabel('project-finance'), total(projectFinance)],
          [m.annual_report_prcl(), total(corporateLoans)],
          [productLabel('advisory'), formatNumber(advisory.total)],
          [productLabel('refinance'), formatNumber(refinance.total)],
        ],
      },
      ...(isRunning ? [{ kind: 'paragraph' as const, text: m.annual_report_running({ day: formatDate(today) }), isStrong: true }] : []),
    ],
    parts: [
      {
        key: 'closed',
        title: m.annual_report_part_closed(),
        blocks: [
          { kind: 'paragraph', text: m.annual_report_part_closed_note() },
          ...productTable(productLabel('project-finance'), projectFinance),
          ...productTable(m.annual_report_prcl(), corporateLoans),
        ],
      },
      {
        key: 'advisory',
        title: m.annual_report_part_advisory(),
        blocks: [
          { kind: 'paragraph', text: m.annual_report_part_advisory_note({ count: formatNumber(advisory.total) }) },
          plainTable(
            m.annual_report_by_sector(),
            m.deals_sector(),
            projectSectors.map((sector) => [projectSectorLabel(sector), advisory.sector[sector]]),
          ),
          plainTable(
            m.annual_report_by_region(),
            m.annual_report_region(),
            projectRegions.map((region) => [regionLabel(region), advisory.region[region]]),
          ),
        ],
      },
      {
        key: 'refinance',
        title: m.annual_report_part_refinance(),
        blocks: [{ kind: 'paragraph', text: m.annual_report_part_refinance_note({ count: formatNumber(refinance.total) }) }],
      },
      {
        key: 'names',
        title: m.annual_report_part_names(),
        blocks: [
          { kind: 'paragraph', text: m.annual_report_part_names_note({ count: formatNumber(unnamed) }) },
          ...(names.length === 0
            ? []
            : [
                {
                  kind: 'table' as const,
                  title: m.annual_report_part_names(),
                  columns: [
                    { label: m.deals_project(), share: 40 },
                    { label: m.annual_report_column_year(), share: 12, align: 'end' as const },
                    { label: m.deals_sector(), share: 22 },
                    { label: m.deals_countries(), share: 26 },
                  ],
                  rows: names.map(({ projectName, sector, hostCountries }) => [
                    projectName,
                    String(year),
                    projectSectorLabel(sector),
                    formatList(hostCountries.map((code) => formatCountry(code))),
                  ]),
                },
              ]),
        ],
      },
      {
        key: 'how',
        title: m.annual_report_part_how(),
        blocks: [
          {
            kind: 'list',
            items: [
              { lead: m.annual_report_how_counted() },
              { lead: m.annual_report_how_sums() },
              { lead: m.annual_report_how_region() },
              { lead: m.annual_report_how_designated({ day: formatDate(designatedListOn) }) },
              { lead: m.annual_report_how_review() },
              { lead: m.annual_report_how_bridge({ bridge: formatNumber(left.bridge), outside: formatNumber(left.outside) }) },
            ],
          },
        ],
      },
    ],
  };
}
