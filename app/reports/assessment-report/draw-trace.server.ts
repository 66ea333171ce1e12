import type { TraceNode } from '#scoring';
import { writeNumber } from '~/charts/numbers';
import { m } from '~/paraglide/messages';
import { drawHeading, drawParagraph } from '../kit/blocks.server';
import { type Cell, drawTable } from '../kit/draw-table.server';
import { walk } from './arrange-trace';
import type { ReportPage } from './page';
import { factWord, writeShare } from './words';

const deepestShown = 3;

/** The calculation in its main steps: lines, components and domains, and the facts and rows they were read from. Parameters stand in the annex. */
export function drawTrace({ report, model, say }: ReportPage): void {
  report.addPage();
  drawHeading(report, { level: 1, text: m.report_section_trace({}, say) });
  drawParagraph(report, { text: m.report_trace_intro({}, say) });
  if (say.locale !== 'en') drawParagraph(report, { text: m.report_trace_language({}, say) });
  const rows: Cell[][] = [];
  walk(model.trace, (node, depth) => {
    if (depth > deepestShown || node.parameter !== undefined) return;
    const label = node.fact === undefined ? node.label : factWord(node.fact.field, say);
    rows.push([{ text: label, indent: depth * 10, strong: depth < 2 }, node.rule, writeValue(node, say), takenFrom(node, say)]);
  });
  drawTable(report, {
    summary: m.report_table_of({ title: m.report_section_trace({}, say) }, say),
    columns: [
      { label: m.report_column_step({}, say), share: 48 },
      { label: m.report_column_rule({}, say), share: 8 },
      { label: m.report_column_value({}, say), share: 20 },
      { label: m.report_column_taken_from({}, say), share: 24 },
    ],
    size: 8,
    rows,
  });
}

function writeValue(node: TraceNode, say: ReportPage['say']): Cell {
  const { value, unit, fact } = node;
  if (value === null) return m.report_trace_not_known({}, say);
  if (typeof value === 'string') return unit === undefined ? value : { text: value, note: unit };
  if (fact !== undefined && /Share$/.test(fact.field)) return writeShare(value, say);
  const text = writeNumber(value, { ...say, decimals: Number.isInteger(value) ? 0 : unit?.startsWith('points') ? 1 : 3 });
  return unit === undefined ? text : { text, note: unit };
}

function takenFrom(node: TraceNode, say: ReportPage['say']): string {
  const { reference, fact, unknown } = node;
  if (reference !== undefined) return m.report_trace_table(reference, say);
  if (fact?.source !== undefined) return m.report_trace_source({ number: `[${fact.source}]` }, say);
  if (fact !== undefined) return m.report_source_none({}, say);
  return unknown === undefined ? '' : m.report_trace_not_known({}, say);
}
