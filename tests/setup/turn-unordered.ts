/** The inspected arguments of a read: they are the library’s, and differ by model. */
type Args = { select?: unknown; include?: unknown; orderBy?: unknown; distinct?: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array);

/** Reverses, in place, the rows of a read and of its relations that have no order, and returns the result. */
export function turnUnordered(args: unknown, result: unknown): unknown {
  const { select, include, orderBy, distinct }: Args = isObject(args) ? args : {};
  const within = { ...(isObject(select) ? select : {}), ...(isObject(include) ? include : {}) };
  for (const row of Array.isArray(result) ? result : [result]) {
    if (!isObject(row)) continue;
    // A field that is only selected may be a list within one column, whose order is its own.
    for (const [field, inner] of Object.entries(within)) if (isObject(inner) && field in row) turnUnordered(inner, row[field]);
  }
  if (Array.isArray(result) && orderBy === undefined && distinct === undefined) result.reverse();
  return result;
}
