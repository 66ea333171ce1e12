import { type AssessInput, type OverrideCode, type PlacedFacts, partyFactFields, type Scored } from '#scoring';

type Compared = { engineVersion: string; input: AssessInput; result: Scored };

type FactText = string | number | null;

/** Why a score differs from the one before it. */
export type ScoreChange =
  /** `isComparable` false: the score before it is of an earlier method. */
  | { kind: 'method'; from: string; to: string; isComparable: boolean }
  | { kind: 'tables'; tables: string[] }
  | { kind: 'own-tables'; titles: string[] }
  /** `moves`: of each field, what it was and is, lists separated by commas; null: not known. */
  | { kind: 'facts'; fields: (keyof PlacedFacts)[]; moves: { field: string; from: FactText; to: FactText }[] }
  | { kind: 'answers'; count: number }
  | { kind: 'findings'; count: number }
  | { kind: 'overrides'; codes: OverrideCode[] }
  | { kind: 'liftings'; count: number }
  | { kind: 'day' };

/** What changed from one score to the next: method, tables, facts by field, answers, findings and decisions on overrides by count, overrides that were raised by code, or only the day. */
export function describeChanges(before: Compared, after: Compared): ScoreChange[] {
  const changes: ScoreChange[] = [];
  if (before.engineVersion !== after.engineVersion)
    changes.push({ kind: 'method', from: before.engineVersion, to: after.engineVersion, isComparable: true });
  const tables = Object.keys({ ...before.result.vintages, ...after.result.vintages }).filter((table) => {
    const [was, is] = [before.result.vintages[table], after.result.vintages[table]];
    return was !== undefined && is !== undefined && was !== is;
  });
  if (tables.length > 0) changes.push({ kind: 'tables', tables: tables.sort() });
  const titles = ownTitles(before.result.vintages, after.result.vintages);
  if (titles.length > 0) changes.push({ kind: 'own-tables', titles });
  const fields = fieldsOf(before.input.facts, after.input.facts);
  if (fields.length > 0)
    changes.push({
      ...{ kind: 'facts', fields },
      moves: fields.map((field) => ({ field, from: textOfFact(before.input.facts[field]), to: textOfFact(after.input.facts[field]) })),
    });
  const answers = countDifferent(before.input.answers ?? [], after.input.answers ?? [], ({ question }) => question);
  if (answers > 0) changes.push({ kind: 'answers', count: answers });
  const findings = countDifferent(before.input.findings ?? [], after.input.findings ?? [], ({ id }) => id);
  if (findings > 0) changes.push({ kind: 'findings', count: findings });
  const codes = codesOf(before.input.overrides ?? [], after.input.overrides ?? []);
  if (codes.length > 0) changes.push({ kind: 'overrides', codes });
  const liftings = countDifferent(before.input.liftings ?? [], after.input.liftings ?? [], ({ source, override }) => source ?? override);
  if (liftings > 0) changes.push({ kind: 'liftings', count: liftings });
  return changes.length === 0 ? [{ kind: 'day' }] : changes;
}

/** Titles of the organization's own editions that only one of two scores was read from. */
function ownTitles(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  const own = (vintages: Readonly<Record<string, string>>, others: Readonly<Record<string, string>>) =>
    Object.entries(vintages).flatMap(([key, title]) => (key.startsWith('own:') && others[key] === undefined ? [title] : []));
  return [...new Set([...own(before, after), ...own(after, before)])].sort();
}

function fieldsOf(before: PlacedFacts, after: PlacedFacts): (keyof PlacedFacts)[] {
  return [...partyFactFields, 'subdivisions' as const, 'recruitmentCost' as const].filter(
    (field) =>
      JSON.stringify(before[field]?.value ?? null) !== JSON.stringify(after[field]?.value ?? null) ||
      (before[field]?.withdrawn ?? false) !== (after[field]?.withdrawn ?? false),
  );
}

function textOfFact(given: { value: unknown; withdrawn?: boolean } | undefined): FactText {
  if (given === undefined || given.withdrawn) return null;
  const { value } = given;
  if (Array.isArray(value)) return value.filter((part) => typeof part === 'string').join(', ');
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Codes of the overrides that one of the two was given and the other not. */
function codesOf(before: NonNullable<AssessInput['overrides']>, after: NonNullable<AssessInput['overrides']>): OverrideCode[] {
  const only = (these: typeof before, those: typeof before) => these.filter(({ id }) => those.every((other) => other.id !== id));
  return [...new Set([...only(before, after), ...only(after, before)].map(({ code }) => code))].sort();
}

function countDifferent<Item extends object>(before: readonly Item[], after: readonly Item[], keyOf: (item: Item) => string): number {
  const text = (items: readonly Item[]) => new Map(items.map((item) => [keyOf(item), textOf(item)]));
  const [was, is] = [text(before), text(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key)).length;
}

/** The item as text, keys in order: stored JSON does not keep the order in which it was written. */
function textOf(item: object): string {
  return JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
}
