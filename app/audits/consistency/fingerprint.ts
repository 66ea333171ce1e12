/** FNV-1a of 64 bits, in hex: tells whether inputs changed, and protects nothing. */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

/** An answer with its note, compared and never shown. */
export const printOf = (value: unknown, note: string): string => fingerprint(JSON.stringify([value, note.trim().toLowerCase()]));
