import { z } from 'zod';
import { isDeeper } from '~/platform/parser/is-deeper';
import { decodeText } from './decode-text.server';
import { limits } from './limits';
import type { FileProblem, Problem } from './problems';

export type GeojsonRead =
  | { ok: true; encoding: string; header: string[]; rows: { rowNumber: number; cells: string[] }[]; problems: Problem[] }
  | { ok: false; problem: FileProblem };

const featureSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
const collectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });
/** Of places in areas in a collection within a feature, and allows for properties. */
const deepest = 32;
const pointSchema = z.tuple([z.number(), z.number()]).rest(z.number());

/**
 * A FeatureCollection → a table: one column per property in the order of their first appearance, then latitude and longitude of the point
 * (RFC 7946: longitude first). A feature's own id is a column unless a property says the same. Row numbers count features from 1.
 * A feature without a point keeps its properties, and says so.
 */
export function readGeojson(bytes: Uint8Array): GeojsonRead {
  const decoded = decodeText(bytes);
  const collection = collectionSchema.safeParse(parseJson(decoded.text));
  if (!collection.success) return { ok: false, problem: { code: 'not-a-table', params: { detected: 'JSON' } } };
  const features = collection.data.features.map((feature) => featureSchema.safeParse(feature).data);
  if (features.length === 0) return { ok: false, problem: { code: 'no-features', params: {} } };
  if (features.length > limits.rows)
    return { ok: false, problem: { code: 'too-many-rows', params: { rows: features.length, limit: limits.rows } } };
  const names = new Set<string>();
  for (const feature of features) for (const name of Object.keys(feature?.properties ?? {})) names.add(name);
  const columns = [...names];
  const hasOwnId = features.some((feature) => {
    const id = feature?.id;
    return id !== undefined && !Object.values(feature?.properties ?? {}).some((value) => value === id);
  });
  const header = [...(hasOwnId ? [columns.includes('id') ? 'feature id' : 'id'] : []), ...columns, 'latitude', 'longitude'];
  if (header.length > limits.columns)
    return { ok: false, problem: { code: 'too-many-columns', params: { columns: header.length, limit: limits.columns } } };
  const problems: Problem[] = [];
  const rows = features.map((feature, at) => {
    const point = feature?.geometry?.type === 'Point' ? pointSchema.safeParse(feature.geometry.coordinates).data : undefined;
    if (feature?.geometry && !point)
      problems.push({
        row: at + 1,
        column: null,
        field: null,
        code: 'not-a-point',
        params: { value: feature.geometry.type },
        severity: 'warning',
      });
    const cells = columns.map((name) => cellText(feature?.properties?.[name]));
    const id = feature?.id === undefined ? '' : String(feature.id);
    return {
      rowNumber: at + 1,
      cells: [...(hasOwnId ? [id] : []), ...cells, ...(point ? [String(point[1]), String(point[0])] : ['', ''])],
    };
  });
  return { ok: true, encoding: decoded.encoding, header, rows, problems };
}

function parseJson(text: string): unknown {
  try {
    const json = text.replace(/^\ufeff/, '');
    return isDeeper(json, deepest) ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

/** Lists are parted by bars, as in a cell; an object is kept as its JSON. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellText).filter(Boolean).join(' | ');
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
}
