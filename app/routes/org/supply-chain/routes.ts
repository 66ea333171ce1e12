import { routesIn } from '../../declare';

const { route } = routesIn('org/supply-chain');

export const supplyChain = [
  route('board-paper', 'board-paper.tsx'),
  route('board-paper/preview.pdf', 'board-paper-preview.ts'),
  route('board-papers/:paperId.json', 'board-paper-json.ts'),
  route('board-papers/:paperId.pdf', 'board-paper-pdf.ts'),
  route('board-papers/:paperId/sign', 'board-paper-sign.ts'),
  route('map', 'map.tsx'),
  route('map/export', 'map-export.ts'),
  route('map/graph', 'map-graph.ts'),
  route('map/places', 'map-places.ts'),
  route('suppliers/:supplierId/brief', 'supplier-brief.tsx'),
  route('suppliers/:supplierId/brief.pdf', 'supplier-brief-pdf.ts'),
  route('supply-chain', 'supply-chain.tsx'),
  route('supply-chain/heat-map', 'heat-map-file.ts'),
];
