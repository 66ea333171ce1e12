/** A list of names that are searched letter by letter and folded, never by likeness. */
export type NameIndex<Row> = {
  rows: readonly Row[];
  namesOf: (row: Row) => readonly string[];
  fold: Fold;
  byFolded: ReadonlyMap<string, readonly Row[]>;
};
export type Fold = (name: string) => string;
/** `name`: letter by letter; `folded-name`: alike when folded; `alias`: the same for another name than the first. */
export type NameReason = 'name' | 'folded-name' | 'alias' | 'folded-alias';

/** @param namesOf the names of a row, its main name first; none for a row without names */
export function buildNameIndex<Row>(rows: readonly Row[], namesOf: (row: Row) => readonly string[], fold: Fold): NameIndex<Row> {
  const byFolded = new Map<string, Row[]>();
  for (const row of rows)
    for (const folded of new Set(namesOf(row).map(fold))) {
      const known = byFolded.get(folded);
      if (known) known.push(row);
      else byFolded.set(folded, [row]);
    }
  return { rows, namesOf, fold, byFolded };
}

/** The rows that bear a name, each with the nearest reason and the name of the list it met. */
export function rowsNamed<Row>(index: NameIndex<Row>, name: string): { row: Row; reason: NameReason; matched: string }[] {
  const wanted = name.trim();
  const folded = index.fold(wanted);
  if (folded === '') return [];
  return (index.byFolded.get(folded) ?? []).map((row) => {
    const [main = '', ...others] = index.namesOf(row);
    if (main === wanted) return { row, reason: 'name', matched: main };
    const alias = others.find((other) => other === wanted);
    if (alias !== undefined) return { row, reason: 'alias', matched: alias };
    if (index.fold(main) === folded) return { row, reason: 'folded-name', matched: main };
    return { row, reason: 'folded-alias', matched: others.find((other) => index.fold(other) === folded) ?? main };
  });
}
