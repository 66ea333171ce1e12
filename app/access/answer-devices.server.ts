import { answerLinks } from './answer-links.server';
import type { TenantDb } from './tenant-db.server';

/** What the opening writes beside the device, in the same transaction of the organization that asked. */
export type OnOpened = (db: TenantDb, opened: { responseId: string; now: Date }) => Promise<void>;

/**
 * Uses a link up and lets this device answer for 90 days; null when the link is over or unknown. Of two at once only one succeeds.
 * Answers the Set-Cookie header.
 */
export async function openOnDevice(
  token: string,
  request: Request,
  onOpened: OnOpened,
): Promise<{ responseId: string; locale: string; setCookie: string } | null> {
  const found = await answerLinks.findLink(token);
  if (!found || found.link.request.withdrawnAt) return null;
  const { sections, label, request: asked } = found.link;
  const { responseId, locale } = asked;
  const setCookie = await answerLinks.open({ ...found, subjectId: responseId }, request, { sections, label }, (db, now) =>
    onOpened(db, { responseId, now }),
  );
  return setCookie === null ? null : { responseId, locale, setCookie };
}

/** Notes for the reviewers of this organization that the browser answers several of its requests (`answer-doubts`, rule H6). */
export const keepDevicesTogether = (request: Request, organizationId: string): Promise<void> =>
  answerLinks.keepTogether(request, organizationId);

/** A request as its respondent needs it. */
export type AskedRequest = {
  responseId: string;
  supplierOrganizationId: string;
  snapshotId: string | null;
  status: string;
  locale: string;
  message: string;
  refusalReason: string | null;
  submittedAt: Date | null;
  /** When the requester received the submitted answers; null until then. */
  receivedAt: Date | null;
  /** When the requester marked this supplier as named by mistake. */
  takenBackAt: Date | null;
  supplier: string;
};
export type FoundDevice =
  | { kind: 'unknown' }
  /** `takenBackBy`: who had named the one asked by mistake. */
  | { kind: 'over'; takenBackBy: string | null }
  | {
      kind: 'open';
      deviceId: string;
      asker: { id: string; name: string; kind: string };
      request: AskedRequest;
      /** The keys of the sections that it may answer; none: all, and send them. */
      sections: string[];
    };

/** The device that the request's cookie for this response names. */
export async function findDevice(request: Request, responseId: string): Promise<FoundDevice> {
  const found = await answerLinks.findDevice(request, responseId);
  if (found.kind === 'unknown') return found;
  const { device, maker } = found;
  const { withdrawnAt, response, ...asked } = device.request;
  if (found.kind === 'over') return { kind: 'over', takenBackBy: withdrawnAt && asked.takenBackAt ? maker.name : null };
  return {
    kind: 'open',
    deviceId: device.id,
    sections: device.sections,
    asker: maker,
    request: { ...asked, supplier: response.party.name },
  };
}
