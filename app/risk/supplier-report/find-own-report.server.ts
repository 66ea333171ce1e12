import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import type { ReportKind } from '~/documents/verification/compare/report-kinds';

/** A frozen report of one's own organization, what it is of, and where that is. */
export type OwnReport = {
  hash: string;
  kind: Exclude<ReportKind, 'list'>;
  preparedAt: Date;
  record: { recordKind: string; recordId: string };
  /** Path of the list that contains it, within the organization. */
  list: string;
  mayNote: boolean;
  /** Reports on the same subject that were frozen later, the newest first. */
  newer: { hash: string; locale: string; preparedAt: Date }[];
};

const select = { hash: true, preparedAt: true } as const;
const newestFirst = [{ preparedAt: 'desc' as const }, { id: 'desc' as const }];

/** The report of a hash as far as this member may know of it, or null: unknown and not his look the same. */
export async function findOwnReport(db: TenantDb, member: Member, hash: string): Promise<OwnReport | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  return (await ofResponse(db, member, hash)) ?? (await ofAudit(db, member, hash)) ?? (await ofLender(db, member, hash));
}

async function ofResponse(db: TenantDb, member: Member, hash: string): Promise<OwnReport | null> {
  if (!member.can('read:report') || !member.can('read:response')) return null;
  const found = await db.report.findFirst({ where: { hash }, select: { ...select, responseId: true } });
  if (!found) return null;
  const { responseId, preparedAt } = found;
  const newer = await db.report.findMany({
    where: { responseId, preparedAt: { gt: preparedAt } },
    ...{ orderBy: newestFirst, take: 50, select: { ...select, model: true } },
  });
  return {
    ...{ hash, kind: 'assessment', preparedAt, list: `/responses/${responseId}`, mayNote: member.can('approve:response') },
    record: { recordKind: 'assessment', recordId: responseId },
    newer: newer.map(({ model, ...report }) => ({ ...report, locale: localeOf(model) })),
  };
}

async function ofAudit(db: TenantDb, member: Member, hash: string): Promise<OwnReport | null> {
  if (!member.can('read:audit')) return null;
  const found = await db.auditReport.findFirst({ where: { hash }, select: { ...select, auditId: true } });
  const audit = found && (await findAudit(db, { auditId: found.auditId, userId: member.user.id, role: member.role }));
  if (!audit) return null;
  const { auditId, preparedAt } = found;
  const newer = await db.auditReport.findMany({
    where: { auditId, preparedAt: { gt: preparedAt } },
    ...{ orderBy: newestFirst, take: 50, select: { ...select, locale: true } },
  });
  return {
    ...{ hash, kind: 'audit', preparedAt, list: `/audits/${auditId}/reports`, mayNote: member.can('approve:audit'), newer },
    record: { recordKind: 'audit', recordId: auditId },
  };
}

async function ofLender(db: TenantDb, member: Member, hash: string): Promise<OwnReport | null> {
  if (!member.can('read:deal')) return null;
  const found = await db.lenderReport.findFirst({
    where: { hash },
    select: { ...select, kind: true, year: true, dealId: true, periodFrom: true },
  });
  if (!found) return null;
  const { preparedAt, hash: _, ...subject } = found;
  const newer = await db.lenderReport.findMany({
    where: { ...subject, preparedAt: { gt: preparedAt } },
    ...{ orderBy: newestFirst, take: 50, select: { ...select, locale: true } },
  });
  const { kind, year, dealId, periodFrom } = subject;
  const common = { hash, preparedAt, newer, mayNote: member.can('decide:deal') };
  if (dealId === null)
    return {
      ...{ ...common, kind: 'yearly', list: `/deals/annual-report?year=${year}` },
      record: { recordKind: 'organization', recordId: member.organization.id },
    };
  const record = { recordKind: 'deal', recordId: dealId };
  return kind === 'due-diligence'
    ? { ...common, kind, record, list: `/deals/${dealId}/due-diligence-report` }
    : { ...common, kind: 'monitoring', record, list: `/deals/${dealId}/monitoring/reports/${periodFrom?.toISOString().slice(0, 10)}` };
}

function localeOf(model: unknown): string {
  return typeof model === 'object' && model !== null && 'locale' in model ? String(model.locale) : '';
}
