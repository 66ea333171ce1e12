import type { TenantDb } from '~/access/tenant-db.server';
import { gradeLabel, statusLabel } from '~/risk/scores/labels';
import { m } from '~/paraglide/messages';
import type { LenderBlock } from '~/documents/frozen-documents/lender-report/schema';
import { formatDate, formatNumber } from '~/ui/format';
import { isGrade, isStatus } from './closed-labels';
import { readConditions, readCovenantBlocks } from './covenant-blocks.server';
import { readEngagementBlocks } from './engagement-blocks.server';
import { readPlanBlocks } from './plan-blocks.server';
import { readRightsBlocks } from './rights-blocks.server';

/** Input of a section: the deal, and the project companies with findings. */
export type PartOf = { dealId: string; partyIds: readonly string[]; today: string };
/** Sections filled by other modules; null where nothing is recorded, which the report states. */
export type PartRead = LenderBlock[] | null;

const most = 200;

/** 9, the ESAP with its agreed version, then corrective actions of the project's companies. Null without either. */
export async function readActionPlanPart(db: TenantDb, of: PartOf): Promise<PartRead> {
  const plan = await readPlanBlocks(db, of);
  const actions = await readCorrectiveActions(db, of);
  return plan.length + actions.length === 0 ? null : [...plan, ...actions];
}

/** Corrective actions of the project's companies, by due date. One query. */
async function readCorrectiveActions(db: TenantDb, { partyIds }: PartOf): Promise<LenderBlock[]> {
  const actions = await db.correctiveAction.findMany({
    where: { finding: { partyId: { in: [...partyIds] }, withdrawnAt: null } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: most,
    select: {
      action: true,
      owner: true,
      dueOn: true,
      status: true,
      finding: { select: { text: true, party: { select: { name: true } } } },
    },
  });
  if (actions.length === 0) return [];
  return [
    { kind: 'paragraph', text: m.due_diligence_report_plan_note() },
    {
      kind: 'table',
      title: m.due_diligence_report_plan_title(),
      size: 8,
      columns: [
        { label: m.due_diligence_report_column_gap(), share: 32 },
        { label: m.due_diligence_report_column_action(), share: 32 },
        { label: m.due_diligence_report_column_owner(), share: 14 },
        { label: m.due_diligence_report_column_due(), share: 11 },
        { label: m.due_diligence_report_column_status(), share: 11 },
      ],
      rows: actions.map(({ action, owner, dueOn, status, finding }) => [
        { text: finding.text, note: finding.party.name },
        action,
        owner,
        formatDate(dueOn),
        actionStatusLabel(status),
      ]),
    },
  ];
}

const actionStatuses: Readonly<Record<string, () => string>> = {
  pending: m.corrective_actions_status_pending,
  'in-progress': m.corrective_actions_status_in_progress,
  completed: m.corrective_actions_status_completed,
  verified: m.corrective_actions_status_verified,
};
const actionStatusLabel = (status: string): string => actionStatuses[status]?.() ?? status;

/** 10, covenants and conditions: the committee's conditions, and the current covenants. Null without either. */
export async function readCovenantsPart(db: TenantDb, of: PartOf): Promise<PartRead> {
  const blocks = [...(await readConditions(db, of)), ...(await readCovenantBlocks(db, of))];
  return blocks.length === 0 ? null : blocks;
}

/**
 * 5, human rights: issues by severity; stakeholder engagement and grievance mechanisms; then findings about the project's companies. Sensitive cases are never
 * read.
 */
export async function readHumanRightsPart(db: TenantDb, of: PartOf): Promise<PartRead> {
  const blocks = [...(await readRightsBlocks(db, of)), ...(await readEngagementBlocks(db, of)), ...(await readFindingCounts(db, of))];
  return blocks.length === 0 ? null : blocks;
}

/** How many findings there are of each severity and status. One query. */
async function readFindingCounts(db: TenantDb, { partyIds }: PartOf): Promise<LenderBlock[]> {
  const groups = await db.finding.groupBy({
    by: ['grade', 'status'],
    where: { partyId: { in: [...partyIds] }, withdrawnAt: null },
    _count: { _all: true },
  });
  if (groups.length === 0) return [];
  const rows = groups
    .flatMap(({ grade, status, _count }) => (isGrade(grade) && isStatus(status) ? [{ grade, status, count: _count._all }] : []))
    .sort((a, b) => severity.indexOf(a.grade) - severity.indexOf(b.grade) || (a.status < b.status ? -1 : 1));
  return [
    { kind: 'heading', level: 2, text: m.human_rights_assessment_findings_title() },
    { kind: 'paragraph', text: m.due_diligence_report_rights_note() },
    {
      kind: 'table',
      title: m.human_rights_assessment_findings_title(),
      columns: [
        { label: m.due_diligence_report_column_severity(), share: 40 },
        { label: m.due_diligence_report_column_status(), share: 40 },
        { label: m.due_diligence_report_column_findings(), share: 20, align: 'end' },
      ],
      rows: rows.map(({ grade, status, count }) => [gradeLabel(grade), statusLabel(status), formatNumber(count)]),
    },
  ];
}

const severity = ['critical', 'major', 'moderate', 'minor'];
