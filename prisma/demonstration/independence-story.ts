import type { TenantDb } from '~/access/tenant-db.server';
import type { Check } from '~/lending/consultant-independence/independence-lists';
import { judgeCheck, writeCheck } from '~/lending/consultant-independence/write-check.server';
import { monthsAfter } from '~/lending/covenants/due-days';

const review = (today: string): Check => ({
  ...{ name: 'Lead reviewer', firm: 'Altiplano Ambiental (fictional)', purpose: 'review', isRequired: 'yes' },
  requiredReason: 'Category B; migrant workers of a contractor that recruits through agencies.',
  paidBy: 'The client pays under a contract drafted by the lender. Fees are fixed and do not depend on the result.',
  earlierWork: 'One noise study for the sponsor six years ago; none for the contractor.',
  financialInterest: 'None, declared in writing by its partners.',
  ownDocuments: 'None: the assessment was written by another firm.',
  otherTies: 'None known.',
  ...{ isShared: 'no', reportOn: monthsAfter(today, -9) },
  conclusions: 'Recruitment fees must be repaid. The camp needs a fourth block. Quarterly monitoring during construction.',
});
const monitoring = (today: string): Check => ({
  ...review(today),
  ...{
    purpose: 'monitoring',
    requiredReason: 'Category B under construction, required by the committee.',
    reportOn: monthsAfter(today, -1),
  },
  conclusions: 'Two of three agencies repay; block C is still overcrowded.',
});
const mills: Check = {
  ...{ name: 'Team led by the firm’s audit manager', firm: 'Padma Compliance Partners (fictional)', purpose: 'review', isRequired: 'no' },
  requiredReason: 'Category B under national law; appointed voluntarily for the spinning mills.',
  paidBy: 'The client, at a daily rate.',
  earlierWork: 'Three audits of the client’s halls in the last two years.',
  financialInterest: 'None declared.',
  ownDocuments: 'It wrote the client’s supplier code, which it would review.',
  otherTies: 'Not known.',
  ...{ isShared: 'unknown', reportOn: null, conclusions: '' },
};

/** The wind farm's consultant, judged independent for review and monitoring; that of the garment loan waits for a second person. */
export async function fillIndependence(
  db: TenantDb,
  { wind, garment, userId, deciderId, now }: { wind: string; garment: string; userId: string; deciderId: string; now: Date },
): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  const done = (written: { kind: string }) => {
    if (written.kind !== 'written') throw new Error(`The demonstration could not record a consultant: ${JSON.stringify(written)}`);
  };
  for (const [index, check] of [review(today), monitoring(today)].entries()) {
    done(await writeCheck(db, check, { dealId: wind, userId, now, of: null }));
    const reason =
      'Contract, declaration and list of mandates reviewed. The earlier study is small and unrelated to the documents under review.';
    const by = { dealId: wind, userId: deciderId, now, number: index + 1, seen: 1 };
    done(await judgeCheck(db, { verdict: 'independent', reason }, by));
  }
  done(await writeCheck(db, mills, { dealId: garment, userId, now, of: null }));
}
