import { createAnswerLink } from '~/access/answer-links.server';
import type { Respondent } from '~/access/require-respondent.server';
import { forOrganization } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';

const mostColleagues = 50;

export type Forwarded =
  | { kind: 'forwarded'; token: string; expiresAt: Date }
  | { kind: 'refused'; code: 'no-section' | 'no-name' | 'too-long' | 'too-many' | 'not-open' };

/** A link for a colleague that opens some sections and nothing else: he answers, and cannot send. Kept with the request, where links are. */
export async function forwardSections(
  respondent: Respondent,
  options: { label: string; sections: readonly string[]; instrumentKey: string; now: Date },
): Promise<Forwarded> {
  const { responseId, asker, request, deviceId } = respondent;
  const label = options.label.trim();
  const sections = instrument(options.instrumentKey).sections.flatMap(({ key }) => (options.sections.includes(key) ? [key] : []));
  if (sections.length === 0) return { kind: 'refused', code: 'no-section' };
  if (label.length > 100) return { kind: 'refused', code: 'too-long' };
  if (label.length < 2) return { kind: 'refused', code: 'no-name' };
  if (['refused', 'withdrawn', 'submitted'].includes(request.status)) return { kind: 'refused', code: 'not-open' };
  return forOrganization({ organizationId: asker.id })(async (db) => {
    await db.$queryRaw`SELECT 1 FROM "QuestionnaireRequest" WHERE "responseId" = ${responseId}::uuid FOR NO KEY UPDATE`;
    const open = await db.guestAccess.count({ where: { responseId, kind: 'link', sections: { isEmpty: false }, revokedAt: null } });
    if (open >= mostColleagues) return { kind: 'refused', code: 'too-many' };
    const link = await createAnswerLink(db, { responseId, createdById: deviceId, now: options.now, part: { label, sections } });
    await recordActivity(db, { recordKind: 'response', recordId: responseId, act: 'forward-sections', after: { sections } });
    return { kind: 'forwarded', ...link };
  });
}

/** Who was given which sections, the newest first: links not used yet, then the devices that links opened. One query. */
export async function listColleagues(respondent: Respondent) {
  const { responseId, asker } = respondent;
  const now = new Date();
  const accesses = await forOrganization({ organizationId: asker.id })((db) =>
    db.guestAccess.findMany({
      where: { responseId, sections: { isEmpty: false }, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      orderBy: [{ kind: 'desc' }, { createdAt: 'desc' }],
      select: {
        ...{ id: true, kind: true, label: true, sections: true },
        request: { select: { response: { select: { instrumentKey: true } } } },
      },
    }),
  );
  return accesses.flatMap(({ id, kind, label, sections: opened, request }) => {
    if (!request) return [];
    const { sections } = localizedInstrument(request.response.instrumentKey, getLocale());
    const titles = sections.flatMap(({ key, title }) => (opened.includes(key) ? [title.text] : []));
    return [{ id, label, isOpened: kind === 'device', sections: titles }];
  });
}
export type Colleague = Awaited<ReturnType<typeof listColleagues>>[number];

/** Ends a colleague's link or device. What he answered stays. False when it is none of this request, or has ended. */
export async function revokeColleague(respondent: Respondent, { id, now }: { id: string; now: Date }): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return false;
  const { responseId, asker } = respondent;
  return forOrganization({ organizationId: asker.id })(async (db) => {
    const where = { id, responseId, sections: { isEmpty: false }, usedAt: null, revokedAt: null };
    const { count } = await db.guestAccess.updateMany({ where, data: { revokedAt: now } });
    if (count === 0) return false;
    await recordActivity(db, { recordKind: 'response', recordId: responseId, act: 'revoke-colleague' });
    return true;
  });
}
