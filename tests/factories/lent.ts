import { openTransaction } from '~/lending/deals/open-transaction.server';
import type { TransactionRecord } from '~/lending/deals/record';
import type { MadeMember } from './member';
import { makeSupplier } from './supplier';

/** A record with nothing known but what is needed. */
export const lentRecord: TransactionRecord = {
  ...{ projectName: 'Solar park', sponsor: '', hostCountries: ['CL'], latitude: null, longitude: null, sector: 'power', sectorCode: '' },
  ...{ product: 'project-finance', stage: 'construction', lenderRole: 'lender', currency: 'USD', capitalCostMinor: null },
  ...{ loanTotalMinor: null, commitmentMinor: null, usdRate: null, usdRateOn: null, tenorMonths: null, isMostlyForProject: null },
  ...{ isControlled: null, refinancedBy: null, wasFinancedUnderPrinciples: null, hasMaterialChange: null, isCompleteAtSigning: null },
  ...{ signedOn: null, closedOn: null, region: null, hasNameConsent: false },
};

/** Opens a transaction of a client, of which `known` is known; answers its id. */
export async function openLent(
  member: MadeMember,
  { publicId }: { publicId: string },
  { known = {}, now = new Date() }: { known?: Partial<TransactionRecord>; now?: Date } = {},
): Promise<string> {
  const opened = await member.inOrganization((db) =>
    openTransaction(db, { ...lentRecord, ...known }, { clientPublicId: publicId, userId: member.user.id, now }),
  );
  if (opened.kind === 'refused') throw new Error(opened.code);
  return opened.transactionId;
}

/** A transaction of a new client. */
export async function makeTransaction(member: MadeMember, now = new Date()) {
  const client = await makeSupplier(member);
  return { client, transactionId: await openLent(member, client, { now }) };
}
