import { writeNumber, writePercent } from '~/documents/charts/numbers';
import { bandLabel, componentLabel, domainLabel, waterfallWords } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { drawHeading, drawList, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { type Cell, drawTable } from '~/documents/pdf/draw-table.server';
import { drawBand } from '../draw-cover.server';
import { drawOverrides } from '../draw-summary.server';
import type { ReportPage } from '../page';
import { isolate, small, writeDate } from '~/documents/pdf/labels';
import { confidenceLabel, drawMark } from './draw-cover.server';
import type { EarlierReport, EarlierScored } from './schema';

const reasonMessages = {
  'country-unknown': m.supplier_report_not_scored_country,
  'sector-unknown': m.supplier_report_earlier_not_scored_sector,
  'coverage-below-floor': m.supplier_report_earlier_not_scored_coverage,
};

/** The summary of a report of method 1: the band and its interval, the confidence, and how inherent risk became residual risk, as a table. */
export function drawEarlierSummary(page: ReportPage<EarlierReport>): void {
  const { report, model, say } = page;
  const { result } = model;
  report.addPage();
  drawHeading(report, { level: 1, text: m.supplier_report_section_summary({}, say) });
  drawMark(page);
  const words = { date: writeDate(result.asOf, say), supplier: isolate(model.supplier.name) };
  if (result.status === 'not-scored') {
    drawParagraph(report, { text: m.supplier_report_earlier_summary_not_scored(words, say), style: styles.lead, after: 8 });
    drawList(report, { items: result.reasons.map((reason) => ({ lead: reasonMessages[reason.code]({}, say) })) });
    drawBand(page);
    drawOverrides(page);
    drawParagraph(report, { text: m.supplier_report_not_scored_next({}, say) });
    drawUnknown(page);
    return;
  }
  const whole = (value: number) => writeNumber(value, say);
  const { score, low, high, band } = result;
  const figures = { band: bandLabel(band, say.locale), score: whole(score), low: whole(low), high: whole(high) };
  drawParagraph(report, { text: m.supplier_report_earlier_summary_scored({ ...words, ...figures }, say), style: styles.lead, after: 10 });
  drawBand(page, model.prior ?? undefined);
  drawOverrides(page);
  drawParagraph(report, { text: confidenceSentence(page, result) });
  drawUnknown(page);
  drawChange(page, result.engineVersion);
  drawSteps(page, result);
}

function confidenceSentence({ say }: ReportPage, result: EarlierScored): string {
  const answered = result.domains.reduce((sum, domain) => sum + domain.answered, 0);
  const asked = result.domains.reduce((sum, domain) => sum + domain.questions, 0);
  const known = { confidence: confidenceLabel(result, say), coverage: writePercent(result.coverage, say) };
  return m.supplier_report_earlier_summary_confidence({ ...known, answered, asked }, say);
}

function drawUnknown({ report, model, say }: ReportPage<EarlierReport>): void {
  const unknown = model.result.components.filter((component) => !component.known);
  if (unknown.length === 0) return;
  const components = unknown.map((component) => small(componentLabel(component.id, say.locale))).join(', ');
  const sentence = model.result.status === 'scored' ? m.supplier_report_earlier_summary_unknown : m.supplier_report_summary_missing;
  drawParagraph(report, { text: sentence({ components }, say) });
}

function drawChange({ report, model, say }: ReportPage<EarlierReport>, engineVersion: string): void {
  const { previous } = model;
  if (previous === null) return;
  const words = {
    date: writeDate(previous.asOf, say),
    score: writeNumber(previous.score, say),
    band: bandLabel(previous.band, say.locale),
  };
  const sentences = [m.supplier_report_summary_change(words, say)];
  if (previous.engineVersion !== engineVersion)
    sentences.push(m.supplier_report_earlier_summary_change_method({ version: previous.engineVersion }, say));
  drawParagraph(report, { text: sentences.join(' ') });
}

/** The steps of the waterfall, which method 1 started at zero, with the same figures. */
function drawSteps({ report, say }: ReportPage, { components, domains, lines, score }: EarlierScored): void {
  const words = waterfallWords(say.locale);
  const sum = (label: string, points: number): Cell[] => [
    { text: label, strong: true },
    { text: words.number(points), strong: true },
  ];
  const after = Math.round((lines.inherent + lines.controlCredit) * 10) / 10;
  drawHeading(report, { level: 2, text: m.supplier_report_earlier_from_inherent({}, say) });
  drawTable(report, {
    summary: m.supplier_report_table_of({ title: m.supplier_report_earlier_from_inherent({}, say) }, say),
    columns: [
      { label: m.supplier_report_column_line({}, say), share: 75 },
      { label: m.supplier_report_column_points({}, say), share: 25, align: 'end' },
    ],
    size: 7.5,
    rows: [
      ...components.map(({ id, points }) => [componentLabel(id, say.locale), words.signed(points)]),
      sum(m.supplier_report_earlier_inherent({}, say), lines.inherent),
      ...domains.filter(({ credit }) => credit !== 0).map(({ domain, credit }) => [domainLabel(domain, say.locale), words.signed(credit)]),
      sum(words.controlCredit, after),
      [words.findings, words.signed(lines.findingsUplift)],
      [words.override, words.signed(lines.overrideUplift)],
      sum(m.supplier_report_earlier_residual_risk({}, say), score),
    ],
  });
}
