import type { Field } from './pipeline/fields';
import type { Repairs } from './pipeline/repairs';
import type { BatchMapping } from './schema';

/** Where each column of one header row is in another, by its text; columns that are not there, or whose text occurs twice, are left out. */
function placesOf(from: readonly string[], to: readonly string[]): Map<number, number> {
  const isOnce = (headers: readonly string[], header: string) => headers.filter((other) => other === header).length === 1;
  const isSame = from.length === to.length && from.every((header, at) => header === to[at]);
  return new Map(
    from.flatMap((header, at): [number, number][] => {
      if (isSame) return [[at, at]];
      return isOnce(from, header) && isOnce(to, header) ? [[at, to.indexOf(header)]] : [];
    }),
  );
}

/**
 * What was decided about the columns of a list, for a corrected workbook of it whose columns may have been moved, added or removed. A new column is what it is
 * `proposed` to be, unless another column is that already.
 */
export function carryMapping(
  mapping: BatchMapping,
  headers: { from: readonly string[]; to: readonly string[]; proposed: readonly Field[] },
): BatchMapping {
  const places = new Map([...placesOf(headers.from, headers.to)].map(([from, to]) => [to, from]));
  const carried = headers.to.map((_, at) => mapping.columns[places.get(at) ?? -1] ?? null);
  const columns = carried.map((field, at): Field => {
    const proposed = headers.proposed[at] ?? 'ignore';
    return field ?? (carried.includes(proposed) ? 'ignore' : proposed);
  });
  return { ...mapping, columns };
}

/** The corrections of cells, by the columns where they are now; those of a column that was removed are left out. */
export function carryRepairs(repairs: Repairs, headers: { from: readonly string[]; to: readonly string[] }): Repairs {
  const places = placesOf(headers.from, headers.to);
  const moved = <Each extends { column: number }>(all: readonly Each[]): Each[] =>
    all.flatMap((each) => {
      const column = places.get(each.column);
      return column === undefined ? [] : [{ ...each, column }];
    });
  return {
    ...repairs,
    habits: Object.fromEntries(
      Object.entries(repairs.habits).flatMap(([at, habit]) => {
        const column = places.get(Number(at));
        return column === undefined ? [] : [[String(column), habit]];
      }),
    ),
    fixes: moved(repairs.fixes),
    edits: moved(repairs.edits),
  };
}
