import { scoreMany } from '#scoring';

/**
 * Reads the tables of the method once the process has nothing else to do: the first score reads them all, which inside of a transaction would take longer than
 * everything else in it.
 */
export function warmMethod(): void {
  setImmediate(() => {
    const asOf = new Date().toISOString().slice(0, 10);
    scoreMany([{ asOf, facts: { countries: { value: ['VN'] }, sector: { value: '1410' }, products: { value: ['Garments'] } } }]);
  });
}
