import { writeNumber } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import { drawHeading, drawParagraph } from '~/documents/pdf/blocks.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import type { ListPage } from './page';

/** Who has no score, and which rows of the list could not be used. */
export function drawLeftOut(page: ListPage): void {
  const { report, model, say } = page;
  const whole = (value: number) => writeNumber(value, say);
  report.beginSection(200);
  drawHeading(report, { level: 1, text: m.supplier_report_list_not_scored({}, say) });
  const unscored = model.suppliers - model.scored;
  if (unscored === 0) drawParagraph(report, { text: m.supplier_report_list_not_scored_none({}, say) });
  else {
    drawParagraph(report, { text: m.supplier_report_list_not_scored_intro({}, say) });
    const first = model.notScoredFirst;
    report.reserve(90);
    drawParagraph(report, { text: m.supplier_report_list_not_scored_first({ count: whole(first.length), all: whole(unscored) }, say) });
    drawTable(report, {
      summary: m.supplier_report_list_not_scored({}, say),
      columns: [
        { label: m.supplier_report_list_column_supplier({}, say), share: 85 },
        { label: m.supplier_report_list_column_row({}, say), share: 15, align: 'end' },
      ],
      size: 8,
      rows: first.map((each) => [each.name, String(each.row)]),
    });
  }
  drawRefused(page);
}

function drawRefused({ report, model, say }: ListPage): void {
  if (model.list.refused === 0) return;
  report.beginSection(160);
  drawHeading(report, { level: 1, text: m.supplier_report_list_refused({}, say) });
  drawParagraph(report, { text: m.supplier_report_list_refused_intro({ refused: writeNumber(model.list.refused, say) }, say) });
  drawTable(report, {
    summary: m.supplier_report_list_refused({}, say),
    columns: [
      { label: m.supplier_report_list_column_row({}, say), share: 10 },
      { label: m.supplier_report_list_column_column({}, say), share: 25 },
      { label: m.supplier_report_list_column_reason({}, say), share: 65 },
    ],
    size: 8,
    rows: model.refusedFirst.map(({ row, column, text }) => [row === null ? '' : String(row), column ?? '', text]),
  });
}
