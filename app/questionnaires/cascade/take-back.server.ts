import type { Respondent } from '~/access/require-respondent.server';
import { throughAskers } from '~/access/supplier-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { withdrawRequest } from '~/questionnaires/requests/change-request.server';
import { followChain } from '~/questionnaires/requests/follow-chain.server';
import { recordLinkActivity, termsForActivity } from '~/suppliers/supply-links/link-activity.server';
import { nameEnds } from '~/suppliers/supply-links/link-parties.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { livingParty } from './declare-party.server';
import { inOwn } from './name-party.server';

type Said = { partyId: string; kind: string; responseIds: string[] };

/**
 * Removes a party that a supplier declared by mistake, here and in earlier responses to the same requester. Rows stay, marked with the time; the link to the
 * party ends here and up the chain; a waiting request is withdrawn. Submitted answers stay with their respondent. False when there is none, or it was already
 * removed.
 */
export async function takeBackName(respondent: Respondent, options: { namedId: string; now: Date }): Promise<boolean> {
  const { responseId, asker, deviceId, member } = respondent;
  const { namedId, now } = options;
  return inOwn(respondent)(
    async (db) => {
      await db.$queryRaw`SELECT 1 FROM "QuestionnaireResponse" WHERE "id" = ${responseId}::uuid FOR NO KEY UPDATE`;
      const named = await db.declaredParty.findFirst({
        where: { id: namedId, responseId, takenBackAt: null },
        select: { partyId: true, kind: true, party: { select: { name: true } } },
      });
      if (!named) return false;
      const { partyId, kind } = named;
      const same = { partyId, kind, askerOrganizationId: asker.id, takenBackAt: null };
      const rows = await db.declaredParty.findMany({ where: same, select: { responseId: true, requestResponseId: true } });
      await db.declaredParty.updateMany({ where: same, data: { takenBackAt: now, takenBackById: deviceId } });
      const said = { partyId, kind, responseIds: rows.map((row) => row.responseId) };
      await endLinksOfName(db, { ...said, customerPartyId: await ensureBuyer(db) });
      for (const { requestResponseId } of rows)
        if (requestResponseId) await endRequest(db, { responseId: requestResponseId, userId: member?.userId ?? null, now });
      await throughAskers(db, { responseId, askerOrganizationId: asker.id }, async (side) => {
        const answered = await side.questionnaireResponse.findFirst({ where: { id: responseId }, select: { partyId: true } });
        if (!answered) return;
        await endLinksOfName(side, { ...said, customerPartyId: answered.partyId });
        const before = { kind, name: named.party.name };
        await recordActivity(side, { recordKind: 'response', recordId: responseId, act: 'take-back-party', before });
      });
      return true;
    },
    { timeoutMs: 30_000 },
  );
}

/** Marks the request as made to one who was named by mistake, before it is withdrawn: what follows it up the chain carries both. */
async function endRequest(db: TenantDb, options: { responseId: string; userId: string | null; now: Date }): Promise<void> {
  const { responseId, now } = options;
  await db.questionnaireRequest.updateMany({ where: { responseId, viaResponseId: null }, data: { takenBackAt: now } });
  if (!(await withdrawRequest(db, options))) await followChain(db, responseId);
}

/** Ends what rests on this supplier's declaration alone. A link corrected by a member rests on the member, and stays. */
async function endLinksOfName(db: TenantDb, said: Said & { customerPartyId: string }): Promise<void> {
  const ends = { fromPartyId: await livingParty(db, said.partyId), toPartyId: await livingParty(db, said.customerPartyId) };
  const kind = said.kind === 'subcontractor' ? ('subcontracts' as const) : ('recruits' as const);
  const { count } = await db.supplyLink.updateMany({
    where: { withdrawnAt: null, ...ends, kind, source: { kind: 'response', responseId: { in: said.responseIds } } },
    data: { withdrawnAt: new Date(), withdrawnAs: 'taken-back' },
  });
  if (count === 0) return;
  const before = { ...(await nameEnds(db, ends)), ...termsForActivity({ kind }) };
  await recordLinkActivity(db, { ends: Object.values(ends), act: 'take-back-link', userId: undefined, before });
  await recomputeTiers(db);
}
