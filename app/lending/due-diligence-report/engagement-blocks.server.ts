import { audienceLabel, groupLabel, operatorLabel, wayLabel } from '~/lending/stakeholder-engagement/engagement-labels';
import { readEngagement } from '~/lending/stakeholder-engagement/read-engagement.server';
import { countText } from '~/lending/monitoring/report-content-view';
import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { formatDate, formatList } from '~/ui/format';

/** Stakeholder engagement and grievance mechanisms, with the figures of the newest period. None where nothing is recorded. Five queries. */
export async function readEngagementBlocks(db: TenantDb, { dealId }: { dealId: string }): Promise<LenderBlock[]> {
  const { entries, mechanisms } = await readEngagement(db, dealId);
  if (entries.length + mechanisms.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: m.stakeholder_engagement_report_title() },
    ...(entries.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: m.stakeholder_engagement_log(),
            size: 8,
            columns: [
              { label: m.stakeholder_engagement_held_on(), share: 13 },
              { label: m.stakeholder_engagement_groups(), share: 25 },
              { label: m.stakeholder_engagement_people(), share: 12 },
              { label: m.stakeholder_engagement_subjects(), share: 30 },
              { label: m.stakeholder_engagement_answered(), share: 20 },
            ],
            rows: entries.map((entry) => [
              formatDate(entry.heldOn),
              { text: formatList(entry.groups.map(groupLabel)), note: `${wayLabel(entry.way)} · ${entry.languages}` },
              countText(entry.people),
              entry.subjects,
              entry.answered || m.stakeholder_engagement_nothing_said(),
            ]),
          },
        ]),
    ...(mechanisms.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: m.stakeholder_engagement_mechanisms(),
            size: 8,
            columns: [
              { label: m.stakeholder_engagement_name(), share: 40 },
              { label: m.stakeholder_engagement_newest_period(), share: 24 },
              { label: m.stakeholder_engagement_opened(), share: 12 },
              { label: m.stakeholder_engagement_closed(), share: 12 },
              { label: m.stakeholder_engagement_retaliation(), share: 12 },
            ],
            rows: mechanisms.map(({ name, audience, operator, newest }) => [
              { text: name, note: `${audienceLabel(audience)} · ${operatorLabel(operator)}` },
              newest
                ? m.monitoring_from_to({ from: formatDate(newest.periodFrom), to: formatDate(newest.periodTo) })
                : m.stakeholder_engagement_not_told(),
              ...[newest?.opened, newest?.closed, newest?.retaliation].map((count) =>
                count === undefined ? m.stakeholder_engagement_not_told() : countText(count),
              ),
            ]),
          },
        ]),
  ];
}
