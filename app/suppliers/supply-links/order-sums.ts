import { z } from 'zod';

/** What order lines add up to: volumes by unit and values by currency, each with how many lines state it. Null is unknown. */
export const orderSumsSchema = z.object({
  lines: z.number(),
  volumes: z.array(z.object({ unit: z.string().nullable(), amount: z.number(), lines: z.number() })),
  values: z.array(z.object({ currency: z.string().nullable(), amount: z.number(), lines: z.number() })),
  firstOn: z.string().nullable(),
  lastOn: z.string().nullable(),
});
export type OrderSums = z.infer<typeof orderSumsSchema>;
type Measured = OrderSums['volumes'][number];
type Valued = OrderSums['values'][number];

/** Adds sums up, one after the other. */
export function orderAdder() {
  const volumes = new Map<string | null, Measured>();
  const values = new Map<string | null, Valued>();
  let [lines, firstOn, lastOn]: [number, string | null, string | null] = [0, null, null];
  const byAmount = <T extends { lines: number; amount: number }>(sums: Iterable<T>) =>
    [...sums].sort((a, b) => b.lines - a.lines || b.amount - a.amount);
  return {
    add(sums: OrderSums): void {
      lines += sums.lines;
      for (const { unit, amount, lines: stated } of sums.volumes) {
        const held = volumes.get(unit);
        volumes.set(unit, { unit, amount: exact((held?.amount ?? 0) + amount), lines: (held?.lines ?? 0) + stated });
      }
      for (const { currency, amount, lines: stated } of sums.values) {
        const held = values.get(currency);
        values.set(currency, { currency, amount: exact((held?.amount ?? 0) + amount), lines: (held?.lines ?? 0) + stated });
      }
      if (sums.firstOn !== null && (firstOn === null || sums.firstOn < firstOn)) firstOn = sums.firstOn;
      if (sums.lastOn !== null && (lastOn === null || sums.lastOn > lastOn)) lastOn = sums.lastOn;
    },
    result: (): OrderSums => ({ lines, volumes: byAmount(volumes.values()), values: byAmount(values.values()), firstOn, lastOn }),
  };
}

/** Three decimals, as lists write them, without the noise of binary fractions. */
const exact = (amount: number) => Math.round(amount * 1e3) / 1e3;
