/** The text that a form or an address gives under a name; empty where it gives none, or a file. Where a missing text means something of its own, use `get`. */
export function givenText(from: { get: (name: string) => FormDataEntryValue | null }, name: string): string {
  const value = from.get(name);
  return typeof value === 'string' ? value : '';
}
