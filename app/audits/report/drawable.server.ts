import { auditReportKinds, kindsWithPhotos } from '~/documents/verification/audit-report-kinds';
import type { FindDrawable } from '~/documents/verification/compare/redraw.server';
import { subtitleOf } from './audit-report/arrange-report';
import { renderAuditReport } from './audit-report/render.server';
import { auditReportSchema } from './audit-report/schema';

export const auditDrawable: FindDrawable = (data) => {
  const { data: model } = auditReportSchema.safeParse(data);
  if (!model) return null;
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
};
