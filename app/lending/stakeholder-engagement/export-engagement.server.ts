import { type FileColumns, tableAsCsv, tableOf, tablesAsXlsx } from '~/lending/deal-record/table-file.server';
import type { EngagementFile } from './read-engagement.server';

type Entry = EngagementFile['entries'][number];
type MechanismRow = EngagementFile['mechanisms'][number] & { period: EngagementFile['periods'][number] | null };

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

/** Counts as stored: one to four are `under-5`, reported as not known is `unknown`. */
const mechanismColumns: FileColumns<MechanismRow> = {
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
  period_from: ({ period }) => period?.periodFrom ?? null,
  period_to: ({ period }) => period?.periodTo ?? null,
  opened: ({ period }) => period?.opened ?? null,
  closed: ({ period }) => period?.closed ?? null,
  median_days: ({ period }) => period?.medianDays ?? null,
  retaliation: ({ period }) => period?.retaliation ?? null,
  period_note: ({ period }) => period?.note ?? null,
  period_version: ({ period }) => period?.version ?? null,
  version: ({ version }) => version,
  recorded_by: ({ recordedBy }) => recordedBy,
  recorded_at: ({ recordedAt }) => recordedAt.toISOString(),
};

const entryTable = ({ entries }: EngagementFile) => tableOf(entryColumns, entries);

function mechanismTable({ mechanisms, periods }: EngagementFile) {
  const rows = mechanisms.flatMap((mechanism): MechanismRow[] => {
    const reported = periods.filter(({ mechanismNumber }) => mechanismNumber === mechanism.number);
    return reported.length === 0 ? [{ ...mechanism, period: null }] : reported.map((period) => ({ ...mechanism, period }));
  });
  return tableOf(mechanismColumns, rows);
}

const long: ReadonlySet<string> = new Set(['groups', 'subjects', 'answered', 'disclosed', 'mechanism', 'channels', 'note', 'period_note']);

/** The log of engagement as CSV, each entry as it was last said, the last time first. */
export const engagementAsCsv = (file: EngagementFile): string => tableAsCsv(entryTable(file));

/** The grievance mechanisms as CSV, one row per period, newest first; one row where no period was reported. */
export const mechanismsAsCsv = (file: EngagementFile): string => tableAsCsv(mechanismTable(file));

/** Both as the sheets of a workbook. */
export const engagementAsXlsx = (file: EngagementFile): ReadableStream<Uint8Array> =>
  tablesAsXlsx([
    { name: 'Engagement', table: entryTable(file), long: (head) => long.has(head) },
    { name: 'Grievance mechanisms', table: mechanismTable(file), long: (head) => long.has(head) },
  ]);
