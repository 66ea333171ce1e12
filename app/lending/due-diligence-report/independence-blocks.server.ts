import type { TenantDb } from '~/access/tenant-db.server';
import { consultantLabel, knownLabel, purposeLabel } from '~/lending/consultant-independence/independence-labels';
import { readChecks } from '~/lending/consultant-independence/read-checks.server';
import { m } from '~/paraglide/messages';
import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { formatDate } from '~/ui/format';

/** Who reviews or monitors the project, whether that is required, and the verdict on each one's independence. None without a consultant. Two queries. */
export async function readIndependenceBlocks(db: TenantDb, { dealId }: { dealId: string }): Promise<LenderBlock[]> {
  const checks = await readChecks(db, dealId);
  if (checks.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: m.consultant_independence_title() },
    {
      kind: 'table',
      title: m.consultant_independence_title(),
      size: 8,
      columns: [
        { label: m.consultant_independence_firm(), share: 24 },
        { label: m.consultant_independence_purpose(), share: 22 },
        { label: m.consultant_independence_is_required(), share: 12 },
        { label: m.consultant_independence_verdict(), share: 16 },
        { label: m.consultant_independence_conclusions(), share: 26 },
      ],
      rows: checks.map((check) => [
        check.firm,
        purposeLabel(check.purpose),
        knownLabel(check.isRequired),
        { text: consultantLabel(check.status), ...(check.verdict ? { note: check.verdict.reason } : {}) },
        {
          text: check.conclusions || m.consultant_independence_nothing_said(),
          note: check.reportOn ? formatDate(check.reportOn) : m.consultant_independence_report_none(),
        },
      ]),
    },
  ];
}
