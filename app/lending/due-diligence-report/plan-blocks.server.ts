import type { TenantDb } from '~/access/tenant-db.server';
import { readPlan } from '~/lending/esap/read-plan.server';
import { itemStatusLabel, milestoneLabel } from '~/lending/esap/labels';
import { m } from '~/paraglide/messages';
import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { formatDate, formatMoney, formatNumber } from '~/ui/format';

/** The ESAP items of the deal that were not dropped, the status of the newest version, and costs by currency. None without items. Five queries. */
export async function readPlanBlocks(db: TenantDb, options: { dealId: string; today: string }): Promise<LenderBlock[]> {
  const plan = await readPlan(db, options);
  const lines = plan?.lines.filter(({ status }) => status !== 'dropped') ?? [];
  if (!plan || lines.length === 0) return [];
  const { version, totals } = plan;
  const unknown = m.shell_unknown();
  const named = version ? m.esap_version_named({ number: version.number }) : m.esap_standing_none();
  const status =
    version?.isCurrent === false ? m.esap_standing_changed() : version?.agreement ? agreed(version.agreement) : m.esap_not_agreed();
  return [
    { kind: 'paragraph', text: version ? `${named} · ${status}` : named },
    {
      kind: 'table',
      title: m.esap_report_overview(),
      size: 8,
      columns: [
        { label: m.esap_field_action(), share: 36 },
        { label: m.esap_field_reference(), share: 12 },
        { label: m.esap_field_owner(), share: 15 },
        { label: m.esap_field_due(), share: 11 },
        { label: m.esap_field_milestone(), share: 14 },
        { label: m.esap_status(), share: 12 },
      ],
      rows: lines.map((line) => [
        { text: line.action, note: line.reason },
        line.reference || unknown,
        line.owner || unknown,
        line.dueOn === null ? unknown : formatDate(line.dueOn),
        line.milestone === null ? unknown : milestoneLabel(line.milestone),
        line.isLate ? `${itemStatusLabel(line.status)} · ${m.esap_overdue()}` : itemStatusLabel(line.status),
      ]),
    },
    {
      kind: 'list',
      items: [
        ...(totals.sums.length > 0
          ? [{ lead: m.esap_totals(), text: totals.sums.map(({ currency, minor }) => formatMoney(minor, currency)).join(' · ') }]
          : []),
        ...(totals.unknown > 0 ? [{ lead: m.esap_totals_unknown(), text: formatNumber(totals.unknown) }] : []),
      ],
    },
  ];
}

const agreed = ({ name, function: post, agreedOn }: { name: string; function: string; agreedOn: string }): string =>
  m.esap_standing_agreed({ name, function: post, date: formatDate(agreedOn) });
