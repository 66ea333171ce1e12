import { isReferenceTable, type ReferenceTable, rules, supplements, vintagesOf } from '#scoring';
import type { ShownSource } from './read-score.server';

type Named = Partial<Pick<ShownSource, 'table' | 'vintage' | 'own'>>;

function editionOf({ table, vintage }: Named): ReferenceTable | undefined {
  if (table === undefined || !isReferenceTable(table)) return undefined;
  return vintagesOf(table).find((each) => each.vintage === vintage);
}

/** The licence of the table in which a figure was read; null for an organization's own edition, whose terms are its own. */
export const licenceOf = (source: Named): string | null =>
  source.own === undefined ? (editionOf(source)?.origin.licence.name ?? null) : null;

/** The rules by which places are scored. */
const scoredBy: readonly string[] = ['R1', 'R2', 'R3', 'child-labour', 'state-imposed'];

/** The tables that scores of places read on a day, and those that `content` names as the source of a figure, each with its terms, by name. */
export function tablesNamedIn(content: object, asOf: string) {
  const found = new Map<string, ReferenceTable>();
  const add = (table: ReferenceTable | undefined) => {
    if (table) found.set(`${table.id} ${table.vintage}`, table);
  };
  for (const { id, tables } of [...rules(), ...supplements()])
    if (scoredBy.includes(id)) for (const table of tables) add(vintagesOf(table).findLast(({ inForceFrom }) => inForceFrom <= asOf));
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('table' in value && 'vintage' in value && typeof value.table === 'string' && typeof value.vintage === 'string')
      add(editionOf({ table: value.table, vintage: value.vintage }));
    for (const each of Object.values(value)) walk(each);
  };
  walk(content);
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { id, vintage, origin }]) => ({
      ...{ table: id, edition: vintage, title: origin.title, producer: origin.producer },
      ...{ licence: origin.licence.name, licenceUrl: origin.licence.url, url: origin.urlMain },
    }));
}
