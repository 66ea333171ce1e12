import { drawBandLine } from '~/charts/band-line-geometry';
import { writeNumber, writePercent } from '~/charts/numbers';
import { bandLineTitle, bandLineWords, bandWord, confidenceWord, readingOf } from '~/charts/words';
import { m } from '~/paraglide/messages';
import { drawParagraph, styles } from '../kit/blocks.server';
import { drawFigure } from '../kit/draw-drawing.server';
import { drawTable } from '../kit/draw-table.server';
import { inks } from '../kit/inks';
import type { ReportPage } from './page';
import { capital, countryWord, writeDate } from './words';

/** First page: who, for whom, when, the band with its interval, and what the report is not. */
export function drawCover({ report, model, say }: ReportPage): void {
  const { supplier, organization, result, questionnaire } = model;
  report.y = 86;
  drawParagraph(report, { text: organization.name, style: { size: 10, ink: inks.muted }, after: 70 });
  drawParagraph(report, { text: m.report_title({}, say), style: { size: 12, strong: true, ink: inks.accent }, after: 2 });
  report.note(1, supplier.name);
  drawParagraph(report, { text: supplier.name, style: styles.title, tag: 'H1', after: 2 });
  const place = supplier.country === null ? m.report_country_unknown({}, say) : countryWord(supplier.country, say);
  drawParagraph(report, { text: `${place} · ${supplier.publicId}`, style: { size: 12, ink: inks.muted }, after: 26 });

  drawBand({ report, model, say });
  report.y += 14;

  const rows: [string, string][] = [
    [m.report_prepared_for({}, say), organization.name],
    [m.report_prepared_on({}, say), writeDate(model.preparedAt, say)],
    [m.report_as_of({}, say), writeDate(result.asOf, say)],
    [m.report_residual_risk({}, say), residualWords({ model, say })],
  ];
  if (result.status === 'scored') {
    const words = {
      confidence: capital(confidenceWord(result.confidence.grade, say.locale)),
      coverage: writePercent(result.coverage, say),
    };
    rows.push([m.report_confidence({}, say), m.report_confidence_value(words, say)]);
  }
  const { previous } = model;
  if (previous !== null) rows.push([m.report_previous({}, say), previousWords({ previous, say })]);
  rows.push(
    [
      m.report_questionnaire({}, say),
      questionnaire === null ? m.report_questionnaire_none({}, say) : `${questionnaire.title} (${questionnaire.instrument})`,
    ],
    [m.report_method_version({}, say), result.engineVersion],
  );
  drawTable(report, {
    summary: m.report_title({}, say),
    columns: [
      { label: '', share: 30 },
      { label: '', share: 70 },
    ],
    rows,
    size: 9.5,
    isHeadless: true,
  });
  report.y = Math.max(report.y + 6, report.bottom - 92);
  drawParagraph(report, { text: m.report_cover_note({}, say), after: 10 });
  drawParagraph(report, { text: m.report_hash({}, say), style: styles.small, after: 0 });
  drawParagraph(report, { text: model.hash, style: { size: 8 }, after: 0 });
}

/** The band line with its sentence as the text for those who do not see it. */
export function drawBand({ report, model, say }: ReportPage): void {
  const reading = readingOf(model.result, model.prior ?? undefined);
  const scale = 0.82;
  const drawing = drawBandLine(reading, { words: bandLineWords(reading, say.locale), width: report.width / scale });
  drawFigure(report, { drawing, alt: bandLineTitle(reading, say.locale), scale });
}

function residualWords({ model, say }: Pick<ReportPage, 'model' | 'say'>): string {
  const { result } = model;
  if (result.status === 'not-scored') return m.report_not_scored({}, say);
  const whole = (value: number) => writeNumber(value, say);
  const { score, low, high, band, bandLow, bandHigh } = result;
  return m.report_residual_value(
    {
      score: whole(score),
      band: bandWord(band, say.locale),
      low: whole(low),
      high: whole(high),
      bandLow: bandWord(bandLow, say.locale),
      bandHigh: bandWord(bandHigh, say.locale),
    },
    say,
  );
}

function previousWords({ previous, say }: { previous: NonNullable<ReportPage['model']['previous']>; say: ReportPage['say'] }): string {
  const { score, band, asOf, engineVersion } = previous;
  return m.report_previous_value(
    { score: writeNumber(score, say), band: bandWord(band, say.locale), date: writeDate(asOf, say), version: engineVersion },
    say,
  );
}
