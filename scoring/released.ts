import { z } from 'zod';
import { canonicalJson, sha256 } from './engine/hash.ts';
import { instrumentKeys, releasedContent } from './instruments/at.ts';
import { scopeKeys, scopeRules } from './instruments/scope-at.ts';
import { allParameters } from './parameters/at.ts';
import { referenceTableIds, vintagesOf } from './reference/at.ts';

export const releasedSchema = z.strictObject({
  reference: z.record(z.string(), z.string()),
  instruments: z.record(z.string(), z.string()),
  parameters: z.record(z.string(), z.string()),
  scopes: z.record(z.string(), z.string()).default({}),
  retired: z.record(z.string(), z.string()).default({}),
});
/**
 * SHA-256 of everything that was released, by key: `governance@2024`, `ilo-ten-principles@1.0.0`, `R4.migrants@2026-01-01`, `scope@1.0.0`.
 * `retired`: the dated numbers of method 1.3, by which stored scores of it were computed. They are a record: no file holds them any more.
 */
export type Released = z.infer<typeof releasedSchema>;

/** The hashes of what is in the folders now; nothing there is retired. The order of a table's fields counts, the order of other keys does not. */
export function hashesNow(): Released {
  const now: Released = { reference: {}, instruments: {}, parameters: {}, scopes: {}, retired: {} };
  for (const id of referenceTableIds) {
    for (const table of vintagesOf(id))
      now.reference[`${id}@${table.vintage}`] = hashOf({ ...table, fieldOrder: Object.keys(table.fields) });
  }
  for (const key of instrumentKeys()) now.instruments[key] = hashOf(releasedContent(key));
  for (const entry of allParameters()) now.parameters[`${entry.id}@${entry.effectiveFrom}`] = hashOf(entry);
  for (const key of scopeKeys()) now.scopes[key] = hashOf(scopeRules(key));
  return now;
}

export type ReleaseCheck = { added: string[]; changed: string[]; gone: string[] };

/**
 * What differs from the list of releases: `added` may be released; `changed` and `gone` are refused, for a released thing is never edited.
 * A key that was retired may be released again with another content: it belongs to another method.
 */
export function checkRelease(released: Released, now: Released): ReleaseCheck {
  const check: ReleaseCheck = { added: [], changed: [], gone: [] };
  for (const kind of ['reference', 'instruments', 'parameters', 'scopes'] as const) {
    for (const [key, hash] of Object.entries(now[kind])) {
      const before = released[kind][key];
      if (before === undefined) check.added.push(key);
      else if (before !== hash) check.changed.push(key);
    }
    for (const key of Object.keys(released[kind])) if (now[kind][key] === undefined) check.gone.push(key);
  }
  return check;
}

function hashOf(content: unknown): string {
  return sha256(canonicalJson(content));
}
