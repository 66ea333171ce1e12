import { randomUUID } from 'node:crypto';

const perMillisecond = 4096;

/**
 * UUIDs of version 7 that rise in the order given: of records made together, those that come first keep coming first wherever a list is sorted by ID.
 * @param count how many (>= 0)
 * @param at milliseconds since 1970
 */
export function idsInOrder(count: number, at = Date.now()): string[] {
  return Array.from({ length: count }, (_, index) => {
    const time = (at + Math.floor(index / perMillisecond)).toString(16).padStart(12, '0');
    const number = (index % perMillisecond).toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${number}-${randomUUID().slice(19)}`;
  });
}
