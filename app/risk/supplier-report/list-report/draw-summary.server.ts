import { writeNumber, writePercent } from '~/documents/charts/numbers';
import { bandLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { capital, writeDate } from '~/documents/pdf/labels';
import { drawHeading, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import { inks } from '~/documents/pdf/inks';
import type { ListPage } from './page';

/** What was scored, and how the suppliers fall into the bands. */
export function drawSummary({ report, model, say }: ListPage): void {
  const { list } = model;
  const whole = (value: number) => writeNumber(value, say);
  drawParagraph(report, { text: m.supplier_report_list_title({}, say), style: { size: 12, strong: true, ink: inks.accent }, after: 2 });
  report.note(1, list.name);
  drawParagraph(report, { text: list.name, style: styles.h1, tag: 'H1', after: 10 });
  drawParagraph(report, { text: m.supplier_report_list_lead({ date: writeDate(model.asOf, say) }, say), style: { size: 11 }, after: 10 });
  const rows: [string, string][] = [
    [m.supplier_report_as_of({}, say), writeDate(model.asOf, say)],
    [m.supplier_report_method_version({}, say), model.engineVersion],
    [
      m.supplier_report_list_rows({}, say),
      m.supplier_report_list_rows_value({ rows: whole(list.rows), refused: whole(list.refused), warned: whole(list.warned) }, say),
    ],
    [
      m.supplier_report_list_suppliers({}, say),
      m.supplier_report_list_suppliers_value(
        { suppliers: whole(model.suppliers), scored: whole(model.scored), unscored: whole(model.suppliers - model.scored) },
        say,
      ),
    ],
    [m.supplier_report_list_only_named({}, say), whole(model.onlyNamed)],
    ...(list.sheet === null ? [] : [[m.supplier_report_list_sheet({}, say), list.sheet] satisfies [string, string]]),
    [m.supplier_report_list_hash({}, say), list.sha256],
  ];
  drawTable(report, {
    summary: m.supplier_report_list_title({}, say),
    columns: [
      { label: '', share: 24 },
      { label: '', share: 76 },
    ],
    rows,
    size: 9,
    isHeadless: true,
  });
  drawParagraph(report, { text: m.supplier_report_cover_note({}, say), style: styles.small, after: 10 });

  drawHeading(report, { level: 2, text: m.supplier_report_list_bands({}, say) });
  drawParagraph(report, { text: m.supplier_report_list_bands_intro({}, say) });
  drawTable(report, {
    summary: m.supplier_report_list_bands({}, say),
    columns: [
      { label: m.supplier_report_list_column_band({}, say), share: 25 },
      { label: m.supplier_report_list_column_in_band({}, say), share: 25, align: 'end' },
      { label: m.supplier_report_list_column_share({}, say), share: 22, align: 'end' },
      { label: m.supplier_report_list_column_possible({}, say), share: 28, align: 'end' },
    ],
    size: 9,
    rows: [...model.bands]
      .reverse()
      .map(({ band, suppliers, possible }) => [
        capital(bandLabel(band, say.locale)),
        whole(suppliers),
        model.scored === 0 ? '' : writePercent(suppliers / model.scored, { ...say, isExact: true }),
        whole(possible),
      ]),
  });
  const { certain, probable, open } = model.riskiest;
  const words = { certain: whole(certain), probable: whole(probable), open: whole(open) };
  if (model.scored > 0) drawParagraph(report, { text: m.supplier_report_list_tenth_summary(words, say) });
}
