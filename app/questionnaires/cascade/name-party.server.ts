import { randomUUID } from 'node:crypto';
import type { Respondent } from '~/access/require-respondent.server';
import { throughAskers } from '~/access/supplier-side.server';
import { forOrganization, type InOrganization, type TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { foldName } from '~/suppliers/parties/name-key';
import type { LinkMade } from '~/questionnaires/requests/change-request.server';
import { declareParty } from './declare-party.server';
import { passOn } from './pass-on.server';
import type { NameEntry } from './schema';
import { mostNamed } from './states';

export type Named =
  | { kind: 'named'; namedId: string; link: (LinkMade & { responseId: string }) | null }
  | { kind: 'refused'; code: 'named-already' | 'too-many' | 'not-open' };

/** The supplier's own organization, for what it says of its chain: it is who calls. */
export const inOwn = (respondent: Respondent): InOrganization =>
  forOrganization({ organizationId: respondent.request.supplierOrganizationId });

/**
 * A supplier declares a subcontractor or labour recruiter, and passes the questionnaire on if it chooses. The party is recorded in its own organization, the
 * requester's, and those the requester answers to, in one transaction. The result reveals nothing of what any of them knew before.
 */
export async function nameParty(respondent: Respondent, options: { entry: NameEntry; now: Date }): Promise<Named> {
  const { entry, now } = options;
  const { responseId, asker, request } = respondent;
  if (request.status === 'refused' || request.status === 'withdrawn') return { kind: 'refused', code: 'not-open' };
  return inOwn(respondent)(
    async (db) => {
      await db.$queryRaw`SELECT 1 FROM "QuestionnaireResponse" WHERE "id" = ${responseId}::uuid FOR NO KEY UPDATE`;
      const known = await knownNames(db, entry);
      if (known.some((named) => named.responseId === responseId && named.takenBackAt === null))
        return { kind: 'refused', code: 'named-already' };
      if ((await db.declaredParty.count({ where: { responseId, takenBackAt: null } })) >= mostNamed)
        return { kind: 'refused', code: 'too-many' };
      const { kind, name, work = '' } = entry;
      const country = entry.country ?? null;
      const partyId = known[0]?.partyId ?? randomUUID();
      const declared = { partyId, kind, name, country, work, responseId, declaredBy: request.supplier };
      await declareParty(db, { ...declared, customerPartyId: await ensureBuyer(db) });
      const { id } = await db.declaredParty.create({
        data: { responseId, askerOrganizationId: asker.id, partyId, kind, work, createdById: respondent.deviceId, createdAt: now },
        select: { id: true },
      });
      await throughAskers(db, { responseId, askerOrganizationId: asker.id }, async (side) => {
        const answered = await side.questionnaireResponse.findFirst({ where: { id: responseId }, select: { partyId: true } });
        if (!answered) return;
        await declareParty(side, { ...declared, customerPartyId: answered.partyId });
        await recordActivity(side, { recordKind: 'response', recordId: responseId, act: 'name-party', after: { kind, name } });
      });
      const link = entry.isPassedOn
        ? await passOn(db, respondent, { namedId: id, email: entry.email ?? null, now, locale: entry.locale, questions: entry.questions })
        : null;
      return { kind: 'named', namedId: id, link };
    },
    { timeoutMs: 30_000 },
  );
}

/** What this supplier itself named so before, in this questionnaire or an earlier one. */
async function knownNames(db: TenantDb, entry: NameEntry): Promise<{ responseId: string; partyId: string; takenBackAt: Date | null }[]> {
  return db.declaredParty.findMany({
    where: { kind: entry.kind, party: { nameKey: foldName(entry.name) } },
    orderBy: { createdAt: 'desc' },
    select: { responseId: true, partyId: true, takenBackAt: true },
  });
}
