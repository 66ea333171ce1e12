import { referenceTableIds, vintagesOf } from '#scoring';
import type { ReportTable } from './parts-schema';

/** The reference tables that a result was read from, with who made each and under which terms, by title. Throws RangeError for a vintage that is not here. */
export function arrangeTables(vintages: Readonly<Record<string, string>>): ReportTable[] {
  const tables = Object.entries(vintages).map(([name, vintage]): ReportTable => {
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
  return tables.sort((a, b) => (a.id < b.id ? -1 : 1));
}
