import { questionsOf } from '#scoring';
import type { NewOrganization } from '~/access/sign-up.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { submitResponse, unansweredIn } from '~/questionnaires/responses/submit-response.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { furnishOrganization } from '~/organizations/settings/furnish-organization.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import { refreshProjection } from '~/suppliers/facts/refresh-projection.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { keepScopeTest } from '~/lending/applicability/keep-scope-test.server';
import { moveDeal } from '~/lending/deals/move-deal.server';
import { openDeal } from '~/lending/deals/open-deal.server';
import { putParty } from '~/lending/deals/put-party.server';
import type { DealRecord } from '~/lending/deal-record/record';
import { startReview } from '~/lending/deals/start-review.server';
import { dealStates } from '~/lending/deal-record/states';
import { fillIndependence } from './independence-story';
import { garmentLoan, garmentReview, lenderChainLines, lenderProviderLines, projectParties, solarPark, solarReview } from './lender-story';
import { fillEngagement } from './engagement-story';
import { fillPortfolio, portfolioChainLines, portfolioParties } from './portfolio-story';
import { importedOn, lenderChanges, recordChanges } from './changes';
import { fillMonitoring } from './monitoring-story';
import { parseChain, parseRecruiters } from './parse-chain';
import { planGarment, planSolar } from './plan-demonstration';
import { recordedOn } from './recorded-on';
import { fillRights } from './rights-story';

type Made = { key: string; partyId: string; publicId: string };

/**
 * The fictional lender: two borrowers with who builds and supplies for them, and two deals, a solar park of category A whose review is under way
 * and a garment loan of category B whose action plan is agreed and that waits for the committee.
 */
export async function fillLender(
  db: TenantDb,
  founded: { organization: NewOrganization; userId: string },
  specialistId: string,
): Promise<void> {
  const { userId } = founded;
  await furnishOrganization(db, founded);
  await db.organization.update({ where: { id: founded.organization.id }, data: { isDemonstration: true } });
  const parties = await makeParties(db, userId);
  const publicIdOf = (key: string) => {
    const party = parties.find((each) => each.key === key);
    if (party === undefined) throw new Error(`The demonstration has no party ${key}`);
    return party.publicId;
  };
  const start = Date.now();
  let acts = 0;
  // One act after another, so that the history reads in the order of what was done.
  const now = () => {
    acts += 1;
    return new Date(start - 60_000 + acts * 1_000);
  };
  const open = async (record: DealRecord, client: string) => {
    const opened = await openDeal(db, record, { clientPublicId: publicIdOf(client), userId, now: now() });
    if (opened.kind === 'refused') throw new Error(opened.code);
    const { dealId } = opened;
    await keepScopeTest(db, { dealId, exception: '', userId, now: now() });
    for (const { party, part, note } of [...projectParties, ...portfolioParties].filter((each) => each.client === client))
      await putParty(db, { dealId, partyPublicId: publicIdOf(party), part, note, userId });
    return dealId;
  };
  const go = async (dealId: string) => {
    const found = await findDeal(db, dealId);
    const seen = dealStates.find((state) => state === found?.status);
    if (!seen) throw new Error('The demonstration lost its transaction');
    const moved = await moveDeal(db, { intent: 'go-on' }, { dealId, seen, userId, now: now() });
    if (moved.kind !== 'moved') throw new Error(`The demonstration could not go on from ${seen}: ${JSON.stringify(moved)}`);
  };

  const wind = await fillPortfolio(db, {
    ...{ userId, now, open, go },
    answer: (dealId, which, at) => answerReview(db, { dealId, which, unmet: {}, userId, now: at, isHandedIn: true }),
  });

  const garment = await open(garmentLoan, 'g100');
  await go(garment);
  await decideCategory(db, { dealId: garment, ...garmentReview.category, userId, now: now() });
  await go(garment);
  await startReview(db, { dealId: garment, userId, now: now() });
  for (const which of ['equator', 'ps2'] as const)
    await answerReview(db, { dealId: garment, which, unmet: garmentReview.unmet, userId, now: now(), isHandedIn: true });
  await go(garment);
  // Its client agrees to the plan before the review is closed, since each gap needs a line of it.
  await planGarment(db, { dealId: garment, userId, now, lender: founded.organization.name, specialistId });
  await go(garment);
  await go(garment);

  const solar = await open(solarPark, 's100');
  await go(solar);
  await decideCategory(db, { dealId: solar, ...solarReview.category, userId, now: now() });
  await go(solar);
  await startReview(db, { dealId: solar, userId, now: now() });
  await answerReview(db, { dealId: solar, which: 'ps2', unmet: solarReview.unmet, userId, now: now(), isHandedIn: false });
  await planSolar(db, { dealId: solar, userId, now });
  await fillMonitoring(db, { wind, garment, userId: specialistId, deciderId: userId, now: now() });
  await fillRights(db, { wind, garment, userId: specialistId, now: now() });
  await fillEngagement(db, { wind, garment, userId: specialistId, now: now() });
  await fillIndependence(db, { wind, garment, userId: specialistId, deciderId: userId, now: now() });
}

