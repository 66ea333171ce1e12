import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

/** A link waits longer than a questionnaire usually does; it can be renewed at any time. */
const linkLifetimeMs = 60 * 24 * 3_600_000;

/** A request as its reader meets it before anything is opened. */
export type MetRequest = {
  assessmentId: string;
  asker: { id: string; name: string };
  supplier: string;
  instrumentKey: string;
  locale: string;
  message: string;
  dueOn: Date | null;
  /** Whether the one who asked knows an address to which a new link can be mailed. The address itself is told to nobody. */
  isAddressKnown: boolean;
  /** The keys of the sections that the link opens; none: the whole request. */
  sections: string[];
};
export type LinkOver = 'used' | 'expired' | 'revoked' | 'withdrawn' | 'taken-back';
export type FoundLink =
  | { kind: 'unknown' }
  | { kind: 'over'; why: LinkOver; request: MetRequest }
  | { kind: 'open'; linkId: string; request: MetRequest };

/**
 * A link good once within 60 days. Those of the whole request that were not used yet end; one for some sections (`part`: for whom, and which) ends none. The token is answered here and stored
 * only as its hash.
 */
export async function createAnswerLink(
  db: TenantDb,
  options: { assessmentId: string; createdById: string | null; now: Date; part?: { label: string; sections: string[] } },
): Promise<{ token: string; expiresAt: Date }> {
  const { assessmentId, createdById, now, part } = options;
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + linkLifetimeMs);
  if (!part) await endLinks(db, { assessmentId, now, isWholeOnly: true });
  const { id, organizationId } = await db.answerLink.create({
    data: { assessmentId, createdById, createdAt: now, expiresAt, ...part },
    select: { id: true, organizationId: true },
  });
  await db.$executeRaw`INSERT INTO "AnswerLinkKey" ("tokenHash", "organizationId", "linkId") VALUES (${hashToken(token)}, ${organizationId}::uuid, ${id}::uuid)`;
  return { token, expiresAt };
}

/** Ends the links of a request that nobody used yet; `isWholeOnly` spares those for some sections. */
export async function endLinks(db: TenantDb, options: { assessmentId: string; now: Date; isWholeOnly?: boolean }): Promise<void> {
  await db.answerLink.updateMany({
    where: {
      assessmentId: options.assessmentId,
      usedAt: null,
      revokedAt: null,
      ...(options.isWholeOnly ? { sections: { isEmpty: true } } : {}),
    },
    data: { revokedAt: options.now },
  });
}

/** The request behind a token, without using it. */
export async function findAnswerLink(token: string): Promise<FoundLink> {
  const key = await rootDb().answerLinkKey.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { linkId: true, organization: { select: { id: true, name: true } } },
  });
  if (!key) return { kind: 'unknown' };
  const { organization: asker } = key;
  const link = await forOrganization({ organizationId: asker.id })((db) =>
    db.answerLink.findFirst({
      where: { id: key.linkId },
      select: {
        usedAt: true,
        revokedAt: true,
        expiresAt: true,
        sections: true,
        request: {
          select: {
            assessmentId: true,
            locale: true,
            message: true,
            dueOn: true,
            email: true,
            withdrawnAt: true,
            takenBackAt: true,
            assessment: { select: { instrumentKey: true, party: { select: { name: true } } } },
          },
        },
      },
    }),
  );
  if (!link) return { kind: 'unknown' };
  const { assessment, email, withdrawnAt, takenBackAt, ...rest } = link.request;
  const request: MetRequest = {
    ...rest,
    asker,
    supplier: assessment.party.name,
    instrumentKey: assessment.instrumentKey,
    isAddressKnown: email !== null && link.sections.length === 0,
    sections: link.sections,
  };
  const over = (why: LinkOver): FoundLink => ({ kind: 'over', why, request });
  if (withdrawnAt) return over(takenBackAt ? 'taken-back' : 'withdrawn');
  if (link.usedAt) return over('used');
  if (link.revokedAt) return over('revoked');
  if (link.expiresAt <= new Date()) return over('expired');
  return { kind: 'open', linkId: key.linkId, request };
}
