/**
 * What a selection bar sent, as parameters of its list: with `all=yes` those of `names`, which say what the list shows, else the rows that were ticked
 * (`chosen`) as `id`. Null: no row was ticked.
 */
export function readSelection(params: URLSearchParams, names: readonly string[]): URLSearchParams | null {
  const selection = new URLSearchParams();
  if (params.get('all') === 'yes') {
    for (const name of names) for (const value of params.getAll(name)) if (value !== '') selection.append(name, value.slice(0, 200));
    return selection;
  }
  for (const id of new Set(params.getAll('chosen'))) selection.append('id', id.slice(0, 40));
  return selection.has('id') ? selection : null;
}
