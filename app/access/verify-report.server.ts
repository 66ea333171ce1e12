import { rootDb } from './root-db.server';

/** When a report with this hash was first prepared, by whichever organization, or null. Tells nothing else. */
export async function reportPreparedAt(hash: string): Promise<Date | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  const [row] = await rootDb().$queryRaw<{ at: Date | null }[]>`SELECT report_prepared_at(${hash}) AS at`;
  return row?.at ?? null;
}
