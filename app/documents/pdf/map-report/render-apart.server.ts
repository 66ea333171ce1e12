import { drawFileApart } from '~/documents/renderer/render-apart.server';
import type { MapReport } from './schema';

/** The PDF of a drawing with its legend, drawn by the renderer. */
export function renderMapReportApart(report: MapReport): Promise<Buffer> {
  return drawFileApart('map', report);
}
