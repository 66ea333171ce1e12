import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { readToWrite, writeAnswer } from '~/questionnaires/responses/answer-question.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { currencyDigits } from '~/suppliers/labour-recruiters/money';
import { type FoundDeal, lockDeal } from '~/lending/deal-record/find-deal.server';
import { hostDesignation } from '~/lending/categorisation/designation';
import { readRecord } from '~/lending/deal-record/read-record';
import { readStepFacts } from './step-facts.server';

/** The questionnaires of a lender's review. */
export const reviewInstruments = { equator: 'equator-review@1.0.0', ps2: 'ifc-ps2@1.0.0' } as const;

export type ReviewStarted = { kind: 'started' } | { kind: 'unknown' } | { kind: 'refused'; code: 'already-started' | 'category-missing' };

/**
 * Begins the two reviews of a deal, EQ1 to EQ10 and PS2, as responses about the client, and answers the first as far as the record allows. Unknown facts stay
 * unanswered.
 */
export async function startReview(db: TenantDb, options: { dealId: string; userId: string; now: Date }): Promise<ReviewStarted> {
  const { userId, now } = options;
  const found = await lockDeal(db, options.dealId);
  if (!found) return { kind: 'unknown' };
  if (found.equatorId) return { kind: 'refused', code: 'already-started' };
  const facts = await readStepFacts(db, found, { today: now.toISOString().slice(0, 10) });
  if (facts.category === null) return { kind: 'refused', code: 'category-missing' };
  const open = (instrumentKey: string) =>
    db.questionnaireResponse.create({
      data: { partyId: found.clientPartyId, kind: 'lender-review', instrumentKey, openedById: userId, openedAt: now },
      select: { id: true },
    });
  const [equator, ps2] = [await open(reviewInstruments.equator), await open(reviewInstruments.ps2)];
  await db.deal.updateMany({ where: { id: found.id }, data: { equatorId: equator.id, ps2Id: ps2.id } });
  const client = await db.party.findFirst({ where: { id: found.clientPartyId }, select: { name: true } });
  const known = knownAnswers(found, {
    category: facts.category,
    scope: facts.scope,
    client: client?.name ?? '',
    today: now.toISOString().slice(0, 10),
  });
  const asked = new Set(questionsOf(instrument(reviewInstruments.equator)).map(({ key }) => key));
  const review = await readToWrite(db, equator.id);
  if (!review) throw new Error('The review that was opened is gone');
  for (const [question, value] of Object.entries(known)) {
    if (value === null || value === '' || !asked.has(question)) continue;
    const answered = await writeAnswer(db, review, { question, value, userId, now });
    if (answered.kind === 'refused') throw new Error(`The record does not fit question ${question} of the review: ${answered.code}`);
  }
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: found.id,
    act: 'start-review',
    userId,
    after: { equator: reviewInstruments.equator, ps2: reviewInstruments.ps2 },
  });
  return { kind: 'started' };
}

const sectors: Readonly<Record<string, string>> = { 'oil-and-gas': 'oil-gas' };

function knownAnswers(
  found: FoundDeal,
  known: { category: string; scope: { result: string; hasException: boolean } | null; client: string; today: string },
): Record<string, string | number | null> {
  const record = readRecord(found);
  const rate = record.currency === 'USD' ? 1 : record.usdRate === null ? null : Number(record.usdRate);
  const millions = (minor: bigint | null) =>
    minor === null || rate === null
      ? null
      : Math.round(((Number(minor) / 10 ** (currencyDigits(record.currency) ?? 2)) * rate) / 1_000) / 1_000;
  const yesNo = (answer: boolean | null) => (answer === null ? null : answer ? 'yes' : 'no');
  const both = record.isMostlyForProject === null || record.isControlled === null ? null : record.isMostlyForProject && record.isControlled;
  const is = (...products: string[]) => products.includes(record.product);
  const designation = hostDesignation(record.hostCountries, known.today);
  return {
    'EQ0.1': record.projectName,
    'EQ0.2': [known.client, record.sponsor].filter(Boolean).join('; '),
    'EQ0.3': record.hostCountries.join(', '),
    'EQ0.4': sectors[record.sector] ?? record.sector,
    'EQ0.5': record.product === 'other' ? null : record.product,
    ...(is('advisory', 'project-finance') ? { 'EQ0.6': millions(record.capitalCostMinor) } : {}),
    ...(is('corporate-loan')
      ? { 'EQ0.7': yesNo(both), 'EQ0.8': millions(record.loanTotalMinor), 'EQ0.9': millions(record.commitmentMinor) }
      : {}),
    ...(is('corporate-loan', 'bridge-loan') ? { 'EQ0.10': record.tenorMonths } : {}),
    ...(is('bridge-loan') ? { 'EQ0.11': record.refinancedBy === null ? null : yesNo(record.refinancedBy !== 'other') } : {}),
    ...(is('refinance')
      ? {
          'EQ0.12': yesNo(record.wasFinancedUnderPrinciples),
          'EQ0.13': yesNo(record.hasMaterialChange),
          'EQ0.14': yesNo(record.isCompleteAtSigning === null ? null : !record.isCompleteAtSigning),
        }
      : {}),
    'EQ0.15': known.scope === null ? null : known.scope.result === 'in' ? 'in' : known.scope.hasException ? 'by-choice' : null,
    'EQ1.1': known.category.toLowerCase(),
    'EQ3.1': designation.kind === 'unknown' ? null : designation.kind,
  };
}