async function makeParties(db: TenantDb, userId: string): Promise<Made[]> {
  const suppliers = parseChain(lenderChainLines + portfolioChainLines);
  const providers = parseRecruiters(lenderProviderLines);
  const now = new Date();
  const imported = new Date(now.getTime() + importedOn * 86_400_000);
  const source = await db.source.create({
    data: { kind: 'demonstration', userId, note: 'Fictional, made for the demonstration' },
    select: { id: true },
  });
  const made: Made[] = [{ key: 'buyer', partyId: await ensureBuyer(db), publicId: '' }];
  const make = async (kind: 'supplier' | 'labour-recruiter', { key, name }: { key: string; name: string }) => {
    const { id: partyId, publicId } = await db.party.create({
      data: { kind, publicId: makePublicId(), name, nameKey: foldName(name), createdAt: imported },
      select: { id: true, publicId: true },
    });
    made.push({ key, partyId, publicId });
    return partyId;
  };
  for (const supplier of suppliers)
    await db.supplier.create({ data: { partyId: await make('supplier', supplier), nameKey: foldName(supplier.name) } });
  for (const provider of providers) await db.labourRecruiter.create({ data: { partyId: await make('labour-recruiter', provider) } });
  const idOf = (key: string): string => {
    const found = made.find((party) => party.key === key);
    if (!found) throw new Error(`The demonstration names ${key}, which it does not have`);
    return found.partyId;
  };
  await db.fact.createMany({
    // The place too: by it the region of the polysilicon is recognised.
    data: [...suppliers.map(({ key, facts, city, place }) => ({ key, facts: { ...facts, city, ...place } })), ...providers].map(
      ({ key, facts }) => ({
        ...{ partyId: idOf(key), values: JSON.parse(JSON.stringify(facts)), sourceId: source.id, recordedAt: imported },
      }),
    ),
  });
  await db.supplyLink.createMany({
    data: [
      ...suppliers.flatMap(({ key, supplies }) => supplies.map((to) => ({ key, to, kind: 'supplies' }))),
      ...providers.flatMap(({ key, recruitsFor }) => recruitsFor.map((to) => ({ key, to, kind: 'recruits' }))),
    ].map(({ key, to, kind }) => ({ fromPartyId: idOf(key), toPartyId: idOf(to), kind, sourceId: source.id })),
  });
  const partyIds = suppliers.map(({ key }) => idOf(key));
  await refreshProjection(
    db,
    [...suppliers, ...providers].map(({ key }) => idOf(key)),
  );
  await recomputeTiers(db);
  await scoreSuppliers(recordedOn(db, imported), { partyIds, asOf: imported.toISOString().slice(0, 10) });
  await db.alert.updateMany({ data: { firstSeenAt: imported } });
  await recordChanges(db, lenderChanges, { idOf, userId, now });
  return made;
}

/** Answers a review: the unmet items as the story says, other review items *met* where it is handed in; what only gathers as a plausible value. */
async function answerReview(
  db: TenantDb,
  options: {
    dealId: string;
    which: 'equator' | 'ps2';
    unmet: Readonly<Record<string, 'not-met' | 'partial'>>;
    userId: string;
    now: Date;
    isHandedIn: boolean;
  },
): Promise<void> {
  const { unmet, userId, now } = options;
  const found = await findDeal(db, options.dealId);
  const responseId = options.which === 'equator' ? found?.equatorId : found?.ps2Id;
  const response = responseId ? await readResponse(db, responseId) : null;
  if (!responseId || !response) throw new Error('The demonstration lost a review');
  const open = new Set(unansweredIn(response));
  for (const question of questionsOf(instrument(response.instrumentKey))) {
    if (!open.has(question.key) || (!options.isHandedIn && !(question.key in unmet))) continue;
    const plain: Readonly<Record<string, unknown>> = {
      REVIEW: unmet[question.key] ?? 'met',
      NUMBER: 12,
      TEXT: 'See the committee paper',
      DATE: '2027-06-30',
    };
    const value = plain[question.type] ?? (question.key === 'EQZ.2' ? 'approve-with-conditions' : question.options?.[0]?.value);
    await answerQuestion(db, { responseId, question: question.key, value, userId, now });
  }
  if (!options.isHandedIn) return;
  const submitted = await submitResponse(db, { responseId, userId, now });
  if (submitted.kind === 'refused') throw new Error(`The demonstration could not hand a review in: ${JSON.stringify(submitted)}`);
}
