import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostDesignation } from '~/lending/categorisation/designation';
import { drawstopPath } from './block-href';
import { blocksOf, drawstopsOf, earlierStates, isDrawstopped, nextState, type StepFacts } from './next-steps';
import { mainStates } from '~/lending/deal-record/states';
import { type Criterion, type ScopeFacts, testScope } from '~/lending/applicability/test-scope';

const nothing: ScopeFacts = {
  ...{ product: 'project-finance', on: '2026-11-26', capitalCost: null, loanTotal: null, commitment: null, usdPerUnit: {} },
  ...{ tenorMonths: null, isMostlyForProject: null, isControlled: null, refinancedBy: null },
  ...{ wasFinancedUnderPrinciples: null, hasMaterialChange: null, isCompleteAtSigning: null },
};
const usd = (dollars: number, cents = 0) => ({ minor: BigInt(dollars) * 100n + BigInt(cents), currency: 'USD' });
const loan: ScopeFacts = {
  ...nothing,
  ...{ product: 'corporate-loan', loanTotal: usd(50_000_000), commitment: usd(50_000_000), tenorMonths: 24 },
  ...{ isMostlyForProject: true, isControlled: true },
};
const outcomeOf = (facts: ScopeFacts, key: Criterion['key']) => testScope(facts).criteria.find((each) => each.key === key)?.outcome;

describe('the scope of the principles', () => {
  it.each([
    [usd(9_999_999), 'out'],
    [usd(9_999_999, 99), 'out'],
    [usd(10_000_000), 'in'],
    [null, 'unknown'],
  ] as const)('project finance and advisory of %o: %s', (capitalCost, expected) => {
    expect(testScope({ ...nothing, capitalCost }).result).toBe(expected);
    expect(testScope({ ...nothing, product: 'advisory', capitalCost }).result).toBe(expected);
  });

  it.each([
    ['the loan', { loanTotal: usd(49_999_999) }],
    ['the commitment', { commitment: usd(49_999_999) }],
    ['the term', { tenorMonths: 23 }],
    ['the project', { isMostlyForProject: false }],
    ['control', { isControlled: false }],
  ])('a corporate loan is in scope at the thresholds and out of scope one below: %s', (_, below) => {
    expect(testScope(loan).result).toBe('in');
    expect(testScope({ ...loan, ...below }).result).toBe('out');
  });

  it('applies US$ 100 m of the whole loan before 1 October 2020, and 50 m of the commitment after', () => {
    const earlier = { ...loan, on: '2020-09-30' };
    expect(testScope(earlier)).toMatchObject({ edition: 'EP3', result: 'out' });
    expect(testScope({ ...earlier, loanTotal: usd(99_999_999) }).result).toBe('out');
    expect(testScope({ ...earlier, loanTotal: usd(100_000_000) }).result).toBe('in');
    expect(testScope({ ...loan, on: '2020-10-01' })).toMatchObject({ edition: 'EP4', result: 'in' });
    expect(testScope({ ...nothing, product: 'refinance', on: '2020-09-30' }).result).toBe('out');
  });

  it('a bridge loan is under two years and to be refinanced by one of the two', () => {
    const bridge: ScopeFacts = { ...nothing, product: 'bridge-loan', tenorMonths: 23, refinancedBy: 'project-finance' };
    expect(testScope(bridge).result).toBe('in');
    expect(testScope({ ...bridge, tenorMonths: 24 }).result).toBe('out');
    expect(testScope({ ...bridge, refinancedBy: 'other' }).result).toBe('out');
    expect(testScope({ ...bridge, refinancedBy: null }).result).toBe('unknown');
  });

  it('refinance needs all three', () => {
    const again: ScopeFacts = {
      ...nothing,
      product: 'refinance',
      wasFinancedUnderPrinciples: true,
      hasMaterialChange: false,
      isCompleteAtSigning: false,
    };
    expect(testScope(again).result).toBe('in');
    expect(testScope({ ...again, hasMaterialChange: true }).result).toBe('out');
    expect(testScope({ ...again, isCompleteAtSigning: true }).result).toBe('out');
    expect(testScope({ ...again, wasFinancedUnderPrinciples: false }).result).toBe('out');
  });

  it('a failed criterion puts it out of scope whatever is unknown beside it; another product never is in scope', () => {
    expect(testScope({ ...loan, isControlled: null, tenorMonths: 6 }).result).toBe('out');
    expect(testScope({ ...loan, isControlled: null }).result).toBe('unknown');
    expect(testScope({ ...nothing, product: 'other' }).result).toBe('out');
  });

  it('compares amounts exactly in any currency, and reports a missing rate', () => {
    const yen = (minor: bigint) => ({ ...nothing, capitalCost: { minor, currency: 'JPY' }, usdPerUnit: { JPY: '0.00666667' } });
    // 10,000,000 ÷ 0.00666667 = 1,499,999,250.000375
    expect(testScope(yen(1_499_999_250n)).result).toBe('out');
    expect(testScope(yen(1_499_999_251n)).result).toBe('in');
    const dinar = { ...nothing, capitalCost: { minor: 3_000_000_000n, currency: 'KWD' }, usdPerUnit: { KWD: '3.33333333' } };
    expect(testScope(dinar).result).toBe('out');
    expect(testScope({ ...dinar, usdPerUnit: { KWD: '3.33333334' } }).result).toBe('in');
    expect(testScope({ ...dinar, usdPerUnit: {} }).criteria[0]).toMatchObject({ outcome: 'unknown', missing: 'rate' });
  });

  it('never becomes less strict by a larger loan or a longer term', () => {
    const cents = fc.bigInt({ min: 0n, max: 20_000_000_000n });
    fc.assert(
      fc.property(cents, cents, fc.nat(60), fc.nat(60), (a, b, months, more) => {
        const facts = { ...loan, loanTotal: { minor: a, currency: 'USD' }, tenorMonths: months + 1 };
        if (testScope(facts).result !== 'in') return;
        expect(testScope({ ...facts, loanTotal: { minor: a + b, currency: 'USD' }, tenorMonths: months + 1 + more }).result).toBe('in');
      }),
    );
    expect(outcomeOf(loan, 'tenor-long')).toBe('met');
  });
});

