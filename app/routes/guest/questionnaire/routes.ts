import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('guest/questionnaire');

export const questionnaire = [
  indexAt('guest/questionnaire/:assessmentId', 'start.tsx'),
  route('guest/questionnaire/:assessmentId/account', 'account.tsx'),
  route('guest/questionnaire/:assessmentId/supply-chain', 'supply-chain.tsx'),
  route('guest/questionnaire/:assessmentId/files/:question', 'question-files.tsx'),
  route('guest/questionnaire/:assessmentId/files/:question/:evidenceId', 'file.tsx'),
  route('guest/questionnaire/:assessmentId/files/:question/:evidenceId/:variant', 'file-variant.ts'),
  route('guest/questionnaire/:assessmentId/forward', 'forward.tsx'),
  route('guest/questionnaire/:assessmentId/print-form', 'print-form.tsx'),
  route('guest/questionnaire/:assessmentId/print-form.pdf', 'print-form-pdf.ts'),
  route('guest/questionnaire/:assessmentId/refuse', 'refuse.tsx'),
  route('guest/questionnaire/:assessmentId/review', 'review.tsx'),
  route('guest/questionnaire/:assessmentId/save', 'save.ts'),
  route('guest/questionnaire/:assessmentId/sections/:sectionId', 'section.tsx'),
  route('guest/questionnaire/:assessmentId/uploads', 'uploads.ts'),
  route('guest/questionnaire/:assessmentId/uploads/:uploadId', 'upload.ts'),
  route('guest/questionnaire/:assessmentId/workbook', 'workbook.tsx'),
  route('guest/questionnaire/:assessmentId/workbook.xlsx', 'workbook-xlsx.ts'),
];
