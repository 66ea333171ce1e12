import { routesIn } from '../../declare';

const { indexAt, route } = routesIn('guest/questionnaire');

export const questionnaire = [
  indexAt('guest/questionnaire/:responseId', 'start.tsx'),
  route('guest/questionnaire/:responseId/account', 'account.tsx'),
  route('guest/questionnaire/:responseId/supply-chain', 'supply-chain.tsx'),
  route('guest/questionnaire/:responseId/files/:question', 'question-files.tsx'),
  route('guest/questionnaire/:responseId/files/:question/:evidenceId', 'file.tsx'),
  route('guest/questionnaire/:responseId/files/:question/:evidenceId/:variant', 'file-variant.ts'),
  route('guest/questionnaire/:responseId/forward', 'forward.tsx'),
  route('guest/questionnaire/:responseId/print-form', 'print-form.tsx'),
  route('guest/questionnaire/:responseId/print-form.pdf', 'print-form-pdf.ts'),
  route('guest/questionnaire/:responseId/refuse', 'refuse.tsx'),
  route('guest/questionnaire/:responseId/review', 'review.tsx'),
  route('guest/questionnaire/:responseId/save', 'save.ts'),
  route('guest/questionnaire/:responseId/sections/:sectionId', 'section.tsx'),
  route('guest/questionnaire/:responseId/uploads', 'uploads.ts'),
  route('guest/questionnaire/:responseId/uploads/:uploadId', 'upload.ts'),
  route('guest/questionnaire/:responseId/workbook', 'workbook.tsx'),
  route('guest/questionnaire/:responseId/workbook.xlsx', 'workbook-xlsx.ts'),
];
