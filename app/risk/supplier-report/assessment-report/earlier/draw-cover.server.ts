import { writeNumber, writePercent } from '~/documents/charts/numbers';
import { bandLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { drawBand, drawCoverWith } from '../draw-cover.server';
import type { ReportPage } from '../page';
import { capital, writeDate } from '~/documents/pdf/labels';
import type { EarlierReport, EarlierScored } from './schema';

const confidences = {
  low: m.supplier_report_earlier_confidence_low,
  medium: m.supplier_report_earlier_confidence_medium,
  high: m.supplier_report_earlier_confidence_high,
} satisfies Record<EarlierScored['confidence']['grade'], unknown>;

/** "low confidence" */
export const confidenceLabel = ({ confidence }: EarlierScored, say: ReportPage['say']): string => confidences[confidence.grade]({}, say);

/** The first page of a report of method 1, marked as such. */
export function drawEarlierCover(page: ReportPage<EarlierReport>): void {
  const { model, say } = page;
  const { result, previous } = model;
  const rows: [string, string][] = [[m.supplier_report_earlier_residual_risk({}, say), residualWords(page)]];
  if (result.status === 'scored') {
    const words = { confidence: capital(confidenceLabel(result, say)), coverage: writePercent(result.coverage, say) };
    rows.push([m.supplier_report_earlier_confidence({}, say), m.supplier_report_earlier_confidence_value(words, say)]);
  }
  if (previous !== null) {
    const words = { score: writeNumber(previous.score, say), band: bandLabel(previous.band, say.locale) };
    const of = { date: writeDate(previous.asOf, say), version: previous.engineVersion };
    rows.push([m.supplier_report_previous({}, say), m.supplier_report_previous_value({ ...words, ...of }, say)]);
  }
  drawCoverWith(page, {
    rows,
    drawFigure: () => {
      drawMark(page);
      drawBand(page, model.prior ?? undefined);
    },
  });
}

/** By which method the report was made, and that its score is none of the method in force. */
export function drawMark({ report, model, say }: ReportPage<EarlierReport>): void {
  const { engineVersion, asOf } = model.result;
  drawParagraph(report, {
    text: m.supplier_report_earlier_mark({ version: engineVersion, date: writeDate(asOf, say) }, say),
    style: styles.strong,
    after: 8,
  });
}

function residualWords({ model, say }: ReportPage<EarlierReport>): string {
  const { result } = model;
  if (result.status === 'not-scored') return m.supplier_report_not_scored({}, say);
  const whole = (value: number) => writeNumber(value, say);
  const { score, low, high, band, bandLow, bandHigh } = result;
  return m.supplier_report_earlier_residual_value(
    {
      ...{ score: whole(score), low: whole(low), high: whole(high) },
      ...{ band: bandLabel(band, say.locale), bandLow: bandLabel(bandLow, say.locale), bandHigh: bandLabel(bandHigh, say.locale) },
    },
    say,
  );
}
