import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { listNamed } from '~/questionnaires/declared-parties/list-declared.server';
import { getLocale } from '~/paraglide/runtime';

/** A request as its page shows it: where it stands, its newest link, the devices it was opened on. Null when there is none of this id. */
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
      via: { select: { assessment: { select: { party: { select: { name: true, publicId: true } } } } } },
      assessment: { select: { instrumentKey: true, reopenedReason: true, party: { select: { kind: true, name: true, publicId: true } } } },
      links: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true, expiresAt: true, usedAt: true, revokedAt: true } },
      devices: {
        orderBy: { openedAt: 'desc' },
        take: 50,
        select: { id: true, device: true, openedAt: true, lastSeenAt: true, expiresAt: true, revokedAt: true },
      },
    },
  });
  if (!found) return null;
  const { assessment, links, invitedById, via, ...request } = found;
  await knowInstruments(db, [assessment.instrumentKey]);
  const people = await namePeople(db, [invitedById]);
  return {
    ...request,
    responseId,
    named: await listNamed(db, { responseId }),
    via: via?.assessment.party ?? null,
    invitedBy: people.get(invitedById) ?? null,
    instrument: localizedInstrument(assessment.instrumentKey, getLocale()).title.text,
    reopenedReason: assessment.reopenedReason,
    supplier: assessment.party,
    link: links[0] ?? null,
  };
}
export type RequestRead = NonNullable<Awaited<ReturnType<typeof readRequest>>>;
