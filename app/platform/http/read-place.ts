/** The number that an address names a record by, counted from 1; 0, which no record has, for anything else. */
export function readPlace(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
}
