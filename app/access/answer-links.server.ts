import { singleUseLinks, whyOver } from './single-use-links.server';
import type { TenantDb } from './tenant-db.server';

/** A request as its reader meets it before anything is opened. */
export type MetRequest = {
  responseId: string;
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

const ofRequest = {
  responseId: true,
  locale: true,
  message: true,
  withdrawnAt: true,
  takenBackAt: true,
} as const;

/** The device that a link opens answers for 90 days. */
export const answerLinks = singleUseLinks({
  keys: { link: { table: 'AnswerLinkKey', column: 'linkId' }, device: { table: 'AnswerDeviceKey', column: 'deviceId' } },
  tables: (db) => ({ link: db.answerLink, device: db.answerDevice }),
  readLink: (db, id) =>
    db.answerLink.findFirst({
      where: { id },
      include: {
        request: {
          select: {
            ...ofRequest,
            dueOn: true,
            email: true,
            assessment: { select: { instrumentKey: true, party: { select: { name: true } } } },
          },
        },
      },
    }),
  readDevice: (db, { id, subjectId }) =>
    db.answerDevice.findFirst({
      where: { id, responseId: subjectId },
      include: {
        request: {
          select: {
            ...ofRequest,
            supplierOrganizationId: true,
            snapshotId: true,
            status: true,
            refusalReason: true,
            submittedAt: true,
            receivedAt: true,
            assessment: { select: { party: { select: { name: true } } } },
          },
        },
      },
    }),
  isTakenBack: ({ request }) => request.withdrawnAt !== null,
  cookie: { prefix: 'manumit_answer', path: '/guest/questionnaire' },
  deviceDays: 90,
});

/**
 * A link good once within 60 days. Those of the whole request that were not used yet end; one for some sections (`part`: for whom, and which) ends none. The token is answered here and stored
 * only as its hash.
 */
export async function createAnswerLink(
  db: TenantDb,
  options: { responseId: string; createdById: string | null; now: Date; part?: { label: string; sections: string[] } },
): Promise<{ token: string; expiresAt: Date }> {
  const { responseId, createdById, now, part } = options;
  if (!part) await endLinks(db, { responseId, now, isWholeOnly: true });
  return answerLinks.keepLink(db, now, (good) =>
    db.answerLink.create({ data: { responseId, createdById, ...good, ...part }, select: { id: true, organizationId: true } }),
  );
}

/** Ends the links of a request that nobody used yet; `isWholeOnly` spares those for some sections. */
export async function endLinks(db: TenantDb, options: { responseId: string; now: Date; isWholeOnly?: boolean }): Promise<void> {
  await db.answerLink.updateMany({
    where: {
      responseId: options.responseId,
      usedAt: null,
      revokedAt: null,
      ...(options.isWholeOnly ? { sections: { isEmpty: true } } : {}),
    },
    data: { revokedAt: options.now },
  });
}

/** The request behind a token, without using it. */
export async function findAnswerLink(token: string): Promise<FoundLink> {
  const found = await answerLinks.findLink(token);
  if (!found) return { kind: 'unknown' };
  const { link, maker } = found;
  const { assessment, email, withdrawnAt, takenBackAt, ...rest } = link.request;
  const request: MetRequest = {
    ...rest,
    asker: { id: maker.id, name: maker.name },
    supplier: assessment.party.name,
    instrumentKey: assessment.instrumentKey,
    isAddressKnown: email !== null && link.sections.length === 0,
    sections: link.sections,
  };
  const why: LinkOver | null = withdrawnAt ? (takenBackAt ? 'taken-back' : 'withdrawn') : whyOver(link);
  return why ? { kind: 'over', why, request } : { kind: 'open', linkId: link.id, request };
}
