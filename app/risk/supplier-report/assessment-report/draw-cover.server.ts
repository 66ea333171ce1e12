import { drawBandLine } from '~/documents/charts/band-line-geometry';
import { bandLineTitle, bandLineWords, readingOf } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { drawFigure } from '~/documents/pdf/draw-drawing.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import { inks } from '~/documents/pdf/inks';
import type { ReportPage } from './page';
import type { AssessmentReport } from './schema';
import { basisValue, childValue, meaningSentence, peopleValue, previousValue, scoreValue, stateSentences } from './score-labels';
import { countryLabel, writeDate } from '~/documents/pdf/labels';

/** First page: who, for whom, when, the band with its interval, what it rests on, and what the report is not. */
export function drawCover(page: ReportPage<AssessmentReport>): void {
  const { result, previous } = page.model;
  const { say } = page;
  const rows: [string, string][] =
    result.status === 'not-scored'
      ? [[m.supplier_report_risk_score({}, say), m.supplier_report_not_scored({}, say)]]
      : [
          [m.supplier_report_risk_score({}, say), scoreValue(result, say)],
          [m.supplier_report_meaning({}, say), meaningSentence(result, say)],
          [m.supplier_report_basis({}, say), basisValue(result, say)],
          [m.supplier_report_people({}, say), peopleValue(result, say)],
          [m.supplier_report_child({}, say), childValue(result, say)],
          ...(result.stateImposed.length === 0
            ? []
            : [[m.supplier_report_state({}, say), stateSentences(result, say).join(' ')] satisfies [string, string]]),
        ];
  if (previous !== null) rows.push([m.supplier_report_previous({}, say), previousValue(previous, result.engineVersion, say)]);
  drawCoverWith(page, { rows, drawFigure: () => drawBand(page) });
}

/** The frame of the first page, which reports of any method have. `rows`: what the table says of the score. */
export function drawCoverWith({ report, model, say }: ReportPage, given: { rows: [string, string][]; drawFigure: () => void }): void {
  const { supplier, organization, result, questionnaire } = model;
  report.y = 78;
  drawParagraph(report, { text: organization.name, style: { size: 10, ink: inks.muted }, after: 56 });
  drawParagraph(report, { text: m.supplier_report_title({}, say), style: { size: 12, strong: true, ink: inks.accent }, after: 2 });
  report.note(1, supplier.name);
  drawParagraph(report, { text: supplier.name, style: styles.title, tag: 'H1', after: 2 });
  const place = supplier.country === null ? m.supplier_report_country_unknown({}, say) : countryLabel(supplier.country, say);
  drawParagraph(report, { text: `${place} · ${supplier.publicId}`, style: { size: 12, ink: inks.muted }, after: 22 });

  given.drawFigure();
  report.y += 12;

  drawTable(report, {
    summary: m.supplier_report_title({}, say),
    columns: [
      { label: '', share: 30 },
      { label: '', share: 70 },
    ],
    rows: [
      ...given.rows,
      [m.supplier_report_prepared_for({}, say), organization.name],
      [m.supplier_report_prepared_on({}, say), writeDate(model.preparedAt, say)],
      [m.supplier_report_as_of({}, say), writeDate(result.asOf, say)],
      [
        m.supplier_report_questionnaire({}, say),
        questionnaire === null ? m.supplier_report_questionnaire_none({}, say) : `${questionnaire.title} (${questionnaire.instrument})`,
      ],
      [m.supplier_report_method_version({}, say), result.engineVersion],
    ],
    size: 9.5,
    isHeadless: true,
  });
  report.y = Math.max(report.y + 6, report.bottom - 92);
  drawParagraph(report, { text: m.supplier_report_cover_note({}, say), after: 10 });
  drawParagraph(report, { text: m.supplier_report_hash({}, say), style: styles.small, after: 0 });
  drawParagraph(report, { text: model.hash, style: { size: 8 }, after: 0 });
}

/** The band line with its sentence as the text for those who do not see it. `prior`: what is usual there, where that is shown. */
export function drawBand({ report, model, say }: ReportPage, prior?: number): void {
  const reading = readingOf(model.result, prior);
  const scale = 0.82;
  const drawing = drawBandLine(reading, { words: bandLineWords(reading, say.locale), width: report.width / scale });
  drawFigure(report, { drawing, alt: bandLineTitle(reading, say.locale), scale });
}
