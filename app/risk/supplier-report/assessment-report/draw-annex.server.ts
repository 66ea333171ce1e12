import { m } from '~/paraglide/messages';
import { drawHeading, drawParagraph } from '~/documents/pdf/blocks.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import type { ReportPage } from './page';
import { writeDate } from '~/documents/pdf/labels';
import { writeParameter } from './write-parameter';

/** Every table and dated number behind the score, with publisher and licence. */
export function drawAnnex({ report, model, say }: ReportPage): void {
  report.addPage();
  drawHeading(report, { level: 1, text: m.supplier_report_section_annex({}, say) });
  if (model.tables.length > 0) {
    drawHeading(report, { level: 2, text: m.supplier_report_tables({}, say) });
    drawTable(report, {
      summary: m.supplier_report_table_of({ title: m.supplier_report_tables({}, say) }, say),
      columns: [
        { label: m.supplier_report_column_table({}, say), share: 50 },
        { label: m.supplier_report_column_producer({}, say), share: 22 },
        { label: m.supplier_report_column_vintage({}, say), share: 11 },
        { label: m.supplier_report_column_licence({}, say), share: 17 },
      ],
      size: 8,
      rows: model.tables.map((table) => {
        const { citation, published, accessed, url } = table;
        const dates = { published: published ?? m.supplier_report_unknown({}, say), accessed: writeDate(accessed, say) };
        const note = m.supplier_report_table_citation({ citation, ...dates, url: url ?? '' }, say).trim();
        return [{ text: table.title, note }, table.producer, table.vintage, table.licence];
      }),
    });
  }
  const { questionnaire } = model;
  if (questionnaire !== null) {
    drawHeading(report, { level: 2, text: m.supplier_report_instrument_terms({}, say) });
    drawParagraph(report, {
      text: `${questionnaire.title} (${questionnaire.instrument}). ${questionnaire.source} ${questionnaire.licence}`,
    });
  }
  drawHeading(report, { level: 2, text: m.supplier_report_parameters({}, say) });
  drawParagraph(report, { text: m.supplier_report_parameters_intro({}, say) });
  drawTable(report, {
    summary: m.supplier_report_table_of({ title: m.supplier_report_parameters({}, say) }, say),
    columns: [
      { label: m.supplier_report_column_parameter({}, say), share: 20 },
      { label: m.supplier_report_column_value({}, say), share: 32 },
      { label: m.supplier_report_column_since({}, say), share: 12 },
      { label: m.supplier_report_column_reason({}, say), share: 36 },
    ],
    size: 7.5,
    rows: model.parameters.map((parameter) => [
      parameter.id,
      { text: writeParameter(parameter.value, say.locale), note: parameter.unit },
      writeDate(parameter.effectiveFrom, say),
      { text: parameter.reason, note: parameter.source },
    ]),
  });
}
