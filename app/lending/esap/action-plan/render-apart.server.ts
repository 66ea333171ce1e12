import { drawFileApart } from '~/documents/renderer/render-apart.server';
import type { PlanReport } from './schema';

/** An ESAP as PDF, drawn by the renderer. */
export function renderPlanReportApart(report: PlanReport): Promise<Buffer> {
  return drawFileApart('plan', report);
}
