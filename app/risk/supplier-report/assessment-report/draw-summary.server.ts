import { writeNumber } from '~/documents/charts/numbers';
import { bandLabel, overrideLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { drawHeading, drawList, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import { drawBand } from './draw-cover.server';
import type { ReportPage } from './page';
import type { OverrideInReport } from './parts-schema';
import type { AssessmentReport, ScoredResult } from './schema';
import { basisValue, childValue, isSameMethod, meaningSentence, peopleValue, stateSentences, writeShown } from './score-labels';
import { isolate, small, writeDate } from '~/documents/pdf/labels';
import { factLabel } from '~/suppliers/fields/reported/fact-text';

/** The result first: band and interval, meaning, basis, and accompanying facts. */
export function drawSummary(page: ReportPage<AssessmentReport>): void {
  const { report, model, say } = page;
  const { result } = model;
  report.addPage();
  drawHeading(report, { level: 1, text: m.supplier_report_section_summary({}, say) });
  if (result.status === 'not-scored') drawNoScore(page, result.missing);
  else drawScore(page, result);
}

function drawNoScore(page: ReportPage<AssessmentReport>, missing: readonly string[]): void {
  const { report, model, say } = page;
  const words = { date: writeDate(model.result.asOf, say), supplier: isolate(model.supplier.name) };
  drawParagraph(report, { text: m.supplier_report_summary_not_scored(words, say), style: styles.lead, after: 8 });
  drawBand(page);
  drawOverrides(page);
  drawParagraph(report, { text: m.supplier_report_not_scored_next({}, say) });
  if (missing.length === 0) return;
  const facts = missing.map((field) => small(factLabel(field, say) ?? field)).join(', ');
  drawParagraph(report, { text: m.supplier_report_summary_missing({ components: facts }, say) });
}

function drawScore(page: ReportPage<AssessmentReport>, result: ScoredResult): void {
  const { report, model, say } = page;
  const { score, low, high, band } = result;
  const words = {
    ...{ date: writeDate(result.asOf, say), supplier: isolate(model.supplier.name), band: bandLabel(band, say.locale) },
    ...{ score: writeShown(score, say), low: writeShown(low, say), high: writeShown(high, say) },
  };
  drawParagraph(report, { text: m.supplier_report_summary_scored(words, say), style: styles.lead, after: 10 });
  drawBand(page);
  drawParagraph(report, { text: meaningSentence(result, say), style: styles.strong, after: 2 });
  drawParagraph(report, { text: m.supplier_report_summary_meaning({}, say) });
  if (low < 0 || high > 100) {
    const exact = (value: number) => writeNumber(value, { ...say, decimals: 1 });
    drawParagraph(report, { text: m.supplier_report_summary_beyond({ score: exact(score), low: exact(low), high: exact(high) }, say) });
  }
  drawOverrides(page);

  drawHeading(report, { level: 2, text: m.supplier_report_basis({}, say) });
  const answered = result.domains.reduce((sum, domain) => sum + domain.answered, 0);
  const asked = result.domains.reduce((sum, domain) => sum + domain.questions, 0);
  const basis = m.supplier_report_summary_basis({ basis: basisValue(result, say) }, say);
  drawParagraph(report, { text: asked === 0 ? basis : `${basis} ${m.supplier_report_summary_answered({ answered, asked }, say)}` });

  drawHeading(report, { level: 2, text: m.supplier_report_people({}, say) });
  drawParagraph(report, { text: peopleValue(result, say), style: styles.strong, after: 2 });
  if (result.people !== null) drawParagraph(report, { text: m.supplier_report_people_note({}, say) });

  drawHeading(report, { level: 2, text: m.supplier_report_beside({}, say) });
  drawList(report, {
    items: [
      { lead: m.supplier_report_child({}, say), text: childValue(result, say) },
      { lead: m.supplier_report_state({}, say), text: stateSentences(result, say).join(' ') },
    ],
  });
  drawChange(page, result.engineVersion);
}

/** Critical overrides, whether or not there is a score to raise. */
export function drawOverrides({ report, model, say }: ReportPage): void {
  const { overrides = [] } = model.result;
  if (overrides.length === 0) return;
  drawHeading(report, { level: 2, text: m.supplier_report_overrides_title({}, say) });
  drawList(report, { items: overrides.map((override) => ({ lead: override.code, text: overrideSentence(override, say) })) });
}

function overrideSentence({ code, floor, state, since, lifted }: OverrideInReport, say: ReportPage['say']): string {
  const text = overrideLabel(code, say.locale);
  if (state === 'lifted' && lifted) return m.supplier_report_override_lifted({ text, date: writeDate(lifted.liftedOn, say) }, say);
  if (since === null) return m.supplier_report_override_in_force_undated({ text, floor: writeNumber(floor, say) }, say);
  const date = writeDate(since, say);
  return state === 'not-yet'
    ? m.supplier_report_override_not_yet({ text, date }, say)
    : m.supplier_report_override_in_force({ text, date, floor: writeNumber(floor, say) }, say);
}

function drawChange({ report, model, say }: ReportPage, engineVersion: string): void {
  const { previous } = model;
  if (previous === null) return;
  const date = writeDate(previous.asOf, say);
  const { score, band, engineVersion: version } = previous;
  const text = isSameMethod(version, engineVersion)
    ? m.supplier_report_summary_change({ date, score: writeShown(score, say), band: bandLabel(band, say.locale) }, say)
    : m.supplier_report_summary_other_method({ date, version }, say);
  drawParagraph(report, { text });
}
