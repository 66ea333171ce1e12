import { describe, expect, it } from 'vitest';
import { cleanAmount, knownCurrency, knownUnit, measureOfHeader, splitMeasure } from './clean/measure';
import { mapTable } from './map-columns.server';
import { parseFile } from './parse.server';
import { planImport } from './plan';
import { newLines, sumLines } from './plan-orders';
import { validateTable } from './validate.server';

async function plan(text: string) {
  const parsed = await parseFile(new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const { shape, proposals } = mapTable(parsed.table.header, parsed.table.rows);
  const mapping = { columns: proposals.map(({ field }) => field), shape, suppliesUs: true, defaults: {} };
  const rows = validateTable(parsed.table, mapping).flatMap(({ rowNumber, record }) => (record ? [{ rowNumber, record }] : []));
  const made = planImport(rows, undefined, mapping);
  const nameOf = new Map(made.suppliers.map(({ key, name }) => [key, name]));
  const orders = made.orders.map(({ fromKey, toKey, product, lines }) => ({
    edge: `${nameOf.get(fromKey)} → ${nameOf.get(toKey) ?? 'us'}`,
    product,
    ...sumLines(lines),
  }));
  return { made, orders, fieldOf: Object.fromEntries(proposals.map(({ header, field }) => [header, field])) };
}

const lines = `PO number,Delivery date,Supplier,Factory,Item,Quantity (kg),Line value USD
1,2026-01-05,Alder,Mill A,Yarn,"1,200.5",300
2,2026-02-07,Alder,Mill A,Yarn,,250
3,2026-02-09,Alder,Mill B,Cloth,80,
4,2026-03-01,Birch,Mill A,Yarn,20 pcs,90
`;

describe('order lines', () => {
  it('add up by link and product: units and currencies apart, unknown amounts left out', async () => {
    const { orders, fieldOf } = await plan(lines);
    expect(fieldOf).toMatchObject({
      'PO number': 'orderNumber',
      'Delivery date': 'orderDate',
      'Quantity (kg)': 'volume',
      'Line value USD': 'orderValue',
    });
    const of = (edge: string, product: string) => orders.find((each) => each.edge === edge && each.product === product);
    expect(of('Alder → us', 'Yarn')).toMatchObject({
      lines: 2,
      volumes: [{ unit: 'kg', amount: 1200.5, lines: 1 }],
      values: [{ currency: 'USD', amount: 550, lines: 2 }],
      firstOn: '2026-01-05',
      lastOn: '2026-02-07',
    });
    expect(of('Alder → us', 'Cloth')).toMatchObject({ volumes: [{ unit: 'kg', amount: 80 }], values: [] });
    expect(of('Birch → us', 'Yarn')).toMatchObject({ volumes: [{ unit: 'pcs', amount: 20 }] });
    // The factory's own link to the supplier has the same lines.
    expect(of('Mill A → Alder', 'Yarn')).toMatchObject({ lines: 2, values: [{ currency: 'USD', amount: 550 }] });
  });

  it('are found again by their order number, whatever the amount says now, and without a number by what they say', async () => {
    const known = (made: Awaited<ReturnType<typeof plan>>['made']) =>
      new Set(made.orders.flatMap((each) => each.lines.map(({ key }) => key)));
    const fresh = async (before: string, after: string) => {
      const keys = known((await plan(before)).made);
      return (await plan(after)).made.orders.flatMap((each) => newLines(each, keys)).length;
    };
    expect(await fresh(lines, lines)).toBe(0);
    expect(await fresh(lines, lines.replace('"1,200.5"', '"1,300"'))).toBe(0);
    // On the supplier's link and the factory's.
    expect(await fresh(lines, `${lines}5,2026-04-01,Alder,Mill A,Yarn,10,20\n`)).toBe(2);
    const plain =
      'Supplier,Date,Quantity,Value\nAlder,2026-01-05,10,5\nAlder,2026-01-05,10,5\nBirch,2026-01-06,4,2\nBirch,2026-01-07,4,2\n';
    expect(await fresh(plain, plain)).toBe(0);
    expect(await fresh(plain, `${plain}Alder,2026-01-05,10,5\n`)).toBe(1);
    expect(await fresh(plain, plain.replace('2026-01-07,4', '2026-01-07,5'))).toBe(1);
  });
});

describe('amounts', () => {
  it('have their unit or currency in the cell or the header', () => {
    expect(['1,200 kg', 'USD 3.50', '€ 4', '5'].map(splitMeasure)).toEqual([
      { number: '1,200', beside: 'kg' },
      { number: '3.50', beside: 'USD' },
      { number: '4', beside: '€' },
      { number: '5', beside: '' },
    ]);
    expect(['Kilograms', 'MT', 'pièces', '吨', 'Unité', 'thing'].map(knownUnit)).toEqual(['kg', 't', 'pcs', 't', 'pcs', null]);
    expect(['usd', '€', '$', 'XYZ', 'RMB'].map(knownCurrency)).toEqual(['USD', 'EUR', null, null, 'CNY']);
    expect(measureOfHeader('Weight (Kilograms)', knownUnit)).toBe('kg');
    expect(measureOfHeader('Line value EUR', knownCurrency)).toBe('EUR');
    expect(measureOfHeader('Units', knownUnit)).toBeNull();
  });
  it('are unknown where no number can be read, and never below zero', () => {
    const habit = { decimal: '.', isSure: true } as const;
    expect(cleanAmount('n/a', habit)).toEqual({ value: null, problems: [] });
    expect(cleanAmount('-3', habit)).toMatchObject({ value: null, problems: [{ code: 'negative-amount' }] });
    expect(cleanAmount('some', habit)).toMatchObject({ value: null, problems: [{ code: 'not-a-number' }] });
    expect(cleanAmount('0', habit)).toEqual({ value: 0, problems: [] });
  });
});