describe('the designation of host countries', () => {
  it('is that of the strictest country, and unknown for an unlisted code', () => {
    expect(hostDesignation(['FR'], '2026-11-26').kind).toBe('designated');
    expect(hostDesignation(['FR', 'VN'], '2026-11-26')).toMatchObject({ kind: 'non-designated', nonDesignated: ['VN'] });
    expect(hostDesignation(['FR', 'QQ'], '2026-11-26')).toMatchObject({ kind: 'unknown', unknown: ['QQ'] });
    expect(hostDesignation([], '2026-11-26').kind).toBe('unknown');
  });
});

describe('the stages of a deal', () => {
  const ready: StepFacts = {
    ...{ status: 'draft', scope: { result: 'in', hasException: false }, category: 'A', equator: 'submitted', ps2: 'submitted' },
    ...{
      independentReview: 'met',
      isReviewerRefused: false,
      unplannedItems: 0,
      planItems: 3,
      isPlanAgreed: true,
      openSigningConditions: 0,
    },
    ...{ openDisbursementConditions: 0, overdueConditions: 0, hasZeroTolerance: false, decision: 'approve' },
    monitoring: { overdueCovenants: 0, openBreaches: 0, eventsOfDefault: 0, openDeaths: 0 },
    ...{ signedOn: '2026-12-01', closedOn: '2026-12-02' },
  };
  const codes = (to: (typeof mainStates)[number], more: Partial<StepFacts>) => blocksOf(to, { ...ready, ...more }).map(({ code }) => code);

  it('follow each other and end; a disbursed loan cannot be withdrawn', () => {
    expect(mainStates.map((state) => nextState(state))).toEqual([...mainStates.slice(1), null]);
    for (const state of ['held', 'declined'] as const) expect(nextState(state)).toBeNull();
    expect(earlierStates('screened')).toEqual(['draft']);
    for (const state of ['draft', 'closed', 'monitoring', 'exited', 'held', 'declined'] as const) expect(earlierStates(state)).toEqual([]);
    for (const state of mainStates) expect(codes(state, {})).toEqual([]);
  });

  it.each([
    ['screened', { scope: null }, ['scope-missing']],
    ['screened', { scope: { result: 'out', hasException: false } }, ['scope-out']],
    ['screened', { scope: { result: 'unknown', hasException: false } }, ['scope-unknown']],
    ['screened', { scope: { result: 'out', hasException: true } }, []],
    ['categorised', { category: null }, ['category-missing']],
    ['assessed', { equator: 'open' }, ['equator-open']],
    ['reviewed', { ps2: 'none' }, ['ps2-open']],
    ['reviewed', { ps2: 'none', category: 'C' }, []],
    ['reviewed', { unplannedItems: 1 }, ['unplanned-items']],
    ['plan-agreed', { unplannedItems: 2, isPlanAgreed: false }, ['unplanned-items', 'plan-not-agreed']],
    ['plan-agreed', { planItems: 0, isPlanAgreed: false }, []],
    ['committee', { independentReview: 'partial' }, ['independent-review-missing']],
    ['committee', { independentReview: null, category: 'B' }, []],
    ['committee', { isReviewerRefused: true }, ['reviewer-not-independent']],
    ['committee', { isReviewerRefused: true, category: 'B' }, []],
    ['conditions-met', { decision: null }, ['decision-missing']],
    ['conditions-met', { decision: 'decline', openSigningConditions: 1 }, ['not-approved', 'signing-conditions']],
    ['conditions-met', { openSigningConditions: 1, openDisbursementConditions: 2 }, ['signing-conditions', 'disbursement-conditions']],
    ...(['conditions-met', 'closed'] as const).flatMap((to) => [
      [to, { isPlanAgreed: false }, ['plan-not-agreed']] as const,
      [to, { hasZeroTolerance: true }, ['zero-tolerance']] as const,
      [to, { monitoring: { overdueCovenants: 0, openBreaches: 1, eventsOfDefault: 0, openDeaths: 0 } }, ['open-breaches']] as const,
      [
        to,
        { monitoring: { overdueCovenants: 1, openBreaches: 0, eventsOfDefault: 1, openDeaths: 1 } },
        ['overdue-covenants', 'events-of-default'],
      ] as const,
    ]),
    ['closed', { openSigningConditions: 1 }, ['signing-conditions']],
    ['closed', { signedOn: null, closedOn: null }, ['signing-missing', 'close-missing']],
    ['closed', { openDisbursementConditions: 1, hasZeroTolerance: true }, ['disbursement-conditions', 'zero-tolerance']],
  ] as const)('%s with %o: %o', (to, more, expected) => expect(codes(to, more)).toEqual(expected));

  it('stop disbursement while a condition is overdue or the zero-tolerance floor applies', () => {
    expect(isDrawstopped(ready)).toBe(false);
    expect(isDrawstopped({ ...ready, overdueConditions: 1 })).toBe(true);
    expect(isDrawstopped({ ...ready, hasZeroTolerance: true })).toBe(true);
    const monitoring = { overdueCovenants: 1, openBreaches: 2, eventsOfDefault: 1, openDeaths: 1 };
    expect(drawstopsOf({ ...ready, monitoring, hasZeroTolerance: true })).toEqual([
      { code: 'overdue-covenants', items: 1 },
      { code: 'open-breaches', items: 2 },
      { code: 'events-of-default', items: 1 },
      { code: 'open-deaths', items: 1 },
      { code: 'zero-tolerance' },
    ]);
  });

  it('lead from each drawstop to where its cause is removed', () => {
    const monitoring = { overdueCovenants: 1, openBreaches: 1, eventsOfDefault: 1, openDeaths: 1 };
    expect(drawstopsOf({ ...ready, overdueConditions: 1, monitoring, hasZeroTolerance: true }).map(drawstopPath)).toEqual([
      '/esap?when=overdue',
      ...['/monitoring', '/monitoring', '/monitoring', '/monitoring/incidents', '/supply-chain'],
    ]);
  });
});
