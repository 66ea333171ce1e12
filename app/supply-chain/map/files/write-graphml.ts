import { escapeXml } from '~/documents/charts/write-svg';
import type { MapGraph } from '../graph';

const keys = [
  { id: 'name', of: 'node', type: 'string' },
  { id: 'kind', of: 'node', type: 'string' },
  { id: 'country', of: 'node', type: 'string' },
  { id: 'tier', of: 'node', type: 'int' },
  { id: 'band', of: 'node', type: 'string' },
  { id: 'score', of: 'node', type: 'double' },
  { id: 'inherited', of: 'node', type: 'double' },
  { id: 'relation', of: 'edge', type: 'string' },
  { id: 'points', of: 'edge', type: 'double' },
  { id: 'inferred', of: 'edge', type: 'boolean' },
] as const;

/** The graph as GraphML. Goods and labour flow along the edges; what is not known is left out. */
export function writeGraphMl({ parties, links }: MapGraph): string {
  const data = (key: (typeof keys)[number]['id'], value: string | number | boolean | null) =>
    value === null ? '' : `<data key="${key}">${escapeXml(String(value))}</data>`;
  const nodes = parties.map(
    ({ id, name, kind, country, tier, band, own, inherited }) =>
      `<node id="${escapeXml(id)}">${data('name', name)}${data('kind', kind)}${data('country', country)}${data('tier', tier)}${data('band', band)}${data('score', own)}${data('inherited', inherited)}</node>`,
  );
  const ids = parties.map(({ id }) => escapeXml(id));
  const edges = links.map(
    ({ from, to, kind, points, isInferred }, at) =>
      `<edge id="e${at}" source="${ids[from]}" target="${ids[to]}">${data('relation', kind)}${data('points', points)}${data('inferred', isInferred)}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...keys.map(({ id, of, type }) => `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`),
    '<graph id="chain" edgedefault="directed">',
    ...nodes,
    ...edges,
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}
