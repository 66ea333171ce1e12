/** The files of a chart, with their media types. */
export const chartFormats = { svg: 'image/svg+xml', png: 'image/png' } as const;
export type ChartFormat = keyof typeof chartFormats;

/** The format that an address asks for as `as`: SVG unless it says PNG. */
export const chartFormat = (params: URLSearchParams): ChartFormat => (params.get('as') === 'png' ? 'png' : 'svg');
