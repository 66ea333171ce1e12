import { writeNumber, writePercent } from '~/charts/numbers';
import { drawWaterfall, type WaterfallRow, type WaterfallWords, waterfallRows } from '~/charts/waterfall-geometry';
import { bandWord, componentWord, confidenceWord, overrideWord, waterfallInput, waterfallTitle, waterfallWords } from '~/charts/words';
import { m } from '~/paraglide/messages';
import { drawHeading, drawList, drawParagraph, styles } from '../kit/blocks.server';
import { drawFigure } from '../kit/draw-drawing.server';
import { drawBand } from './draw-cover.server';
import type { ReportPage } from './page';
import type { OverrideInReport, ReportResult } from './schema';
import { isolate, small, writeDate } from './words';

const reasonMessages = {
  'country-unknown': m.report_not_scored_country,
  'sector-unknown': m.report_not_scored_sector,
  'coverage-below-floor': m.report_not_scored_coverage,
};

/** The answer first: the band and its interval, how sure we are, and how inherent risk became residual risk. */
export function drawSummary(page: ReportPage): void {
  const { report, model, say } = page;
  const { result } = model;
  report.addPage();
  drawHeading(report, { level: 1, text: m.report_section_summary({}, say) });
  const supplier = isolate(model.supplier.name);
  const date = writeDate(result.asOf, say);
  if (result.status === 'not-scored') {
    drawParagraph(report, { text: m.report_summary_not_scored({ date, supplier }, say), style: styles.lead, after: 8 });
    drawList(report, { items: result.reasons.map((reason) => ({ lead: reasonMessages[reason.code]({}, say) })) });
    drawBand(page);
    drawOverrides(page);
    drawParagraph(report, { text: m.report_not_scored_next({}, say) });
    drawUnknown(page);
    return;
  }
  const whole = (value: number) => writeNumber(value, say);
  const { score, low, high, band } = result;
  const words = { date, supplier, band: bandWord(band, say.locale), score: whole(score), low: whole(low), high: whole(high) };
  drawParagraph(report, { text: m.report_summary_scored(words, say), style: styles.lead, after: 10 });
  drawBand(page);
  drawOverrides(page);
  drawParagraph(report, { text: confidenceSentence(page, result) });
  drawUnknown(page);
  drawChange(page, result.engineVersion);
  drawSteps(page, result);
}

/** Critical overrides, whether or not there is a score to raise. */
function drawOverrides({ report, model, say }: ReportPage): void {
  const { overrides = [] } = model.result;
  if (overrides.length === 0) return;
  drawHeading(report, { level: 2, text: m.report_overrides_title({}, say) });
  drawList(report, { items: overrides.map((override) => ({ lead: override.code, text: overrideSentence(override, say) })) });
}

function overrideSentence({ code, floor, state, since, lifted }: OverrideInReport, say: ReportPage['say']): string {
  const text = overrideWord(code, say.locale);
  if (state === 'lifted') return m.report_override_lifted({ text, date: writeDate(lifted?.liftedOn ?? '', say) }, say);
  if (since === null) return m.report_override_in_force_undated({ text, floor: writeNumber(floor, say) }, say);
  const date = writeDate(since, say);
  return state === 'not-yet'
    ? m.report_override_not_yet({ text, date }, say)
    : m.report_override_in_force({ text, date, floor: writeNumber(floor, say) }, say);
}

function drawSteps({ report, say }: ReportPage, result: Extract<ReportResult, { status: 'scored' }>): void {
  const words = waterfallWords(say.locale);
  const rows = waterfallRows(waterfallInput(result, say.locale), words);
  const scale = 0.75;
  const drawing = drawWaterfall(rows, { words, width: report.width / scale, rowHeight: 17.5 });
  const title = waterfallTitle(result, say.locale);
  report.reserve(drawing.height * scale + 76);
  drawHeading(report, { level: 2, text: m.report_from_inherent({}, say) });
  drawParagraph(report, { text: title, style: styles.strong, after: 2 });
  drawParagraph(report, { text: m.report_waterfall_note({}, say), style: styles.small, after: 8 });
  drawFigure(report, { drawing, alt: `${title}. ${rows.map((row) => rowWords(row, words)).join('; ')}.`, scale });
}

function rowWords(row: WaterfallRow, words: WaterfallWords): string {
  return `${row.label} ${row.kind === 'part' ? words.signed(row.points) : words.number(row.points)}`;
}

function confidenceSentence({ say }: ReportPage, result: Extract<ReportResult, { status: 'scored' }>): string {
  const answered = result.domains.reduce((sum, domain) => sum + domain.answered, 0);
  const asked = result.domains.reduce((sum, domain) => sum + domain.questions, 0);
  const confidence = confidenceWord(result.confidence.grade, say.locale);
  return m.report_summary_confidence({ confidence, coverage: writePercent(result.coverage, say), answered, asked }, say);
}

function drawUnknown({ report, model, say }: ReportPage): void {
  const unknown = model.result.components.filter((component) => !component.known);
  if (unknown.length === 0) return;
  const components = unknown.map((component) => small(componentWord(component.id, say.locale))).join(', ');
  const sentence = model.result.status === 'scored' ? m.report_summary_unknown : m.report_summary_missing;
  drawParagraph(report, { text: sentence({ components }, say) });
}

function drawChange({ report, model, say }: ReportPage, engineVersion: string): void {
  const { previous } = model;
  if (previous === null) return;
  const words = { date: writeDate(previous.asOf, say), score: writeNumber(previous.score, say), band: bandWord(previous.band, say.locale) };
  const sentences = [m.report_summary_change(words, say)];
  if (previous.engineVersion !== engineVersion) sentences.push(m.report_summary_change_method({ version: previous.engineVersion }, say));
  drawParagraph(report, { text: sentences.join(' ') });
}
