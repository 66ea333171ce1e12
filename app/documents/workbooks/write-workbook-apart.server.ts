import { drawFileApart } from '~/documents/renderer/render-apart.server';
import type { Sheet } from './write-workbook.server';

/** Tables as a workbook, written by the renderer: tens of thousands of rows take seconds. */
export function writeWorkbookApart(sheets: readonly Sheet[]): Promise<Buffer> {
  return drawFileApart('workbook', sheets);
}
