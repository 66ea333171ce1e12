import type { Estimate } from '../../scoring/validation/bootstrap.ts';
import type { FigureRanking } from '../../scoring/validation/rank-countries.ts';
import type { ValidationReport } from '../../scoring/validation/schema.ts';

const twoDecimals = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const area = (value: number | null) => (value === null ? '–' : twoDecimals.format(value));
const interval = (found: Estimate | null) => (found === null ? '–' : `${area(found.value)} (${area(found.low)} to ${area(found.high)})`);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The report as plain text, for a terminal. */
export function printReport(report: ValidationReport): string {
  const { inputs, settings, calibration } = report;
  const lines = [
    `Validation of the method ${inputs.engineVersion} as of ${report.asOf}, inputs ${inputs.hash.slice(0, 12)}`,
    `Areas under the curve with ${100 * settings.level} % bootstrap intervals; 0.5 is chance. Main figure: within fifths by population.`,
  ];
  for (const { outcome, countries, listed, outside, figures } of report.countries) {
    lines.push(
      '',
      `Countries, ${outcome}: ${listed} of ${countries} listed (not ranked: ${outside.join(', ') || 'none'}); aim ${area(settings.aims[outcome])}`,
    );
    lines.push(
      ...table(
        figureHeading,
        figures.map((figure) => figureLine(figure.id, figure)),
      ),
    );
  }
  for (const { outcome, pairs, listed, outside, figures } of report.pairs) {
    lines.push('', `Country-sector pairs, ${outcome}: ${listed} of ${pairs} listed (${outside} outside)`);
    lines.push(
      ...table(
        ['figure', 'within fifths', 'raw', 'within a country', 'within a sector'],
        figures.map(({ id, ...each }) => [id, ...[each.within, each.raw, each.withinCountry, each.withinSector].map(interval)]),
      ),
    );
  }
  for (const { outcome, candidates, added, newGoods, figures } of report.additions) {
    lines.push('', `Added in 2024, ${outcome}: ${added} of ${candidates} candidates, ${newGoods} of a good new to the list`);
    lines.push(
      ...table(
        ['figure', 'within fifths', 'raw'],
        figures.map(({ id, within, raw }) => [id, interval(within), interval(raw)]),
      ),
    );
  }
  lines.push('', 'Intervals on synthetic truth');
  for (const each of calibration.suppliers)
    lines.push(
      `  hidden ${each.hidden}: held ${percent(each.coverage)} of ${each.suppliers}, width ${each.width.toFixed(1)}, bias ${each.bias.toFixed(1)}, error ${each.error.toFixed(1)}, ${percent(each.enough)} of the interval would hold nine in ten`,
    );
  for (const each of calibration.facts)
    lines.push(
      `  ${each.fact} alone hidden: held ${percent(each.coverage)}, width ${each.width.toFixed(1)}, error ${each.error.toFixed(1)}`,
    );
  for (const each of calibration.errors)
    lines.push(`  governance errs ${each.errors}: held ${percent(each.coverage)} where ${percent(each.nominal)} is promised`);
  const { blend } = calibration;
  lines.push(
    `  indicators hidden: held ${percent(blend.coverage)}, width ${blend.width.toFixed(3)}, bias ${blend.bias.toFixed(3)}, error ${blend.error.toFixed(3)}`,
  );
  lines.push('', 'Ranks under drawn weights');
  for (const each of report.stability) {
    const { correlation, rankWidth, topKept } = each;
    lines.push(
      `  ${each.weights}: rank correlation ${area(correlation.middle)} (${area(correlation.low)}–${area(correlation.high)}), a rank moves over ${rankWidth.middle} places (most ${rankWidth.most}), ${percent(each.settledPairs)} of pairs settled, ${percent(topKept.middle)} of the top fifth kept`,
    );
    for (const { outcome, ours, drawn, belowOurs } of each.areas)
      lines.push(
        `    ${outcome}: ours ${area(ours)}, drawn ${area(drawn.middle)} (${area(drawn.low)}–${area(drawn.high)}), best ${area(drawn.most)}; ${percent(belowOurs)} below ours`,
      );
  }
  if (report.compared)
    for (const { outcome } of report.countries) {
      lines.push('', `Tables that are not part of the project, ${outcome}`);
      const rows = report.compared.tables.flatMap(({ title, rankings }) =>
        rankings.filter((each) => each.outcome === outcome).map(({ figure }) => figureLine(title, figure)),
      );
      lines.push(...table(figureHeading, rows));
    }
  return lines.join('\n');
}

const figureHeading = ['figure', 'countries', 'listed', 'within fifths', 'raw', 'within tenths', 'ours on the same', 'ours less this'];

function figureLine(name: string, figure: FigureRanking): string[] {
  const { countries, listed, within, raw, withinTenths, oursOnSame, difference } = figure;
  return [
    name,
    String(countries),
    String(listed),
    interval(within),
    interval(raw),
    area(withinTenths),
    area(oursOnSame),
    interval(difference),
  ];
}

function table(heading: readonly string[], rows: readonly string[][]): string[] {
  const all = [[...heading], ...rows];
  const widths = heading.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}
