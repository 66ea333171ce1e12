import { type ReferenceTableId, recordsOf, tableDefinition, vintagesOf } from '#scoring';
import { csvLine } from '~/platform/lists/csv';
import { countryColumns, type Format } from './format';

/** `perThousand` as a heading: "Per thousand". */
const headerOf = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The format of a table that has no written one: the columns of its `table.json`, with the first released rows as the template. */
export function declaredFormat(id: ReferenceTableId): Format {
  const { key, columns, readBy } = tableDefinition(id);
  const newest = vintagesOf(id).at(-1);
  if (!newest) throw new RangeError(`${id} has no vintage`);
  const all = Object.entries({ ...key, ...columns });
  const header = all.map(([name, column]) => (column.country ? 'Country' : headerOf(name)));
  const rows = recordsOf(newest)
    .slice(0, 3)
    .map(({ cells }) => all.map(([name]) => cells[name] ?? null));
  return {
    columns: all.flatMap(([name, column]) =>
      column.country ? countryColumns : [{ field: name, headers: [headerOf(name), name], isRequired: column.blank === undefined }],
    ),
    template: [header, ...rows].map((line) => csvLine(line)).join(''),
    moves: Object.keys(readBy).length > 0 ? 'score' : 'country-pages',
    defaultProducer: newest.origin.producer,
  };
}
