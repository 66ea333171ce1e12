import type { EntryValue } from '~/audits/entries/entries';
import { siteOffset } from '~/audits/report/site-zone';
import type { AuditReport } from './schema';

/** Meetings with the difference of the site's clocks from UTC, so that their times are printed as people there read them. */
export function arrangeMeetings(
  meetings: ReadonlyMap<string, EntryValue<'meeting'>>,
  { country }: { country: string | null },
): AuditReport['meetings'] {
  return [...meetings].map(([key, { zone, ...meeting }]) => ({
    ...{ key, ...meeting },
    offset: siteOffset(meeting.at ?? meeting.until, { country, recorded: zone }),
  }));
}
