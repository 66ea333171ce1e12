import { writeNumber, writePercent } from '~/documents/charts/numbers';
import { componentLabel, domainLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { drawHeading, drawList, drawParagraph } from '~/documents/pdf/blocks.server';
import type { ReportPage } from './page';
import type { EarlierAct } from './earlier/schema';
import type { NextAct } from './schema';
import { capital, gradeLabel, isolate, small, statusLabel } from '~/documents/pdf/labels';

/** What would change most, in order. */
export function drawNextActs({ report, model, say }: ReportPage): void {
  report.addPage();
  drawHeading(report, { level: 1, text: m.supplier_report_section_next({}, say) });
  if (model.nextActs.length === 0) {
    drawParagraph(report, { text: m.supplier_report_next_none({}, say) });
    return;
  }
  drawParagraph(report, { text: m.supplier_report_next_intro({}, say), after: 10 });
  drawList(report, { items: model.nextActs.map((act) => actWords(act, say)), isNumbered: true });
}

function actWords(act: NextAct | EarlierAct, say: ReportPage['say']): { lead: string; text: string } {
  switch (act.kind) {
    case 'finding': {
      const words = { grade: gradeLabel(act.grade, say), status: statusLabel(act.status, say) };
      return {
        lead: m.supplier_report_next_finding({ title: isolate(act.title) }, say),
        text: capital(m.supplier_report_next_finding_text(words, say)),
      };
    }
    case 'contradiction':
      return { lead: m.supplier_report_next_contradiction({ questions: act.questions.join(', ') }, say), text: act.text };
    case 'control': {
      const words = { effectiveness: writePercent(act.effectiveness, say), weight: writeNumber(act.weight, say) };
      return {
        lead: m.supplier_report_next_control({ domain: small(domainLabel(act.domain, say.locale)) }, say),
        text: m.supplier_report_next_control_text(words, say),
      };
    }
    case 'fact':
      return {
        lead: m.supplier_report_next_fact({ component: small(componentLabel(act.component, say.locale)) }, say),
        text: factWords(act, say),
      };
    case 'questionnaire':
      return { lead: m.supplier_report_next_questionnaire({}, say), text: m.supplier_report_next_questionnaire_text({}, say) };
  }
}

type FactAct = Extract<NextAct | EarlierAct, { kind: 'fact' }>;

/** What a fact that is not known does to the score: in method 1 it could add points, now it widens the interval. */
function factWords(act: FactAct, say: ReportPage['say']): string {
  const one = (value: number) => writeNumber(value, { ...say, decimals: Number.isInteger(value) ? 0 : 1 });
  if ('low' in act) return m.supplier_report_earlier_next_fact_text({ low: one(act.low), high: one(act.high) }, say);
  return act.error === null
    ? m.supplier_report_next_fact_needed({}, say)
    : m.supplier_report_next_fact_text({ error: one(act.error) }, say);
}
