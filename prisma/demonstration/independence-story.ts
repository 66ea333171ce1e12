import type { TenantDb } from '~/access/tenant-db.server';
import type { Check } from '~/lending/consultant-independence/independence-lists';
import { judgeCheck, writeCheck } from '~/lending/consultant-independence/write-check.server';
import { monthsAfter } from '~/lending/monitoring/due-days';

const review = (today: string): Check => ({
  ...{ name: 'Lead reviewer', firm: 'Altiplano Ambiental (fictional)', purpose: 'review', isRequired: 'yes' },
  requiredReason: 'Category B; migrant workers of a contractor that recruits through agencies.',
  paidBy: 'The client pays, under a contract that the lender wrote; fees are fixed and do not hang on the result.',
  earlierWork: 'One noise study for the sponsor six years ago; none for the contractor.',
  financialInterest: 'None, as its partners declared in writing.',
  ownDocuments: 'None: the assessment was written by another firm.',
  otherTies: 'None known.',
  ...{ isShared: 'no', reportOn: monthsAfter(today, -9) },
  conclusions: 'Fees of recruitment are to be repaid; the camp needs a fourth block; monitoring every quarter in construction.',
});
const monitoring = (today: string): Check => ({
  ...review(today),
  ...{
    purpose: 'monitoring',
    requiredReason: 'Category B in construction, by the committee’s condition.',
    reportOn: monthsAfter(today, -1),
  },
  conclusions: 'Two of three agencies repay; block C is still too full.',
});
const mills: Check = {
  ...{ name: 'Audit manager', firm: 'Padma Compliance Partners (fictional)', purpose: 'review', isRequired: 'no' },
  requiredReason: 'Category B under national law; taken all the same for the spinning mills.',
  paidBy: 'The client, by the day.',
  earlierWork: 'Three audits of the client’s halls in the last two years.',
  financialInterest: 'None declared.',
  ownDocuments: 'It wrote the client’s supplier code, which it is to look at.',
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
    done(await writeCheck(db, check, { transactionId: wind, userId, now, of: null }));
    const reason = 'Contract, declaration and list of mandates seen; the old study is small and touches nothing under review.';
    const by = { transactionId: wind, userId: deciderId, now, number: index + 1, seen: 1 };
    done(await judgeCheck(db, { verdict: 'independent', reason }, by));
  }
  done(await writeCheck(db, mills, { transactionId: garment, userId, now, of: null }));
}
