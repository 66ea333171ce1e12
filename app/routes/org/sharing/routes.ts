import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('org/sharing');

export const sharing = [
  route('access-log', 'access-log.tsx'),
  indexAt('received-requests', 'received-requests.tsx'),
  route('received-requests/:responseId', 'received-request.tsx'),
  route('received-requests/export', 'received-requests-export.ts'),
  indexAt('shared-access', 'shared-access.tsx'),
  route('shared-access/:sharedAccessId', 'shared-access-record.tsx'),
  route('shared-access/new', 'new-shared-access.tsx'),
  indexAt('shared-with-us', 'shared-with-us.tsx'),
  route('shared-with-us/:sharedAccessId', 'shared-with-us-record.tsx'),
  route('shared-with-us/:sharedAccessId/answers.csv', 'shared-with-us-answers-csv.ts'),
  route('shared-with-us/:sharedAccessId/answers.json', 'shared-with-us-answers-json.ts'),
  route('shared-with-us/:sharedAccessId/answers.pdf', 'shared-with-us-answers-pdf.ts'),
  route('shared-with-us/:sharedAccessId/files', 'shared-with-us-files.tsx'),
  route('shared-with-us/:sharedAccessId/files.csv', 'shared-with-us-files-csv.ts'),
  route('shared-with-us/:sharedAccessId/files/:evidenceId', 'shared-with-us-download.ts'),
  route('shared-with-us/:sharedAccessId/files/:question/:evidenceId', 'shared-with-us-file.tsx'),
  route('shared-with-us/:sharedAccessId/plan.xlsx', 'shared-with-us-plan-xlsx.ts'),
  route('shared-with-us/:sharedAccessId/report-data', 'shared-with-us-report-data.ts'),
  route('shared-with-us/:sharedAccessId/report-file/:reportKind', 'shared-with-us-report-file.ts'),
  route('shared-with-us/:sharedAccessId/report-photos/:photoHash', 'shared-with-us-report-photo.ts'),
  route('shared-with-us/:sharedAccessId/report/:reportKind', 'shared-with-us-report.tsx'),
  route('shared-with-us/:sharedAccessId/sections/:sectionId', 'shared-with-us-section.tsx'),
  route('shared-with-us/:sharedAccessId/verified-data.json', 'shared-with-us-verified-json.ts'),
];
