import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { listNamed } from '~/questionnaires/declared-parties/list-declared.server';
import { isEstimateOf, minutesOf } from '~/questionnaires/templates/minutes-of.server';
import { getLocale } from '~/paraglide/runtime';

/** A request for its page: status, newest link, and devices. Null for an unknown id. */
export async function readRequest(db: TenantDb, responseId: string) {
  if (!/^[0-9a-f-]{36}$/i.test(responseId)) return null;
  const found = await db.questionnaireRequest.findFirst({
    where: { responseId },
    select: {
      status: true,
      locale: true,
      email: true,
      message: true,
      dueOn: true,
      invitedById: true,
      invitedAt: true,
      mailedAt: true,
      remindedAt: true,
      openedAt: true,
      startedAt: true,
      submittedAt: true,
      refusedAt: true,
      refusalReason: true,
      bouncedAt: true,
      withdrawnAt: true,
      takenBackAt: true,
      chainStatement: true,
      chainNote: true,
      campaign: { select: { id: true, name: true } },
      via: { select: { response: { select: { party: { select: { name: true, publicId: true } } } } } },
      response: { select: { instrumentKey: true, reopenedReason: true, party: { select: { kind: true, name: true, publicId: true } } } },
    },
  });
  if (!found) return null;
  const { response, invitedById, via, ...request } = found;
  const link = await db.guestAccess.findFirst({
    where: { responseId, kind: 'link' },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true, expiresAt: true, usedAt: true, revokedAt: true },
  });
  const devices = await db.guestAccess.findMany({
    where: { responseId, kind: 'device' },
    orderBy: { createdAt: 'desc' },
    take: 50,
    select: { id: true, device: true, createdAt: true, lastSeenAt: true, expiresAt: true, revokedAt: true },
  });
  await knowInstruments(db, [response.instrumentKey]);
  const people = await namePeople(db, [invitedById]);
  return {
    ...request,
    responseId,
    named: await listNamed(db, { responseId }),
    via: via?.response.party ?? null,
    invitedBy: people.get(invitedById) ?? null,
    instrument: localizedInstrument(response.instrumentKey, getLocale()).title.text,
    minutes: minutesOf(response.instrumentKey),
    isEstimate: isEstimateOf(response.instrumentKey),
    reopenedReason: response.reopenedReason,
    supplier: response.party,
    link,
    devices: devices.map(({ createdAt: openedAt, ...device }) => ({ ...device, openedAt })),
  };
}
export type RequestRead = NonNullable<Awaited<ReturnType<typeof readRequest>>>;
