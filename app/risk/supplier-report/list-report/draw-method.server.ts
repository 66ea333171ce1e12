import { m } from '~/paraglide/messages';
import { writeDate } from '~/documents/pdf/labels';
import { drawHeading, drawList, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import { drawLists } from './draw-lists.server';
import type { ListPage } from './page';

/** How the scores are made, what they cannot say, and the terms of every table that was read. */
export function drawMethod({ report, model, say }: ListPage): void {
  report.beginSection(240);
  drawHeading(report, { level: 1, text: m.supplier_report_section_method({}, say) });
  for (const text of [
    m.supplier_report_method_score,
    m.supplier_report_method_inherent,
    m.supplier_report_method_interval,
    m.supplier_report_method_beside,
    m.supplier_report_list_method_facts,
  ])
    drawParagraph(report, { text: text({}, say) });
  drawHeading(report, { level: 2, text: m.supplier_report_limits({}, say) });
  const limits = [
    m.supplier_report_limit_law,
    m.supplier_report_limit_prior,
    m.supplier_report_list_limit_weights,
    m.supplier_report_limit_calibration,
    m.supplier_report_list_limit_list,
    m.supplier_report_list_limit_alerts,
  ];
  drawList(report, { items: limits.map((limit) => ({ lead: limit({}, say) })) });
  drawLists({ report, model, say });
  if (model.tables.length > 0) {
    report.beginSection(160);
    drawHeading(report, { level: 1, text: m.supplier_report_tables({}, say) });
    drawTable(report, {
      summary: m.supplier_report_table_of({ title: m.supplier_report_tables({}, say) }, say),
      columns: [
        { label: m.supplier_report_column_table({}, say), share: 50 },
        { label: m.supplier_report_column_producer({}, say), share: 22 },
        { label: m.supplier_report_column_vintage({}, say), share: 11 },
        { label: m.supplier_report_column_licence({}, say), share: 17 },
      ],
      size: 8,
      rows: model.tables.map(({ title, citation, published, accessed, url, producer, vintage, licence }) => {
        const dates = { published: published ?? m.supplier_report_unknown({}, say), accessed: writeDate(accessed, say) };
        return [
          { text: title, note: m.supplier_report_table_citation({ citation, ...dates, url: url ?? '' }, say).trim() },
          producer,
          vintage,
          licence,
        ];
      }),
    });
  }
  drawParagraph(report, { text: m.supplier_report_hash({}, say), style: styles.small, after: 0 });
  drawParagraph(report, { text: model.hash, style: { size: 8 }, after: 0 });
}
