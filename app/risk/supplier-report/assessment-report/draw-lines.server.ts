import { writeNumber } from '~/documents/charts/numbers';
import { drawWaterfall, type WaterfallRow, type WaterfallWords, waterfallRows } from '~/documents/charts/waterfall-geometry';
import { componentLabel, domainLabel, waterfallInput, waterfallTitle, waterfallWords } from '~/documents/charts/labels';
import { oddsLabel } from '~/documents/charts/odds-labels';
import { m } from '~/paraglide/messages';
import { drawHeading, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { drawFigure } from '~/documents/pdf/draw-drawing.server';
import { type Cell, drawTable } from '~/documents/pdf/draw-table.server';
import type { ReportPage } from './page';
import type { AssessmentReport, Lowering, ScoredResult } from './schema';
import { paidLabel } from './paid-label';
import { writeShown } from './score-labels';

type Say = ReportPage['say'];
const tenth = (value: number, say: Say) => writeNumber(value, { ...say, decimals: 1 });
const signed = (value: number, say: Say) => writeNumber(value, { ...say, decimals: 1, signed: true });

/** From the average worker of the world to the score, line by line; what is not known, the widest first; what would lower the score. */
export function drawLines({ report, model, say }: ReportPage<AssessmentReport>): void {
  const { result, lowering } = model;
  if (result.status === 'not-scored') return;
  report.addPage();
  drawHeading(report, { level: 1, text: m.supplier_report_section_lines({}, say) });
  const words = waterfallWords(say.locale);
  // Unknown values contribute nothing: they are listed in the tables below.
  const components = result.components.filter(({ points }) => points !== 0);
  const rows = waterfallRows(waterfallInput({ ...result, components }, say.locale), words);
  const scale = 0.75;
  const drawing = drawWaterfall(rows, { words, width: report.width / scale, rowHeight: 15.5 });
  const title = waterfallTitle(result, say.locale);
  drawParagraph(report, { text: title, style: styles.strong, after: 2 });
  drawParagraph(report, { text: m.supplier_report_waterfall_note({}, say), style: styles.small, after: 8 });
  drawFigure(report, { drawing, alt: `${title}. ${rows.map((row) => rowWords(row, words)).join('; ')}.`, scale });

  drawHeading(report, { level: 2, text: m.supplier_report_lines_title({}, say) });
  drawTable(report, {
    summary: m.supplier_report_table_of({ title: m.supplier_report_lines_title({}, say) }, say),
    columns: [
      { label: m.supplier_report_column_line({}, say), share: 36 },
      { label: m.supplier_report_column_points({}, say), share: 11, align: 'end' },
      { label: m.supplier_report_column_odds({}, say), share: 21 },
      { label: m.supplier_report_column_error({}, say), share: 18, align: 'end' },
      { label: m.supplier_report_column_known({}, say), share: 14 },
    ],
    size: 8,
    rows: lineCells(result, paidLabel(model.trace, say), say),
  });
  drawUnknown({ report, say }, result);
  if (lowering !== null) drawLowering({ report, say }, lowering);
}

function rowWords(row: WaterfallRow, words: WaterfallWords): string {
  return `${row.label} ${row.kind === 'part' ? words.signed(row.points) : words.number(row.points)}`;
}

/** Without what neither adds nor widens, such as a region where the law presumes nothing. `paid`: the ledger from which the debt was read. */
function lineCells({ components, lines, score }: ScoredResult, paid: string | null, say: Say): Cell[][] {
  const words = waterfallWords(say.locale);
  const line = (label: string, points: number): Cell[] => [label, signed(points, say), oddsLabel(points, say), '', ''];
  return [
    ...components
      .filter(({ known, error }) => known || error > 0)
      .map(({ id, points, error, known }) => [
        id === 'debt' && paid !== null ? { text: componentLabel(id, say.locale), note: paid } : componentLabel(id, say.locale),
        known ? signed(points, say) : '–',
        known ? oddsLabel(points, say) : '–',
        tenth(error, say),
        known ? m.supplier_report_known({}, say) : m.supplier_report_unknown({}, say),
      ]),
    [{ text: words.inherent, strong: true }, { text: tenth(lines.inherent, say), strong: true }, '', '', ''],
    line(lines.controlCredit === 0 ? words.noCredit : m.supplier_report_line_controls({}, say), lines.controlCredit),
    line(words.findings, lines.findingsUplift),
    ...(lines.overrideUplift === 0 ? [] : [line(words.override, lines.overrideUplift)]),
    [{ text: words.residual, strong: true }, { text: tenth(score, say), strong: true }, '', '', ''],
  ];
}

function drawUnknown({ report, say }: Pick<ReportPage, 'report' | 'say'>, { components }: ScoredResult): void {
  const unknown = components.filter(({ known, error }) => !known && error > 0).sort((a, b) => b.error - a.error);
  drawHeading(report, { level: 2, text: m.supplier_report_unknown_title({}, say) });
  if (unknown.length === 0) {
    drawParagraph(report, { text: m.supplier_report_unknown_none({}, say) });
    return;
  }
  drawParagraph(report, { text: m.supplier_report_unknown_intro({}, say) });
  drawTable(report, {
    summary: m.supplier_report_table_of({ title: m.supplier_report_unknown_title({}, say) }, say),
    columns: [
      { label: m.supplier_report_column_line({}, say), share: 60 },
      { label: m.supplier_report_column_error({}, say), share: 40, align: 'end' },
    ],
    rows: unknown.map(({ id, error }) => [componentLabel(id, say.locale), tenth(error, say)]),
  });
}

function drawLowering({ report, say }: Pick<ReportPage, 'report' | 'say'>, { answers, score, lowers }: Lowering): void {
  drawHeading(report, { level: 2, text: m.supplier_report_lower_title({}, say) });
  drawParagraph(report, { text: m.supplier_report_lower_intro({ score: writeShown(score, say), lowers: tenth(lowers, say) }, say) });
  drawTable(report, {
    summary: m.supplier_report_table_of({ title: m.supplier_report_lower_title({}, say) }, say),
    columns: [
      { label: m.supplier_report_column_question({}, say), share: 50 },
      { label: m.supplier_report_column_area({}, say), share: 22 },
      { label: m.supplier_report_column_points({}, say), share: 9, align: 'end' },
      { label: m.supplier_report_column_odds({}, say), share: 19 },
    ],
    rows: answers.map(({ question, text, domain, lowers: points }) => [
      `${question}  ${text}`,
      domainLabel(domain, say.locale),
      signed(-points, say),
      oddsLabel(-points, say),
    ]),
  });
}
