import { openTransaction } from '~/features/transaction/open-transaction.server';
import type { MadeMember } from './member';
import { makeSupplier } from './supplier';

/** A loan of 1 October 2026 to a new client of which nothing is known but what a transaction needs. Answers its id. */
export async function openLoan(owner: MadeMember): Promise<string> {
  const client = await makeSupplier(owner);
  const opened = await owner.inOrganization((db) =>
    openTransaction(
      db,
      {
        ...{
          projectName: 'Solar park',
          sponsor: '',
          hostCountries: ['CL'],
          latitude: null,
          longitude: null,
          sector: 'power',
          sectorCode: '',
        },
        ...{ product: 'project-finance', stage: 'construction', lenderRole: 'lender', currency: 'USD', capitalCostMinor: null },
        ...{ loanTotalMinor: null, commitmentMinor: null, usdRate: null, usdRateOn: null, tenorMonths: null, isMostlyForProject: null },
        ...{ isControlled: null, refinancedBy: null, wasFinancedUnderPrinciples: null, hasMaterialChange: null, isCompleteAtSigning: null },
        ...{ signedOn: null, closedOn: null, region: null, hasNameConsent: false },
      },
      { clientPublicId: client.publicId, userId: owner.user.id, now: new Date('2026-10-01T12:00:00Z') },
    ),
  );
  if (opened.kind === 'refused') throw new Error(opened.code);
  return opened.transactionId;
}
