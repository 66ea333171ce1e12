import v1 from './scope/1.0.0.json';
import v2 from './scope/2.0.0.json';
import v21 from './scope/2.1.0.json';
import { type ScopeRules, scopeRulesSchema } from './scope-schema.ts';

const versions = [v1, v2, v21].map((file) => scopeRulesSchema.parse(file));
const byKey = new Map(versions.map((rules) => [`scope@${rules.version}`, rules]));

/** Keys of all released scope rules, oldest first. */
export function scopeKeys(): string[] {
  return [...byKey.keys()];
}

/** The rules of that key, for ever the same. Throws RangeError for a key that was never released. */
export function scopeRules(key: string): ScopeRules {
  const found = byKey.get(key);
  if (!found) throw new RangeError(`No scope rules ${key}`);
  return found;
}

/** The key of the rules that are in force for an instrument on a day (ISO date); null before the first. */
export function scopeKeyAt(asOf: string, instrument: string): string | null {
  const isNamed = versions.some((rules) => rules.instruments?.includes(instrument));
  const own = versions.filter((rules) => (isNamed ? rules.instruments?.includes(instrument) : rules.instruments === undefined));
  const found = own.filter((rules) => rules.effectiveFrom <= asOf).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
  return found ? `scope@${found.version}` : null;
}
