import { drawReportApart } from '~/documents/renderer/render-apart.server';
import type { SupplierBrief } from './schema';

/** A brief as PDF, drawn by the renderer. */
export const renderSupplierBriefApart = (brief: SupplierBrief): Promise<Buffer> => drawReportApart('supplier-brief', brief);
