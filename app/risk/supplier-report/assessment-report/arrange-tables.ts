import { editionAt, referenceTableIds, vintagesOf } from '#scoring';
import type { ReportTable } from './parts-schema';

/** The reference tables that a result was read from, with who made each and under which terms, by title. Throws RangeError for a vintage that is not here. */
export function arrangeTables(vintages: Readonly<Record<string, string>>): ReportTable[] {
  const tables = Object.entries(vintages).map(([name, vintage]): ReportTable => {
    if (name.startsWith('own:')) return arrangeOwn(name.slice('own:'.length));
    const id = referenceTableIds.find((each) => each === name);
    const table = id === undefined ? undefined : vintagesOf(id).find((each) => each.vintage === vintage);
    if (table === undefined) throw new RangeError(`table ${name} has no vintage ${vintage}`);
    const { origin } = table;
    return {
      id: table.id,
      vintage,
      title: origin.title,
      producer: origin.producer,
      citation: origin.citation,
      published: origin.datePublished,
      accessed: origin.dateAccessed,
      licence: origin.licence.name,
      url: origin.urlMain,
    };
  });
  return tables.sort((a, b) => (a.id === b.id ? (a.vintage < b.vintage ? -1 : 1) : a.id < b.id ? -1 : 1));
}

/** An edition that the organization loaded for itself; it is held here since a score was just made with it. */
function arrangeOwn(hash: string): ReportTable {
  const edition = editionAt(hash);
  if (!edition) throw new RangeError(`own table ${hash} is not held`);
  const { kind, title, producer, publishedOn, inForceFrom, licence } = edition;
  return {
    ...{ id: kind, vintage: hash.slice(0, 12), title, producer, licence },
    ...{ citation: `${producer}, ${title}`, published: publishedOn, accessed: inForceFrom, url: null },
  };
}
