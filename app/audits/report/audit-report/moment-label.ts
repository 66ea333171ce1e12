import { writeDate } from '~/documents/pdf/labels';
import { offsetLabel } from '~/audits/report/site-zone';
import { m } from '~/paraglide/messages';
import type { Say } from './labels';

/** A moment as the clocks at the site showed it, with their difference from UTC; in UTC where that is not known, and it says so. */
export function momentLabel(iso: string | null | undefined, { offset, say }: { offset: number | null | undefined; say: Say }): string {
  if (!iso) return m.audit_report_unknown({}, say);
  if (offset === null || offset === undefined) return m.audit_report_utc_time({ date: writeDate(iso, say), time: iso.slice(11, 16) }, say);
  const local = new Date(Date.parse(iso) + offset * 60_000).toISOString();
  return m.audit_report_local_time({ date: writeDate(local, say), time: local.slice(11, 16), offset: offsetLabel(offset) }, say);
}
