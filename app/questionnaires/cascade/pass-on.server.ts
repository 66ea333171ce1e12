import type { Respondent } from '~/access/require-respondent.server';
import { throughAskers } from '~/access/supplier-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type LinkMade, renewLink, withdrawRequest } from '~/questionnaires/requests/change-request.server';
import { askParty } from '~/questionnaires/requests/ask-supplier.server';
import { languageOfCountry } from '~/questionnaires/requests/language-of-country';
import { depthOf, keyOfDepth } from '~/questionnaires/templates/depths';
import { getLocale, type Locale } from '~/paraglide/runtime';
import { livingParty } from './declare-party.server';
import type { PassedQuestions } from './states';
import { followChain } from '~/questionnaires/requests/follow-chain.server';

type ToHandOver = LinkMade & { responseId: string };

/** What a named party is asked where nothing else is chosen: the core of a self-assessment, else the same questionnaire. */
export const passedKey = (instrumentKey: string): string => (depthOf(instrumentKey) === null ? instrumentKey : keyOfDepth('core'));

/**
 * Asks a named party the questions that this supplier was asked, from the supplier's own organization. Those up the chain see that it was asked and how far
 * it is; its answers they see only by its own sharing. `db` is the supplier's. Null when it was passed on already and still waits.
 * `locale`: left out, the language of the party's country. `questions`: the core, unless the same are wanted; what is no self-assessment has no core.
 */
export async function passOn(
  db: TenantDb,
  respondent: Respondent,
  options: { namedId: string; email: string | null; now: Date; locale?: Locale | undefined; questions?: PassedQuestions | undefined },
): Promise<ToHandOver | null> {
  const { namedId, email, now, questions = 'core' } = options;
  const { responseId: viaResponseId, asker, deviceId } = respondent;
  const named = await db.declaredParty.findFirst({
    where: { id: namedId, responseId: viaResponseId, requestResponseId: null, takenBackAt: null },
    select: {
      partyId: true,
      party: {
        select: {
          ...{ id: true, name: true, publicId: true },
          supplier: { select: { country: true } },
          labourRecruiter: { select: { country: true } },
        },
      },
    },
  });
  const own = await db.questionnaireResponse.findFirst({ where: { id: viaResponseId }, select: { instrumentKey: true, dueOn: true } });
  if (!named || !own) return null;
  const { dueOn } = own;
  const instrumentKey = questions === 'same' ? own.instrumentKey : passedKey(own.instrumentKey);
  const country = named.party.supplier?.country ?? named.party.labourRecruiter?.country ?? null;
  const locale = options.locale ?? languageOfCountry(country) ?? getLocale();
  const asked = await askParty(db, {
    ...{ instrumentKey, locale, email, now, party: named.party, userId: respondent.member?.userId ?? null },
    ...{ dueOn: dueOn?.toISOString().slice(0, 10) ?? null, message: '', askedById: deviceId, campaignId: null },
  });
  if (asked.kind === 'refused') return null;
  const { responseId, supplierOrganizationId, token, expiresAt } = asked;
  await db.declaredParty.updateMany({ where: { id: namedId }, data: { requestResponseId: responseId } });
  const { scope } = await db.questionnaireResponse.findFirstOrThrow({ where: { id: responseId }, select: { scope: true } });
  const asScope = scope === null ? {} : { scope: JSON.parse(JSON.stringify(scope)) };
  await throughAskers(db, { responseId: viaResponseId, askerOrganizationId: asker.id }, async (side) => {
    const via = await side.questionnaireRequest.findFirst({
      where: { responseId: viaResponseId },
      select: { campaignId: true, response: { select: { kind: true } } },
    });
    if (!via) return;
    const partyId = await livingParty(side, named.partyId);
    await side.questionnaireResponse.create({
      data: { id: responseId, partyId, kind: via.response.kind, instrumentKey, dueOn, openedById: deviceId, openedAt: now, ...asScope },
    });
    await side.questionnaireRequest.create({
      data: {
        ...{ responseId, supplierOrganizationId, locale, dueOn, viaResponseId, campaignId: via.campaignId },
        ...{ invitedById: deviceId, invitedAt: now },
      },
    });
  });
  return { responseId, token, expiresAt, email, locale, message: '', dueOn, supplier: named.party.name, instrumentKey };
}

/** A new link for a request that was passed on. Null when this supplier passed none of this id on, or it was withdrawn. */
export async function renewPassedOn(
  db: TenantDb,
  respondent: Respondent,
  options: { namedId: string; now: Date },
): Promise<ToHandOver | null> {
  const responseId = await requestOf(db, respondent, options.namedId);
  if (!responseId) return null;
  const link = await renewLink(db, { responseId, userId: respondent.member?.userId ?? null, now: options.now });
  return link && { ...link, responseId };
}

/** Withdraws a request that was passed on; it can be passed on again. False when there is none, or it was answered. */
export async function withdrawPassedOn(db: TenantDb, respondent: Respondent, options: { namedId: string; now: Date }): Promise<boolean> {
  const responseId = await requestOf(db, respondent, options.namedId);
  if (!responseId) return false;
  const isDone = await withdrawRequest(db, { responseId, userId: respondent.member?.userId ?? null, now: options.now });
  if (!isDone) return false;
  await followChain(db, responseId);
  await db.declaredParty.updateMany({ where: { id: options.namedId }, data: { requestResponseId: null } });
  return true;
}

async function requestOf(db: TenantDb, respondent: Respondent, namedId: string): Promise<string | null> {
  const named = await db.declaredParty.findFirst({
    where: { id: namedId, responseId: respondent.responseId, takenBackAt: null },
    select: { requestResponseId: true },
  });
  return named?.requestResponseId ?? null;
}
