import { z } from 'zod';

/** The last row of a page: its sort value (null among the rows that have none, which always come last) and its id. */
export type Cursor = { value: string | number | null; id: string };

const schema = z.tuple([z.union([z.string().max(2000), z.number(), z.null()]), z.uuid()]);

/** The cursor as in a URL. */
export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([cursor.value, cursor.id]));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** Reads a cursor; null when it is none, so that a broken link opens the first page. */
export function decodeCursor(text: string | null): Cursor | null {
  if (!text || text.length > 4000) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? { value: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
}
