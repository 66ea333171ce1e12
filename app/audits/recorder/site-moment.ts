import { offsetLabel, siteOffset } from '~/audits/report/site-zone';
import { m } from '~/paraglide/messages';
import { formatDate, formatMoment } from '~/ui/format';
import type { Pack } from './pack';

/** A moment by the clocks at the site, as the report prints it: of its country where its zones agree, else of this device; in UTC where neither is known. */
export function siteMoment(pack: Pick<Pack, 'law'>, at: string): string {
  const recorded = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offset = siteOffset(at, { country: pack.law?.country ?? null, recorded });
  if (offset === null) return formatMoment(at);
  const local = new Date(Date.parse(at) + offset * 60_000).toISOString();
  return m.audit_report_local_time({ date: formatDate(local.slice(0, 10)), time: local.slice(11, 16), offset: offsetLabel(offset) });
}
