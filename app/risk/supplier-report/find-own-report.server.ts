import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { issuedKinds, type ReportKind } from '~/documents/verification/compare/report-kinds';

/** A frozen report of one's own organization, what it is of, and where that is. */
export type OwnReport = {
  documentId: string;
  hash: string;
  kind: Exclude<ReportKind, 'list'>;
  preparedAt: Date;
  record: { recordKind: string; recordId: string };
  /** Path of the list that contains it, within the organization. */
  list: string;
  mayNote: boolean;
  /** Who or what it reports on, by name; null where that is the organization itself. */
  subject: string | null;
  /** Reports on the same subject that were frozen later, the newest first. */
  newer: { documentId: string; hash: string; locale: string; preparedAt: Date }[];
};

/** The report of a hash as far as this member may know of it, or null: unknown and not his look the same. */
export async function findOwnReport(db: TenantDb, member: Member, hash: string): Promise<OwnReport | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  const found = await db.frozenDocument.findFirst({
    where: { hash, kind: { in: [...issuedKinds] } },
    orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, issuedAt: true, responseId: true, auditId: true, dealId: true, item: true },
  });
  const place = found && (await placeOf(db, member, found));
  if (!place) return null;
  const { id: documentId, issuedAt, ...subject } = found;
  const newer = await db.frozenDocument.findMany({
    where: { ...subject, issuedAt: { gt: issuedAt } },
    orderBy: [{ issuedAt: 'desc' }, { version: 'desc' }],
    take: 50,
    select: { id: true, hash: true, locale: true, issuedAt: true },
  });
  return {
    ...{ documentId, hash, preparedAt: issuedAt, ...place },
    newer: newer.map((each) => ({ documentId: each.id, hash: each.hash, locale: each.locale ?? '', preparedAt: each.issuedAt })),
  };
}

type Found = { kind: string; responseId: string | null; auditId: string | null; dealId: string | null; item: string };
type Place = Pick<OwnReport, 'kind' | 'record' | 'list' | 'mayNote' | 'subject'>;

/** Where a report is, for a member who may read it; null for any other. */
async function placeOf(db: TenantDb, member: Member, { kind, responseId, auditId, dealId, item }: Found): Promise<Place | null> {
  if (kind === 'assessment' && responseId !== null) {
    if (!member.can('read:report') || !member.can('read:response')) return null;
    const record = { recordKind: 'response', recordId: responseId };
    const response = await db.questionnaireResponse.findFirst({ where: { id: responseId }, select: { party: { select: { name: true } } } });
    const subject = response?.party.name ?? null;
    return { kind, record, list: `/responses/${responseId}`, mayNote: member.can('approve:response'), subject };
  }
  if (kind === 'audit' && auditId !== null) {
    const audit = member.can('read:audit') && (await findAudit(db, { auditId, userId: member.user.id, role: member.role }));
    if (!audit) return null;
    return {
      kind,
      record: { recordKind: 'audit', recordId: auditId },
      list: `/audits/${auditId}/reports`,
      mayNote: member.can('approve:audit'),
      subject: `${audit.number} · ${await nameOfParty(db, audit.sitePartyId ?? audit.partyId)}`,
    };
  }
  if (kind === 'board-paper') {
    if (!member.can('read:report')) return null;
    const record = { recordKind: 'organization', recordId: member.organization.id };
    return { kind, record, list: '/board-paper', mayNote: member.can('issue:board-paper'), subject: null };
  }
  if (!member.can('read:deal')) return null;
  const mayNote = member.can('decide:deal');
  if (kind === 'yearly')
    return {
      kind,
      record: { recordKind: 'organization', recordId: member.organization.id },
      list: `/deals/annual-report?year=${item}`,
      mayNote,
      subject: item,
    };
  if (dealId === null) return null;
  const record = { recordKind: 'deal', recordId: dealId };
  const deal = await db.deal.findFirst({ where: { id: dealId }, select: { projectName: true } });
  const subject = deal?.projectName ?? null;
  switch (kind) {
    case 'due-diligence':
      return { kind, record, list: `/deals/${dealId}/due-diligence-report`, mayNote, subject };
    case 'monitoring':
      return { kind, record, list: `/deals/${dealId}/monitoring/reports/${item}`, mayNote, subject };
    default:
      return null;
  }
}

/** One query. */
async function nameOfParty(db: TenantDb, id: string): Promise<string> {
  return (await db.party.findFirstOrThrow({ where: { id }, select: { name: true } })).name;
}
