import type { ParameterValue } from '../../parameters/at.ts';

export type Power = ParameterValue<'R10.power'>;

/** `base` to the power of 1, 2, 4 or 8 by squaring: the same digits on every machine. */
export function raise(base: number, power: Power): number {
  let value = base;
  for (let reached = 1; reached < power; reached *= 2) value *= value;
  return value;
}

/** The root that undoes `raise`, by square roots, which every machine rounds alike. */
export function root(value: number, power: Power): number {
  let rooted = value;
  for (let left: number = power; left > 1; left /= 2) rooted = Math.sqrt(rooted);
  return rooted;
}
