import { writeNumber } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import { drawHeading, drawParagraph } from '~/documents/pdf/blocks.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import type { ReportPage } from './page';
import { evidenceLabel, gradeLabel, statusLabel, writeDate } from '~/documents/pdf/labels';
import { writeFact } from '~/suppliers/fields/reported/fact-text';

/** Findings with grade, state of remedy and what each adds to the score. */
export function drawFindings({ report, model, say }: ReportPage): void {
  report.beginSection(150);
  drawHeading(report, { level: 1, text: m.supplier_report_section_findings({}, say) });
  if (model.findings.length === 0) {
    drawParagraph(report, { text: m.supplier_report_findings_none({}, say) });
    return;
  }
  const points = (value: number | null) => (value === null ? '–' : writeNumber(value, { ...say, decimals: 1, signed: true }));
  drawTable(report, {
    summary: m.supplier_report_table_of({ title: m.supplier_report_section_findings({}, say) }, say),
    columns: [
      { label: m.supplier_report_column_finding({}, say), share: 44 },
      { label: m.supplier_report_column_grade({}, say), share: 12 },
      { label: m.supplier_report_column_status({}, say), share: 16 },
      { label: m.supplier_report_column_evidence({}, say), share: 18 },
      { label: m.supplier_report_column_points({}, say), share: 10, align: 'end' },
    ],
    rows: model.findings.map((finding) => {
      const note = findingNote(finding, say);
      return [
        note === '' ? finding.title : { text: finding.title, note },
        gradeLabel(finding.grade, say),
        statusLabel(finding.status, say),
        evidenceLabel(finding.evidence, say),
        points(finding.points),
      ];
    }),
  });
}

function findingNote(finding: ReportPage['model']['findings'][number], say: ReportPage['say']): string {
  const { clause, question, foundOn, people } = finding;
  const parts = [
    clause ?? '',
    question === undefined ? '' : m.supplier_report_finding_question({ question }, say),
    foundOn === undefined ? '' : m.supplier_report_finding_found_on({ date: writeDate(foundOn, say) }, say),
    people === null ? '' : m.supplier_report_finding_people({ people: writeFact(people, say) }, say),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
