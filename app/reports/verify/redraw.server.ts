import { renderAssessmentReport } from '../assessment-report/render.server';
import { storedReportSchema } from '../assessment-report/stored-schema';
import { subtitleOf } from '../audit-report/arrange-report';
import { renderAuditReport } from '../audit-report/render.server';
import { type AuditReport, auditReportSchema } from '../audit-report/schema';
import { auditReportKinds, kindsWithPhotos } from '../audit-report/vocabulary';
import type { SignatureField } from '../kit/signature-field.server';
import { renderLenderReport } from '../lender-report/render.server';
import { lenderReportSchema } from '../lender-report/schema';
import { renderListReport } from '../list-report/render.server';
import { listReportSchema } from '../list-report/schema';
import type { ReportKind } from './report-kinds';

type Drawing = { signature: SignatureField | undefined; photos: ReadonlyMap<string, Buffer> };
/** A report that this version draws. `forms`: the files made of it, each with the title that its file has. */
export type Drawable = {
  kind: ReportKind;
  forms: { form: string; title: string | null; hasPhotos: boolean }[];
  draw: (form: string, drawing: Drawing) => Promise<Buffer>;
};

const oneForm = [{ form: 'report', title: null, hasPhotos: false }];

/** How the data of a report are drawn; null for data that no drawing of this version takes. */
export function drawableOf(data: unknown): Drawable | null {
  const assessment = storedReportSchema.safeParse(data);
  if (assessment.success)
    return { kind: 'assessment', forms: oneForm, draw: (_, { signature }) => renderAssessmentReport(assessment.data, signature) };
  const lender = lenderReportSchema.safeParse(data);
  if (lender.success)
    return { kind: lender.data.kind, forms: oneForm, draw: (_, { signature }) => renderLenderReport(lender.data, signature) };
  const list = listReportSchema.safeParse(data);
  if (list.success) return { kind: 'list', forms: oneForm, draw: () => renderListReport(list.data) };
  const audit = auditReportSchema.safeParse(data);
  return audit.success ? drawableAudit(audit.data) : null;
}

function drawableAudit(model: AuditReport): Drawable {
  const title = model.site?.name ?? model.supplier.name;
  return {
    kind: 'audit',
    forms: auditReportKinds.map((form) => ({
      ...{ form, title: `${title}: ${subtitleOf(model, form)}` },
      hasPhotos: kindsWithPhotos.includes(form),
    })),
    draw: (form, { signature, photos }) =>
      renderAuditReport({ model, kind: auditReportKinds.find((each) => each === form) ?? 'full', photos: new Map(photos) }, signature),
  };
}
