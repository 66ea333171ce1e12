import { openDeal } from '~/lending/deals/open-deal.server';
import type { DealRecord } from '~/lending/deal-record/record';
import type { MadeMember } from './member';
import { makeSupplier } from './supplier';

/** A record with the required fields only. */
export const lentRecord: DealRecord = {
  ...{ projectName: 'Solar park', sponsor: '', hostCountries: ['CL'], latitude: null, longitude: null, sector: 'power', sectorCode: '' },
  ...{ product: 'project-finance', stage: 'construction', lenderRole: 'lender', currency: 'USD', capitalCostMinor: null },
  ...{ loanTotalMinor: null, commitmentMinor: null, usdRate: null, usdRateOn: null, tenorMonths: null, isMostlyForProject: null },
  ...{ isControlled: null, refinancedBy: null, wasFinancedUnderPrinciples: null, hasMaterialChange: null, isCompleteAtSigning: null },
  ...{ signedOn: null, closedOn: null, region: null, hasNameConsent: false },
};

/** Creates a deal of a client with the fields of `known`. @returns its id */
export async function openLent(
  member: MadeMember,
  { publicId }: { publicId: string },
  { known = {}, now = new Date() }: { known?: Partial<DealRecord>; now?: Date } = {},
): Promise<string> {
  const opened = await member.inOrganization((db) =>
    openDeal(db, { ...lentRecord, ...known }, { clientPublicId: publicId, userId: member.user.id, now }),
  );
  if (opened.kind === 'refused') throw new Error(opened.code);
  return opened.dealId;
}

/** A deal of a new client. */
export async function makeDeal(member: MadeMember, now = new Date()) {
  const client = await makeSupplier(member);
  return { client, dealId: await openLent(member, client, { now }) };
}
