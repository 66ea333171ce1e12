/** What the renderer draws (`server/render-process.ts`). */
export const drawingKinds = [
  'assessment',
  'audit',
  'board-paper',
  'closing-plan',
  'lender',
  'map',
  'paper',
  'plan',
  'png',
  'supplier-brief',
  'workbook',
] as const;
export type DrawingKind = (typeof drawingKinds)[number];
