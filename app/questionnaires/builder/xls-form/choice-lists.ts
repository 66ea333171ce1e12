import type { FormRow, FormSheet } from './form-rows';

export type ChoiceLists = { choices: ReadonlyMap<string, readonly FormRow[]>; external: ReadonlyMap<string, readonly FormRow[]> };

/** The lists of a sheet of choices, each with its rows in their order. A row without a list is a remark. */
export function listsOf(sheet: FormSheet | undefined): Map<string, FormRow[]> {
  const lists = new Map<string, FormRow[]>();
  for (const row of sheet?.rows ?? []) {
    const name = (row.cells.list_name ?? '').trim();
    if (name === '') continue;
    const list = lists.get(name);
    if (list) list.push(row);
    else lists.set(name, [row]);
  }
  return lists;
}

export const choiceName = ({ cells }: Pick<FormRow, 'cells'>): string => (cells.name ?? '').trim();
