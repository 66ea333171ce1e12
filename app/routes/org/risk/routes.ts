import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('org/risk');

export const risk = [
  route('alerts', 'alerts.tsx'),
  route('alerts/:alertId', 'alert.tsx'),
  route('alerts/export', 'alerts-export.ts'),
  route('inherited-risk', 'inherited-risk.tsx'),
  route('responses/:responseId/reports/:reportId.json', 'response-report-json.ts'),
  route('responses/:responseId/reports/:reportId.pdf', 'response-report-pdf.ts'),
  route('responses/:responseId/reports/:reportId/sign', 'response-report-sign.ts'),
  route('score-all', 'score-all.tsx'),
  indexAt('settings/reference-tables', 'reference-tables.tsx'),
  route('settings/reference-tables/:editionId', 'reference-table.tsx'),
  route('settings/reference-tables/:editionId/differences.csv', 'reference-table-differences-csv.ts'),
  route('settings/reference-tables/new', 'new-reference-table.tsx'),
  route('settings/reference-tables/template', 'reference-table-template.ts'),
  route('suppliers/:supplierId/score/overrides', 'supplier-overrides.tsx'),
  route('suppliers/:supplierId/score/overrides/new', 'new-override.tsx'),
  route('what-if', 'what-if.tsx'),
  route('what-if/export', 'what-if-export.ts'),
];
