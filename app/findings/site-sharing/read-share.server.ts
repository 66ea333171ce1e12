import { findingGradeSchema } from '#scoring';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import { showFindings } from '~/findings/findings/show-findings.server';
import { isByWorkersAlone, obstacleOf, proposedWords } from './site-labels';

const day = (date: Date) => date.toISOString().slice(0, 10);
const id = z.uuid();

/** One share for members: texts, recipient, devices, and messages without an answer; null for an unknown id. */
export async function readShare(db: TenantDb, shareId: string) {
  if (!id.safeParse(shareId).success) return null;
  const share = await db.findingShare.findFirst({
    where: { id: shareId },
    include: {
      party: { select: { name: true, publicId: true } },
      findings: {
        orderBy: { findingId: 'asc' },
        include: {
          messages: { select: { sentAt: true }, orderBy: { sentAt: 'desc' }, take: 1 },
          finding: { select: { amendedAt: true, withdrawnAt: true, text: true, methods: true, origin: true } },
        },
      },
      accesses: { orderBy: { createdAt: 'desc' } },
    },
  });
  if (!share) return null;
  const names = await namePeople(db, [share.createdById]);
  const { email, locale, message, dueOn, createdAt, withdrawnAt, auditId, party } = share;
  return {
    ...{ id: share.id, email, locale, message, auditId, party, createdAt, withdrawnAt, dueOn: day(dueOn) },
    createdBy: names.get(share.createdById) ?? null,
    findings: share.findings.map(({ findingId, text, grade, messages, finding, rewordedAt }) => ({
      ...{ findingId, text, grade: findingGradeSchema.parse(grade), rewordedAt },
      saidAt: messages[0]?.sentAt ?? null,
      /** When the finding was corrected after the site was last shown its text. */
      correctedAt: finding.amendedAt && finding.amendedAt > (rewordedAt ?? createdAt) ? finding.amendedAt : null,
      isWithdrawn: finding.withdrawnAt !== null,
      /** A finding raised by an answer keeps the text that was shown. */
      proposed: finding.origin === 'auditor' ? proposedWords(finding) : text,
    })),
    /** When the holder of an expired link asked for a new one; null once one was made since. */
    askedAt: askedSince(share.accesses),
    link: share.accesses.find(({ kind, usedAt, revokedAt }) => kind === 'link' && !usedAt && !revokedAt)?.expiresAt ?? null,
    devices: share.accesses
      .filter(({ kind }) => kind === 'device')
      .map(({ id: deviceId, device, createdAt: openedAt, lastSeenAt, revokedAt }) => ({
        id: deviceId,
        device,
        openedAt,
        lastSeenAt,
        revokedAt,
      })),
  };
}
export type ShareRead = NonNullable<Awaited<ReturnType<typeof readShare>>>;

type Access = { kind: string; createdAt: Date; renewalAskedAt: Date | null };

/** The last request for a new link, unless one was made since. */
function askedSince(accesses: readonly Access[]): Date | null {
  const links = accesses.filter(({ kind }) => kind === 'link');
  const last = (times: readonly (Date | null)[]) => Math.max(0, ...times.map((time) => time?.getTime() ?? 0));
  const asked = last(links.map(({ renewalAskedAt }) => renewalAskedAt));
  return asked > last(links.map(({ createdAt }) => createdAt)) ? new Date(asked) : null;
}

/** Shares with an open request for a new link, longest waiting first; at most 50. One query. */
export async function listLinksAsked(db: TenantDb) {
  const rows = await db.findingShare.findMany({
    where: { withdrawnAt: null, accesses: { some: { kind: 'link', renewalAskedAt: { not: null } } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: {
      ...{ id: true, party: { select: { name: true } } },
      accesses: { where: { kind: 'link' }, select: { kind: true, createdAt: true, renewalAskedAt: true } },
    },
  });
  return rows
    .flatMap(({ id: shareId, party, accesses }) => {
      const askedAt = askedSince(accesses);
      return askedAt ? [{ shareId, supplier: party.name, askedAt }] : [];
    })
    .sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime())
    .slice(0, 50);
}

/** The shares of an audit or of a finding, the newest first; at most 50. */
export async function listShares(db: TenantDb, of: { auditId: string } | { findingId: string }) {
  const rows = await db.findingShare.findMany({
    where: 'auditId' in of ? { auditId: of.auditId } : { findings: { some: { findingId: of.findingId } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: {
      ...{ id: true, createdAt: true, withdrawnAt: true, dueOn: true, visit: true, _count: { select: { findings: true } } },
      accesses: { where: { kind: 'link' }, select: { kind: true, createdAt: true, renewalAskedAt: true } },
    },
  });
  return rows.map(({ _count, dueOn, visit, accesses, ...row }) => ({
    ...{ ...row, dueOn: day(dueOn), findings: _count.findings, isVisit: visit !== null },
    askedAt: row.withdrawnAt ? null : askedSince(accesses),
  }));
}
export type ShareRow = Awaited<ReturnType<typeof listShares>>[number];

/**
 * Findings of an audit, or one finding, for sharing with the site: each with its proposed text or its obstacle, and the supplier's known address. Null for an
 * unknown id.
 */
export async function readShareChoices(db: TenantDb, of: { auditId: string } | { findingId: string }) {
  const given = 'auditId' in of ? of.auditId : of.findingId;
  if (!id.safeParse(given).success) return null;
  const { rows } = await showFindings(db, { ...('auditId' in of ? of : { ids: [of.findingId] }), take: 300 });
  const whole = await db.finding.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    select: {
      id: true,
      partyId: true,
      auditId: true,
      text: true,
      methods: true,
      withdrawnAt: true,
      question: true,
      compliancePoint: true,
      indicator: true,
    },
  });
  const [first] = whole;
  const party = rows[0]?.party;
  if (!first || !party) return null;
  const contact = await db.supplierContact.findFirst({ where: { partyId: first.partyId, wrongAt: null }, select: { email: true } });
  const byId = new Map(whole.map((row) => [row.id, row]));
  return {
    ...{ partyId: first.partyId, party, email: contact?.email ?? '' },
    findings: rows.flatMap(({ id: findingId, title, lang, grade, origin }) => {
      const row = byId.get(findingId);
      if (!row) return [];
      return [
        {
          ...{ id: findingId, grade, lang },
          /** A finding raised by an answer is described by the question text, which the supplier has read. */
          words: proposedWords(origin === 'auditor' ? row : { ...row, text: title }),
          obstacle: obstacleOf({ ...row, isZeroTolerance: isZeroToleranceFinding(row) }),
          isByWorkersAlone: isByWorkersAlone(row.methods),
          restsOnWorkers: row.methods.includes('worker'),
        },
      ];
    }),
  };
}
export type ShareChoices = NonNullable<Awaited<ReturnType<typeof readShareChoices>>>;
