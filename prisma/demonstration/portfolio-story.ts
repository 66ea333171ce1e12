import type { TenantDb } from '~/access/tenant-db.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { moveDeal } from '~/lending/deals/move-deal.server';
import type { DealRecord } from '~/lending/deal-record/record';
import { startReview } from '~/lending/deals/start-review.server';
import type { ProjectPart } from '~/lending/deal-record/states';

/** Two further clients of the fictional lender, in the form of chain.ts. The wind farm is built by the contractor of the solar park: both depend on it. */
export const portfolioChainLines = `
w100|Vientos del Loa SA|CL|Calama|-22.46|-68.93|3510|Electricity|160|6|15|none|declared|restricted|buyer
w101|Nordhavn Turbines A/S|DK|Esbjerg|55.47|8.45|2811|Wind Turbines|2900|12|8|none|declared|independent|w100
w102|Loa Crane & Transport Ltda|CL|Antofagasta|-23.65|-70.40|4923|Transport|220|31|35|optional|declared|none|w100
n100|Minera Alto Paramo SAC|PE|Arequipa|-16.40|-71.54|0729|Copper|1700|18|42|tied-remote|multi-tier|restricted|buyer
`;

export const portfolioParties: readonly { client: string; party: string; part: ProjectPart; note: string }[] = [
  { client: 'w100', party: 's101', part: 'epc-contractor', note: 'Civil works and erection; the same contractor as at Llano del Sol' },
  { client: 'w100', party: 'w101', part: 'primary-supplier', note: '30 turbines' },
  { client: 'w100', party: 'w102', part: 'subcontractor', note: 'Cranes and heavy transport' },
];

const unknown = {
  ...{ isMostlyForProject: null, isControlled: null, refinancedBy: null, wasFinancedUnderPrinciples: null },
  ...{ hasMaterialChange: null, isCompleteAtSigning: null, region: null },
} as const;

/** Closed eight months ago, or at the beginning of the year where that is nearer; with the client's consent to be named. */
function windFarm(today: Date): DealRecord {
  const first = `${today.getUTCFullYear()}-01-01`;
  const before = new Date(today.getTime() - 240 * 86_400_000).toISOString().slice(0, 10);
  const closedOn = before > first ? before : first;
  return {
    ...unknown,
    ...{ projectName: 'Vientos del Loa wind farm, 180 MW', sponsor: 'Vientos del Loa SA', hostCountries: ['CL'] },
    ...{ latitude: -22.4, longitude: -68.8, sector: 'power', sectorCode: '3510', product: 'project-finance', stage: 'construction' },
    ...{ lenderRole: 'lender', currency: 'EUR', capitalCostMinor: 214_000_000_00n, loanTotalMinor: 150_000_000_00n },
    ...{ commitmentMinor: 40_000_000_00n, usdRate: '1.08', usdRateOn: first, tenorMonths: 180 },
    ...{ signedOn: first, closedOn, hasNameConsent: true },
  };
}

function copperMandate(today: Date): DealRecord {
  return {
    ...unknown,
    ...{ projectName: 'Alto Paramo copper expansion', sponsor: '', hostCountries: ['PE'], latitude: null, longitude: null },
    ...{ sector: 'mining', sectorCode: '0729', product: 'advisory', stage: 'planning', lenderRole: 'adviser', currency: 'USD' },
    ...{ capitalCostMinor: 610_000_000_00n, loanTotalMinor: null, commitmentMinor: null, usdRate: null, usdRateOn: null },
    ...{ tenorMonths: null, signedOn: `${today.getUTCFullYear()}-01-01`, closedOn: null, hasNameConsent: false },
  };
}

/** What the demonstration's lender can do already: open a deal of a client by its key, take one a step on, and answer one of its reviews. */
type Given = {
  userId: string;
  now: () => Date;
  open: (record: DealRecord, client: string) => Promise<string>;
  go: (dealId: string) => Promise<void>;
  answer: (dealId: string, which: 'equator' | 'ps2', now: Date) => Promise<void>;
};

/**
 * A wind farm of category B that reached financial close this year and is monitored, and an advisory mandate: the yearly report and the portfolio have
 * something to count. Answers the wind farm.
 */
export async function fillPortfolio(db: TenantDb, { userId, now, open, go, answer }: Given): Promise<string> {
  const today = new Date();
  const dealId = await open(windFarm(today), 'w100');
  await go(dealId);
  await decideCategory(db, {
    ...{ dealId, category: 'B', userId, now: now() },
    reasons: {
      labour: 'About three hundred workers for eighteen months, a third through agencies, in a contractor’s camp.',
      'human-rights': 'The contractor recruits migrants through agencies: recruitment fees are the main issue.',
    },
  });
  await go(dealId);
  await startReview(db, { dealId, userId, now: now() });
  for (const which of ['equator', 'ps2'] as const) await answer(dealId, which, now());
  // Assessed, reviewed, with a plan that needs no line, and before the committee.
  for (let step = 0; step < 4; step++) await go(dealId);
  const committee = await db.membership.findFirstOrThrow({ where: { role: 'reviewer' }, select: { userId: true } });
  const decided = await moveDeal(
    db,
    {
      ...{ intent: 'decide', decision: 'approve-with-conditions', reason: 'Thorough review; known contractor.' },
      conditions:
        'Every half-year, the contractor shows that no worker paid recruitment fees and gives the lender’s consultant access to the camp.',
    },
    { dealId, seen: 'committee', userId: committee.userId, now: now() },
  );
  if (decided.kind !== 'moved') throw new Error(`The demonstration could not decide: ${JSON.stringify(decided)}`);
  // Conditions met, closed, monitored.
  for (let step = 0; step < 3; step++) await go(dealId);
  await go(await open(copperMandate(today), 'n100'));
  return dealId;
}
