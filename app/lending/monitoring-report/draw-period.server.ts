import type { TenantDb } from '~/access/tenant-db.server';
import { memberLocale } from '~/locales/member-locales';
import { siteAddress } from '~/platform/mail/send.server';
import { getLocale } from '~/paraglide/runtime';
import { buildLenderReport } from '~/documents/frozen-documents/lender-report/model.server';
import type { LenderReport } from '~/documents/frozen-documents/lender-report/schema';
import { arrangePeriod } from './arrange-period';
import { type PeriodRead, readPeriod } from './read-period.server';

/** The monitoring report of a period from current data, in the reader's language; null where none is due. */
export async function drawPeriod(
  db: TenantDb,
  options: { dealId: string; periodFrom: string; now: Date; organization: { name: string }; state: LenderReport['state'] },
): Promise<LenderReport | null> {
  const { now, state, organization } = options;
  const read = await readPeriod(db, options);
  if (!read) return null;
  return buildLenderReport({
    ...{ kind: 'monitoring', locale: memberLocale(getLocale()), preparedAt: now.toISOString(), state, publicUrl: siteAddress() },
    organization: { name: organization.name },
    data: JSON.parse(JSON.stringify(dataOf(read))),
    document: arrangePeriod(read),
  });
}

/** What the report rests on, for programs. The lender's own people stay out of it. */
function dataOf({ deal, report, incidents }: PeriodRead) {
  const { number, status, record, client, drawstops } = deal;
  return {
    deal: { number, status, projectName: record.projectName, client: { name: client.name, publicId: client.publicId } },
    period: { from: report.from, to: report.to, dueOn: report.dueOn, state: report.state },
    report: report.versions[0] ?? null,
    before: report.before,
    verdicts: report.verdicts.map(({ version, verdict, comment, at }) => ({ version, verdict, comment, at })),
    incidents: incidents.map(({ number: at, kind, text, happenedAt, learnedAt, reportedAt, deadlineAt, died, harmed, status: state }) => ({
      ...{ number: at, kind, text, happenedAt, learnedAt, reportedAt, deadlineAt, died, harmed, status: state },
    })),
    drawstops,
  };
}
