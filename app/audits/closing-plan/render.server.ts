import canonicalize from 'canonicalize';
import { timescaleLabel, verificationLabel } from '~/findings/corrective-actions/labels';
import { drawHeading, drawParagraph, styles } from '~/documents/pdf/blocks.server';
import type { Block } from '~/documents/pdf/block';
import { drawBlocks } from '~/documents/pdf/draw-block.server';
import { drawRunningLines } from '~/documents/pdf/draw-running-lines.server';
import { capital, gradeLabel, isolate, writeDate } from '~/documents/pdf/labels';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { m } from '~/paraglide/messages';
import { type ClosingPlanReport, closingPlanReportSchema } from './report';
import type { Drawn, PlanRow } from './schema';

type Say = { locale: ClosingPlanReport['locale'] };

/**
 * Renders a signed plan as an A4 PDF that is PDF/A-3a and PDF/UA-1, with its data attached as JSON and both hashes in print. Dated by the day of the meeting,
 * not the clock, so that the same plan gives the same bytes. Throws ZodError for invalid input.
 */
export async function renderClosingPlan(given: ClosingPlanReport): Promise<Buffer> {
  const model = closingPlanReportSchema.parse(JSON.parse(writeClosingPlanJson(given)));
  const { signed, organization, locale } = model;
  const { plan } = signed;
  const say = { locale };
  const title = m.closing_plan_title({}, say);
  const at = new Date(`${plan.agreedOn}T00:00:00Z`);
  const report = new ReportDocument({
    ...{ title: `${title}: ${plan.site ?? plan.supplier}`, author: organization.name, subject: m.closing_plan_confidential({}, say) },
    ...{ locale, createdAt: at },
  });
  const beside = { photos: new Map<string, Buffer>(), gone: '' };
  report.addPage();
  drawHeading(report, { level: 1, text: title });
  drawParagraph(report, { text: m.closing_plan_confidential({}, say) });
  drawBlocks(report, [headBlock(model, say)], beside);
  if (plan.rows.length === 0) drawParagraph(report, { text: m.closing_plan_rows_none({}, say) });
  for (const row of plan.rows) drawBlocks(report, rowBlocks(row, say), beside);
  drawBlocks(report, [{ kind: 'heading', level: 2, text: m.closing_plan_sign_title({}, say) }, ...signatureBlocks(model, say)], beside);
  drawParagraph(report, { text: m.closing_plan_hash({}, say), style: styles.small, after: 0 });
  drawParagraph(report, { text: signed.hash, style: { size: 8 } });
  drawParagraph(report, { text: m.supplier_report_hash({}, say), style: styles.small, after: 0 });
  drawParagraph(report, { text: model.hash, style: { size: 8 }, after: 0 });
  drawRunningLines(report, {
    head: isolate(plan.site ?? plan.supplier),
    foot: `${isolate(organization.name)} · ${plan.audit.number}`,
    page: (number, pages) => m.supplier_report_page_of({ page: number, pages }, say),
    firstPage: 1,
  });
  report.attach({
    name: 'closing-plan.json',
    data: Buffer.from(writeClosingPlanJson(model), 'utf8'),
    description: m.closing_plan_attachment({}, say),
    at,
  });
  return report.finish();
}

export const writeClosingPlanJson = (model: ClosingPlanReport): string => canonicalize(model) ?? '';

function headBlock({ signed: { plan } }: ClosingPlanReport, say: Say): Block {
  return {
    kind: 'pairs',
    title: m.closing_plan_title({}, say),
    rows: [
      [m.audits_supplier({}, say), isolate(plan.supplier)],
      [m.audits_site({}, say), plan.site ?? m.audits_site_none({}, say)],
      [m.audit_report_number({}, say), plan.audit.number],
      [
        m.audit_report_dates({}, say),
        m.audit_report_from_to({ from: writeDate(plan.audit.startsOn, say), to: writeDate(plan.audit.endsOn, say) }, say),
      ],
      [m.closing_plan_agreed_on({}, say), writeDate(plan.agreedOn, say)],
      [m.closing_plan_title({}, say), m.closing_plan_version({ version: plan.version }, say)],
    ],
  };
}

function rowBlocks(row: PlanRow, say: Say): Block[] {
  const answer = row.site === 'agrees' ? m.closing_plan_agrees({}, say) : m.closing_plan_disagrees({}, say);
  return [
    { kind: 'heading', level: 2, text: `${row.no}. ${capital(gradeLabel(row.grade, say))}` },
    {
      kind: 'pairs',
      title: `${row.no}. ${capital(gradeLabel(row.grade, say))}`,
      rows: [
        [m.closing_plan_what({}, say), row.what],
        [m.closing_plan_requirement({}, say), row.requirement],
        [m.closing_plan_action({}, say), row.action],
        [m.closing_plan_responsible({}, say), row.responsible],
        [m.closing_plan_due({}, say), `${writeDate(row.dueOn, say)} (${timescaleLabel(row.timescale, say)})`],
        [m.closing_plan_verification({}, say), capital(verificationLabel(row.verification, say))],
        [m.closing_plan_site_answer({}, say), row.remark === '' ? answer : m.audit_report_pair({ name: answer, value: row.remark }, say)],
      ],
    },
  ];
}

function signatureBlocks({ signed }: ClosingPlanReport, say: Say): Block[] {
  const one = (name: string, { by, ratio, strokes }: Drawn) => ({
    title: [m.audit_report_pair({ name, value: by }, say), ...(strokes.length === 0 ? [m.closing_plan_on_paper({}, say)] : [])].join('\n'),
    alt: m.recorder_signature_of({ by }, say),
    ...{ ratio, strokes },
  });
  return [
    { kind: 'paragraph', text: m.closing_plan_sign_lead({}, say), isSmall: true },
    {
      kind: 'signatures',
      signatures: [one(m.closing_plan_site_signs({}, say), signed.site), one(m.closing_plan_auditor_signs({}, say), signed.auditor)],
    },
  ];
}
