import { drawPngApart } from '~/documents/renderer/render-apart.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import type { Drawing } from '~/ui/drawing/shapes';
import { type ChartFormat, chartFormats } from './chart-formats';
import { writeSvg } from './write-svg';

/** A chart as a file: its finding as title, its notes below, in the colours of paper. */
export type ChartPicture = { title: string; drawing: Drawing; notes: readonly string[] };

/** The download of a chart; a PNG has two pixels for each unit of the drawing. */
export async function chartFile(picture: ChartPicture, { format, name }: { format: ChartFormat; name: string }): Promise<Response> {
  const { svg, size } = writeSvg(picture);
  const file = { fileName: `${name}.${format}`, mediaType: chartFormats[format] };
  return downloadResponse(format === 'svg' ? svg : await drawPngApart({ svg, width: Math.round(size.width * 2) }), file);
}
