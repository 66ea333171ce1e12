import type { TraceNode } from '#scoring';
import { writeNumber, writePercent } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import { drawHeading, drawParagraph } from '~/documents/pdf/blocks.server';
import { type Cell, drawTable } from '~/documents/pdf/draw-table.server';
import { walk } from './arrange-trace';
import type { ReportPage } from './page';
import { ledgerLabel } from './paid-label';
import { factLabel } from '~/suppliers/fields/reported/fact-text';

/** The calculation in its main steps: lines, components and domains, and the facts and rows they were read from. Parameters are in the annex. */
export function drawTrace({ report, model, say }: ReportPage): void {
  report.addPage();
  drawHeading(report, { level: 1, text: m.supplier_report_section_trace({}, say) });
  drawParagraph(report, { text: m.supplier_report_trace_intro({}, say) });
  if (say.locale !== 'en') drawParagraph(report, { text: m.supplier_report_trace_language({}, say) });
  const rows: Cell[][] = [];
  walk(model.trace, (node, depth) => {
    if (!isMainStep(node, depth)) return;
    const label = node.fact === undefined ? node.label : factHeading(node, node.fact.field, say);
    const note = ledgerLabel(node, say);
    rows.push([
      { text: label, ...(note === null ? {} : { note }), indent: depth * 10, strong: depth < 2 },
      node.rule,
      writeValue(node, say),
      takenFrom(node, say),
    ]);
  });
  drawTable(report, {
    summary: m.supplier_report_table_of({ title: m.supplier_report_section_trace({}, say) }, say),
    columns: [
      { label: m.supplier_report_column_step({}, say), share: 44 },
      { label: m.supplier_report_column_rule({}, say), share: 7 },
      { label: m.supplier_report_column_value({}, say), share: 24 },
      { label: m.supplier_report_column_taken_from({}, say), share: 25 },
    ],
    size: 8,
    rows,
  });
}

/** The name of a fact, and where its value was set aside, that. */
function factHeading({ id, label }: TraceNode, field: string, say: ReportPage['say']): string {
  const fact = factLabel(field, say);
  if (fact === undefined) return label;
  return id.includes('/set-aside-') ? m.supplier_report_trace_set_aside({ fact }, say) : fact;
}

/** Lines, components and domains; under the inherent components also what was read and from where. Answers and parameters have their own pages. */
function isMainStep(node: TraceNode, depth: number): boolean {
  if (node.parameter !== undefined) return false;
  if (depth <= 2) return true;
  const isRead = node.fact !== undefined || node.reference !== undefined || (node.inputs?.length ?? 0) > 0;
  return depth <= 4 && isRead && node.id.startsWith('score/inherent/');
}

function writeValue(node: TraceNode, say: ReportPage['say']): Cell {
  const { value, unit, fact } = node;
  if (value === null) return fact === undefined ? '–' : m.supplier_report_trace_hidden({}, say);
  if (typeof value === 'number' && fact !== undefined && /Share$/.test(fact.field)) return writePercent(value, { ...say, isExact: true });
  const decimals = typeof value !== 'number' || Number.isInteger(value) ? 0 : unit?.startsWith('points') ? 1 : 3;
  const text = typeof value === 'number' ? writeNumber(value, { ...say, decimals }) : value;
  if (unit === undefined || unit === '0 to 1') return text;
  return /^(points|share|factor)/.test(unit) && unit.length < 18 ? `${text} ${unit}` : { text, note: unit };
}

function takenFrom(node: TraceNode, say: ReportPage['say']): string {
  const { reference, fact, unknown } = node;
  if (reference !== undefined) return m.supplier_report_trace_table(reference, say);
  if (fact?.source !== undefined) return m.supplier_report_trace_source({ number: `[${fact.source}]` }, say);
  if (fact !== undefined) return m.supplier_report_source_none({}, say);
  return unknown === undefined ? '' : m.supplier_report_trace_not_known({}, say);
}
