import { routesIn } from '../../declare';

const { route } = routesIn('org/findings');

export const findings = [
  route('corrective-actions', 'corrective-actions.tsx'),
  route('corrective-actions/:actionId', 'corrective-action.tsx'),
  route('corrective-actions/:actionId/edit', 'edit-corrective-action.tsx'),
  route('corrective-actions/chart', 'corrective-actions-chart.ts'),
  route('corrective-actions/export', 'corrective-actions-export.ts'),
  route('findings', 'findings.tsx'),
  route('findings/:findingId', 'finding.tsx'),
  route('findings/:findingId/edit', 'edit-finding.tsx'),
  route('findings/:findingId/files/:fileId', 'finding-file.ts'),
  route('findings/:findingId/plan', 'finding-plan.tsx'),
  route('findings/:findingId/sent/:fileId', 'finding-sent-file.ts'),
  route('findings/chart', 'findings-chart.ts'),
  route('findings/export', 'findings-export.ts'),
  route('findings/new', 'new-finding.tsx'),
  route('findings/priority', 'priority-findings.tsx'),
  route('site-sharing/:shareId', 'site-share.tsx'),
  route('site-sharing/new', 'new-site-share.tsx'),
  route('suppliers/:supplierId/progress', 'supplier-progress.tsx'),
];
