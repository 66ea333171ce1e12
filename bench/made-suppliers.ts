import type { AssessInput } from '#scoring';

const countries = ['VN', 'BD', 'CN', 'IN', 'TR', 'PT', 'DE', 'MY', 'TH', 'KH', 'PK', 'IT', 'MX', 'BR', 'ET', 'MM'];
const sectors = ['14', '13', '15', '10', '01', '03', '26', '41'];
const goods = ['Garments', 'Cotton', 'Shrimp', 'Bricks', 'Footwear'];
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('An empty list has no items.');
  return item;
};

/** `count` different suppliers as the method takes them; every tenth is only half known. */
export function madeInputs(count: number, asOf: string): AssessInput[] {
  return Array.from({ length: count }, (_, index) => ({
    asOf,
    facts: {
      countries: { value: [at(countries, index), ...(index % 7 === 0 ? [at(countries, index + 5)] : [])] },
      sector: { value: at(sectors, index * 3) },
      products: { value: [at(goods, index * 5)] },
      ...(index % 10 === 0
        ? {}
        : {
            workers: { value: 20 + ((index * 37) % 4_000) },
            migrantShare: { value: ((index * 13) % 100) / 100 },
            agencyShare: { value: ((index * 7) % 60) / 100 },
            subcontracting: { value: at(['none', 'declared', 'multi-tier'] as const, index) },
            housing: { value: at(['none', 'optional', 'tied'] as const, index) },
            workerVoice: { value: at(['independent', 'restricted', 'none'] as const, index) },
          }),
    },
  }));
}

/** A supplier list as CSV: name, country, address, sector, workers, migrant share, tier. */
export function madeList(count: number): string {
  const names = ['Viet Nam', 'Bangladesh', 'China', 'India', 'Türkiye', 'Portugal', 'Cambodia', 'Pakistan'];
  const trades = ['Apparel', 'Textiles', 'Footwear'];
  const rows = Array.from({ length: count }, (_, index) =>
    [
      `Made Supplier ${index} Works ${(index * 7919) % 10_007}`,
      at(names, index),
      `${index} Mill Road`,
      at(trades, index),
      20 + ((index * 37) % 4_000),
      `${(index * 13) % 100} %`,
      1,
    ].join(','),
  );
  return `name,country,address,sector,workers,% migrant,tier\n${rows.join('\n')}\n`;
}
