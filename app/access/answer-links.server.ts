import { guestLinks } from './guest-access/guest-links.server';
import { whyOver } from './guest-access/single-use-links.server';
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
  /** Whether the requester has an address to which a new link can be mailed. The address itself is never disclosed. */
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

const toLink = {
  request: {
    select: {
      ...ofRequest,
      dueOn: true,
      email: true,
      response: { select: { instrumentKey: true, party: { select: { name: true } } } },
    },
  },
} as const;

const toDevice = {
  request: {
    select: {
      ...ofRequest,
      supplierOrganizationId: true,
      snapshotId: true,
      status: true,
      refusalReason: true,
      submittedAt: true,
      receivedAt: true,
      response: { select: { party: { select: { name: true } } } },
    },
  },
} as const;

/** Access to answer a request. */
export const answerLinks = guestLinks('questionnaire', {
  readLink: async (db, where) => {
    const link = await db.guestAccess.findFirst({ where, include: toLink });
    return link?.request ? { ...link, request: link.request } : null;
  },
  readDevice: async (db, where) => {
    const device = await db.guestAccess.findFirst({ where, include: toDevice });
    return device?.request ? { ...device, request: device.request } : null;
  },
  isTakenBack: ({ request }) => request.withdrawnAt !== null,
});

/**
 * A link good once within 60 days. Those of the whole request that were not used yet end; one for some sections (`part`: for whom, and which) ends none.
 * The token is returned here and stored only as its hash.
 */
export async function createAnswerLink(
  db: TenantDb,
  options: { responseId: string; createdById: string | null; now: Date; part?: { label: string; sections: string[] } },
): Promise<{ token: string; expiresAt: Date }> {
  const { responseId, createdById, now, part } = options;
  if (!part) await answerLinks.endUnused(db, { subjectId: responseId, now, where: { sections: { isEmpty: true } } });
  return answerLinks.createLink(db, { subjectId: responseId, createdById, now, ...part });
}

/** The request behind a token, without using it. */
export async function findAnswerLink(token: string): Promise<FoundLink> {
  const found = await answerLinks.findLink(token);
  if (!found) return { kind: 'unknown' };
  const { link, maker } = found;
  const { response, email, withdrawnAt, takenBackAt, ...rest } = link.request;
  const request: MetRequest = {
    ...rest,
    asker: { id: maker.id, name: maker.name },
    supplier: response.party.name,
    instrumentKey: response.instrumentKey,
    isAddressKnown: email !== null && link.sections.length === 0,
    sections: link.sections,
  };
  const why: LinkOver | null = withdrawnAt ? (takenBackAt ? 'taken-back' : 'withdrawn') : whyOver(link);
  return why ? { kind: 'over', why, request } : { kind: 'open', linkId: link.id, request };
}
