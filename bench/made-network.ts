import type { FactColumns, LinkColumns, PartyFacts } from '#scoring';
import { factColumns } from '#scoring';

const countries =
  'VN BD CN IN TR PT DE MY TH KH PK IT MX BR ET MM ID LK PH NP JO MA TN EG KE UG TZ GH CI NG ZA MZ MG UA RO BG PL CZ HU RS AL MK FR ES GB US CA CO PE EC BO PY AR CL GT HN SV NI DO HT TW KR JP AU'.split(
    ' ',
  );
/** Sectors with goods that they make: what a supplier sells goes with what it does. */
const trades: [string, string[]][] = [
  ['01', ['Cotton', 'Cocoa', 'Sugarcane', 'Coffee', 'Tobacco']],
  ['0111', ['Rice', 'Corn', 'Wheat']],
  ['0122', ['Bananas', 'Citrus Fruits', 'Pineapples']],
  ['02', ['Timber', 'Rubber', 'Charcoal']],
  ['03', ['Fish', 'Shrimp', 'Lobsters']],
  ['07', ['Gold', 'Cobalt ore', 'Tin']],
  ['10', ['Palm Oil', 'Seafood', 'Sugar', 'Flour']],
  ['13', ['Textiles', 'Cotton Thread/Yarn', 'Silk Fabric']],
  ['14', ['Garments', '6109', '6203', 'Embellished Textiles']],
  ['15', ['Footwear', 'Leather', 'Bags']],
  ['16', ['Plywood', 'Pallets']],
  ['22', ['Rubber Gloves', 'Tyres']],
  ['2392', ['Bricks', 'Tiles']],
  ['26', ['Electronics', 'Polysilicon', '8541']],
  ['27', ['Batteries', 'Cables']],
  ['31', ['Furniture']],
  ['32', ['Toys', 'Jewellery']],
  ['41', []],
  ['49', []],
  ['55', []],
  ['81', []],
  ['70', []],
];
const origins = ['NP', 'BD', 'MM', 'VN', 'PH', 'ID'];

/** Uniform numbers of 0 to 1 from a seed. */
export function uniformFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Facts of made suppliers as columns, ten thousand at a time; every tenth is known by country and sector alone, every hundredth by nothing. */
export function madeColumns(rows: number): FactColumns {
  const { columns, put } = factColumns(rows);
  const uniform = uniformFrom(11);
  for (let row = 0; row < rows; row += 1) put(row, madeFacts(row, uniform));
  return columns;
}

function madeFacts(row: number, uniform: () => number): PartyFacts {
  if (row % 100 === 99) return {};
  const pick = <T>(list: readonly T[]) => list[Math.floor(uniform() * list.length)] as T;
  const [sector, goods] = pick(trades);
  const at = Math.floor(uniform() * countries.length);
  const sites = uniform() < 0.1 ? [at, (at + 1 + Math.floor(5 * uniform())) % countries.length] : [at];
  const place = { countries: { value: sites.map((each) => countries[each] ?? '') }, sector: { value: sector } };
  if (row % 10 === 9) return place;
  return {
    ...place,
    products: { value: goods.length === 0 ? [] : [pick(goods)] },
    workers: { value: 20 + Math.floor(uniform() * 4_000) },
    migrantShare: { value: uniform() < 0.3 ? 0 : uniform() },
    agencyShare: { value: 0.6 * uniform() },
    ...(uniform() < 0.3 ? { migrantOrigins: { value: [pick(origins)] } } : {}),
    subcontracting: { value: pick(['none', 'declared', 'multi-tier'] as const) },
    housing: { value: pick(['none', 'optional', 'tied'] as const) },
    peakRatio: { value: 1 + uniform() },
    workerVoice: { value: pick(['independent', 'restricted', 'none'] as const) },
  };
}

/** Links between made suppliers picked at random, so that most of them stand in one great circle; the shares of a buyer add to 0.95. */
export function madeLinks(nodeCount: number, links: number): LinkColumns {
  const uniform = uniformFrom(23);
  const supplier = new Int32Array(links);
  const buyer = new Int32Array(links);
  const share = new Float64Array(links);
  const sums = new Float64Array(nodeCount);
  for (let row = 0; row < links; row += 1) {
    const to = Math.floor(uniform() * nodeCount);
    supplier[row] = Math.floor(uniform() * nodeCount);
    buyer[row] = to;
    share[row] = 0.05 + uniform();
    sums[to] = (sums[to] ?? 0) + (share[row] ?? 0);
  }
  for (let row = 0; row < links; row += 1) share[row] = (0.95 * (share[row] ?? 0)) / (sums[buyer[row] ?? 0] ?? 1);
  return { nodeCount, supplier, buyer, share };
}
