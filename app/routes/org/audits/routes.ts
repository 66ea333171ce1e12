import { routesIn } from '../../declare';

const { index, indexAt, route } = routesIn('org/audits');

export const audits = [
  indexAt('auditors', 'auditors.tsx'),
  route('auditors/:auditorId', 'auditor.tsx'),
  route('auditors/:auditorId/credentials/:credentialId', 'auditor-credential.ts'),
  indexAt('audits', 'audits.tsx'),
  route('audits/:auditId', 'audit-layout.tsx', [
    index('audit-plan.tsx'),
    route('conclusion', 'audit-conclusion.tsx'),
    route('record', 'audit-record.tsx'),
    route('samples', 'audit-samples.tsx'),
    route('reports', 'audit-reports.tsx'),
    route('review', 'audit-review.tsx'),
  ]),
  route('audits/:auditId/closing-plans/:planKey', 'audit-closing-plan-pdf.ts'),
  route('audits/:auditId/publish', 'audit-publish.tsx'),
  route('audits/:auditId/report-photos/:photoHash', 'audit-report-photo.ts'),
  route('audits/:auditId/reports/:reportId/json', 'audit-report-json.ts'),
  route('audits/:auditId/reports/:reportId/page/:reportKind', 'audit-report-page.tsx'),
  route('audits/:auditId/reports/:reportId/pdf/:reportKind', 'audit-report-pdf.ts'),
  route('audits/:auditId/reports/:reportId/passkey', 'audit-report-passkey.ts'),
  route('audits/:auditId/reports/:reportId/plan.xlsx', 'audit-report-plan-xlsx.ts'),
  route('audits/:auditId/reports/:reportId/share', 'audit-report-share.tsx'),
  route('audits/:auditId/reports/:reportId/sign', 'audit-report-sign.ts'),
  route('audits/:auditId/reports/:reportId/sign-in-person', 'audit-report-sign-in-person.tsx'),
  route('audits/:auditId/reports/:reportId/verified-data.json', 'audit-report-verified-json.ts'),
  route('audits/new', 'new-audit.tsx'),
  route('clients', 'clients.tsx'),
  indexAt('commissions', 'commissions.tsx'),
  route('commissions/:commissionId', 'commission.tsx'),
  route('commissions/export', 'commissions-export.ts'),
  route('commissions/new', 'new-commission.tsx'),
  route('national-law/:iso2', 'country-law.tsx'),
  route('signing-keys', 'signing-keys.tsx'),
  route('signing-keys/new', 'begin-signing-key.ts'),
];

/** Without the frame of the organization's pages. */
export const auditsOutsideFrame = [
  route('o/:orgSlug/audits/:auditId/entries', 'audit-entries.ts'),
  route('o/:orgSlug/audits/:auditId/on-site', 'audit-on-site.tsx'),
  route('o/:orgSlug/audits/:auditId/on-site.pack', 'audit-on-site-pack.ts'),
  route('o/:orgSlug/audits/:auditId/on-site.webmanifest', 'audit-on-site-webmanifest.ts'),
  route('o/:orgSlug/audits/:auditId/on-site.worker', 'audit-on-site-worker.ts'),
  route('o/:orgSlug/audits/:auditId/photos/:sha256', 'audit-photo.ts'),
];
