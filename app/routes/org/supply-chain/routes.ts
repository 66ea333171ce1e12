import { routesIn } from '../../declare';

const { route } = routesIn('org/supply-chain');

export const supplyChain = [
  route('map', 'map.tsx'),
  route('map/export', 'map-export.ts'),
  route('map/graph', 'map-graph.ts'),
  route('supply-chain', 'supply-chain.tsx'),
];
