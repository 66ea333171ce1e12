import type { TenantDb } from '~/access/tenant-db.server';
import { memberLocale } from '~/locales/member-locales';
import { getLocale } from '~/paraglide/runtime';
import { buildLenderReport } from '~/documents/frozen-documents/lender-report/model.server';
import type { LenderReport } from '~/documents/frozen-documents/lender-report/schema';
import { siteAddress } from '~/platform/mail/send.server';
import { arrangeYear } from './arrange-year';
import { countYear, type Lacking, type YearlyTable } from './count-year';
import { readYear } from './read-year.server';

export type YearDrawn = { kind: 'drawn'; report: LenderReport; table: YearlyTable } | { kind: 'refused'; lacking: Lacking[] };

/** The annual report from current data, in the reader's language; or what prevents it. */
export async function drawYear(
  db: TenantDb,
  options: { year: number; now: Date; organization: { name: string }; state: LenderReport['state'] },
): Promise<YearDrawn> {
  const { year, now, state } = options;
  const today = now.toISOString().slice(0, 10);
  const { entries, left } = await readYear(db, { year, today });
  const counted = countYear(year, entries);
  if (counted.kind === 'refused') return counted;
  const { table } = counted;
  const organization = { name: options.organization.name };
  const report = buildLenderReport({
    ...{ kind: 'yearly', locale: memberLocale(getLocale()), preparedAt: now.toISOString(), organization, publicUrl: siteAddress(), state },
    data: JSON.parse(JSON.stringify({ table, left })),
    document: arrangeYear(table, { organization: organization.name, today, left }),
  });
  return { kind: 'drawn', report, table };
}
