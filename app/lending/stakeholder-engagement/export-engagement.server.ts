import { type FileColumns, tableAsCsv, tableOf, tablesAsXlsx } from '~/lending/deal-record/table-file.server';
import type { EngagementFile } from './read-engagement.server';

type Entry = EngagementFile['entries'][number];
type Told = EngagementFile['mechanisms'][number] & { told: EngagementFile['periods'][number] | null };

const entryColumns: FileColumns<Entry> = {
  entry_number: ({ number }) => number,
  held_on: ({ heldOn }) => heldOn,
  groups: ({ groups }) => groups.join('; '),
  way: ({ way }) => way,
  languages: ({ languages }) => languages,
  people: ({ people }) => people,
  subjects: ({ subjects }) => subjects,
  answered: ({ answered }) => answered,
  disclosed: ({ disclosed }) => disclosed,
  version: ({ version }) => version,
  recorded_by: ({ recordedBy }) => recordedBy,
  recorded_at: ({ recordedAt }) => recordedAt.toISOString(),
};

/** Counts as they are kept: one to four are the word under-5, what was said to be not known is unknown. */
const toldColumns: FileColumns<Told> = {
  mechanism_number: ({ number }) => number,
  mechanism: ({ name }) => name,
  audience: ({ audience }) => audience,
  operator: ({ operator }) => operator,
  channels: ({ channels }) => channels.join('; '),
  languages: ({ languages }) => languages,
  anonymous: ({ isAnonymous }) => isAnonymous,
  free: ({ isFree }) => isFree,
  no_retaliation: ({ noRetaliation }) => noRetaliation,
  note: ({ note }) => note,
  period_from: ({ told }) => told?.periodFrom ?? null,
  period_to: ({ told }) => told?.periodTo ?? null,
  opened: ({ told }) => told?.opened ?? null,
  closed: ({ told }) => told?.closed ?? null,
  median_days: ({ told }) => told?.medianDays ?? null,
  retaliation: ({ told }) => told?.retaliation ?? null,
  period_note: ({ told }) => told?.note ?? null,
  period_version: ({ told }) => told?.version ?? null,
  version: ({ version }) => version,
  recorded_by: ({ recordedBy }) => recordedBy,
  recorded_at: ({ recordedAt }) => recordedAt.toISOString(),
};

const entryTable = ({ entries }: EngagementFile) => tableOf(entryColumns, entries);

function toldTable({ mechanisms, periods }: EngagementFile) {
  const rows = mechanisms.flatMap((mechanism): Told[] => {
    const told = periods.filter(({ mechanismNumber }) => mechanismNumber === mechanism.number);
    return told.length === 0 ? [{ ...mechanism, told: null }] : told.map((period) => ({ ...mechanism, told: period }));
  });
  return tableOf(toldColumns, rows);
}

const long: ReadonlySet<string> = new Set(['groups', 'subjects', 'answered', 'disclosed', 'mechanism', 'channels', 'note', 'period_note']);

/** The log of engagement as CSV, each entry as it was last said, the last time first. */
export const engagementAsCsv = (file: EngagementFile): string => tableAsCsv(entryTable(file));

/** The ways to complain as CSV, a row a period, the newest first; one row where nothing was told yet. */
export const mechanismsAsCsv = (file: EngagementFile): string => tableAsCsv(toldTable(file));

/** Both as the sheets of a workbook. */
export const engagementAsXlsx = (file: EngagementFile): ReadableStream<Uint8Array> =>
  tablesAsXlsx([
    { name: 'Engagement', table: entryTable(file), long: (head) => long.has(head) },
    { name: 'Grievance mechanisms', table: toldTable(file), long: (head) => long.has(head) },
  ]);
