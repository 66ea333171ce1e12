import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, holdsBy } from '../testing/holds.ts';
import { delphiIndicators } from '../reference/at.ts';
import { type SignState, signStates } from '../vocabulary.ts';
import { type DelphiSign, evidenceKinds, screenByDelphi } from './delphi.ts';
import { overridesFromScreening } from './overrides-from-screening.ts';

const holds = holdsBy(fc);

const asOf = '2026-11-25';
const adults = delphiIndicators('adults', asOf).map(({ code }) => code);
/** Every indicator of the list with a report: absent, or present where named. */
const signs = (present: string[], unknown: string[] = []): DelphiSign[] =>
  adults.map((indicator) => ({
    indicator,
    state: present.includes(indicator) ? 'present' : unknown.includes(indicator) ? 'unknown' : 'absent',
  }));
const screen = (given: DelphiSign[]) => screenByDelphi({ asOf, list: 'adults', signs: given });
const workSigns = ['D4.1', 'D4.2'];
const coercion = ['D5.1', 'D5.2'];

describe('screening', () => {
  it('with no report is open: nothing in the lower reading, everything in the upper', () => {
    const result = screen([]);
    expect([result.lower, result.upper, result.status]).toEqual(['none', 'trafficking-for-forced-labour', 'inconclusive']);
    expect(result.collect.slice(0, 3)).toEqual(['D1.1', 'D2.1', 'D4.1']);
    expect(result.collect.some((code) => code.startsWith('D6.'))).toBe(false);
  });

  it.each<[string, string[], string]>([
    ['nothing', [], 'none'],
    ['exploitation', workSigns, 'exploitation'],
    ['deceived and exploited', [...workSigns, 'D1.1', 'D1.2'], 'deception-and-exploitation'],
    ['coerced and exploited', [...workSigns, 'D2.4', 'D2.5', 'D2.6'], 'coerced-recruitment-and-exploitation'],
    ['coercion', coercion, 'coercion-inconclusive'],
    ['forced labour', [...workSigns, ...coercion], 'forced-labour'],
    ['trafficking', [...workSigns, ...coercion, 'D3.1', 'D3.2', 'D3.3'], 'trafficking-for-forced-labour'],
  ])('all known: %s', (_, present, total) => {
    const result = screen(signs(present));
    expect([result.lower, result.upper, result.status, result.collect]).toEqual([total, total, 'settled', []]);
  });

  it('asks only for what still decides, the stronger first', () => {
    const result = screen(signs([...workSigns, 'D5.1'], ['D5.2', 'D5.15', 'D6.1', 'D6.2', 'D6.3', 'D1.3']));
    expect([result.lower, result.upper]).toEqual(['exploitation', 'forced-labour']);
    expect(result.collect).toEqual(['D5.2', 'D5.15']);
  });

  it('shows which indicators made a dimension positive, how near it is, and which weights are not confirmed', () => {
    const d3 = screen(signs(['D3.13', 'D3.14', 'D3.15'])).dimensions.find(({ code }) => code === 'D3');
    expect(d3).toMatchObject({ lower: true, present: ['D3.13', 'D3.14', 'D3.15'], unconfirmed: ['D3.13', 'D3.14'] });
    expect(d3?.points).toEqual({ lower: 5, upper: 5, positive: 5 });
  });

  it('takes an indicator as present when any report observed it, and as absent when one checked and none observed it', () => {
    const report = (indicator: string, ...states: SignState[]) => states.map((state) => ({ indicator, state }));
    const of = (given: DelphiSign[]) => screen(given).dimensions.find(({ code }) => code === 'D5');
    expect(of(report('D5.1', 'absent', 'present'))?.present).toEqual(['D5.1']);
    expect(of(report('D5.1', 'unknown', 'absent'))?.unknown).not.toContain('D5.1');
  });

  it('counts kinds of evidence for indicators that are present, and lets D6 add weight to D5 only', () => {
    const given = signs([...workSigns, ...coercion, 'D6.1', 'D6.2', 'D6.3']).map((sign) =>
      sign.indicator === 'D5.1'
        ? { ...sign, kinds: ['workers' as const, 'documents' as const] }
        : { ...sign, kinds: sign.state === 'absent' ? ['observation' as const] : [] },
    );
    expect(screen(given)).toMatchObject({ kinds: ['documents', 'workers'], isReinforced: true, lower: 'forced-labour' });
    expect(screen(signs(['D6.1', 'D6.2', 'D6.3']))).toMatchObject({ isReinforced: false, lower: 'none' });
  });

  it('of children leaves out what their list does not have, and turns on the act', () => {
    const children = delphiIndicators('children', asOf).map(
      ({ code }): DelphiSign => ({ indicator: code, state: workSigns.includes(code) ? 'present' : 'absent' }),
    );
    const at = (act?: SignState) =>
      screenByDelphi({ asOf, list: 'children', signs: [...children, { indicator: 'D4.8', state: 'present' }], ...(act ? { act } : {}) });
    expect(at('present')).toMatchObject({ lower: 'child-trafficking', status: 'settled' });
    expect(at('absent')).toMatchObject({ lower: 'exploitation', status: 'settled' });
    expect(at()).toMatchObject({ lower: 'exploitation', upper: 'child-trafficking', status: 'inconclusive', collect: ['act'] });
    expect(at().dimensions[3]?.present).toEqual(workSigns);
  });

  it('refuses an indicator that no list has', () => {
    expect(() => screen([{ indicator: 'D7.1', state: 'present' }])).toThrow(RangeError);
  });
});

describe('overrides from a screening', () => {
  const facts = { id: 'screen-1', since: '2026-11-01', evidence: 'audit-unannounced' as const, source: 'case:1' };

  it('O2 comes from the lower reading alone, and names no indicator', () => {
    const [override] = overridesFromScreening(screen(signs([...workSigns, ...coercion])), facts);
    expect(override).toMatchObject({ ...facts, id: 'O2:screen-1', code: 'O2' });
    expect(override?.reason).not.toMatch(/D\d/);
    expect(overridesFromScreening(screen(signs(workSigns, coercion)), facts)).toEqual([]);
    expect(overridesFromScreening(screen(signs(coercion)), facts)).toEqual([]);
  });

  it('O3 comes from trafficking of children', () => {
    const given = workSigns.map((indicator): DelphiSign => ({ indicator, state: 'present' }));
    const result = screenByDelphi({ asOf, list: 'children', signs: given, act: 'present' });
    expect(overridesFromScreening(result, facts).map(({ code }) => code)).toEqual(['O3']);
  });
});

describe('T14', () => {
  /** What is tested; a planted fault takes its place for as long as it takes to be found. */
  let screened = screenByDelphi;
  type Screening = ReturnType<typeof screenByDelphi>;
  const onResult =
    (change: (result: Screening) => Screening): Fault =>
    () => {
      screened = (given) => change(screenByDelphi(given));
      return () => {
        screened = screenByDelphi;
      };
    };

  const sign = fc.record({
    indicator: fc.constantFrom(...adults),
    state: fc.constantFrom(...signStates),
    kinds: fc.uniqueArray(fc.constantFrom(...evidenceKinds), { maxLength: 2 }),
  });
  const reports = fc.array(sign, { maxLength: 90 });
  const input = fc.record({
    list: fc.constantFrom('adults' as const, 'children' as const),
    signs: reports,
    act: fc.constantFrom(...signStates),
  });

  it('what holds in the lower reading holds in the upper, in every dimension and in the total', () => {
    holds(
      fc.property(input, (given) => {
        const { dimensions, lower, upper } = screened({ asOf, ...given });
        for (const dimension of dimensions) if (dimension.lower) expect(dimension.upper).toBe(true);
        const forced = ['forced-labour', 'trafficking-for-forced-labour', 'child-trafficking'];
        if (forced.includes(lower)) expect(forced).toContain(upper);
        if (upper === 'none') expect(lower).toBe('none');
      }),
      [onResult((result) => ({ ...result, dimensions: result.dimensions.map((each) => ({ ...each, upper: false })) }))],
    );
  });

  it('any way of filling in the unknowns lies between the two; when settled it gives the same total; order does not matter', () => {
    holds(
      fc.property(input, fc.array(fc.boolean(), { minLength: 70, maxLength: 70 }), (given, coin) => {
        const before = screened({ asOf, ...given });
        const unknown = before.dimensions.flatMap((dimension) => dimension.unknown);
        const filled = unknown.map((indicator, index): DelphiSign => ({ indicator, state: coin[index] ? 'present' : 'absent' }));
        const act = given.act === 'unknown' ? (coin[69] ? 'present' : 'absent') : given.act;
        const after = screened({ asOf, list: given.list, act, signs: [...given.signs, ...filled].reverse() });
        expect(after.status).toBe('settled');
        if (before.status === 'settled') expect(after.lower).toBe(before.lower);
        else expect(before.collect.length).toBeGreaterThan(0);
        for (const [index, dimension] of after.dimensions.entries()) {
          const was = before.dimensions[index];
          if (was?.lower) expect(dimension.lower).toBe(true);
          if (was && !was.upper) expect(dimension.lower).toBe(false);
        }
      }),
      [
        onResult((result) => ({ ...result, status: 'inconclusive' })),
        onResult((result) => ({ ...result, dimensions: result.dimensions.map((each) => ({ ...each, lower: !each.lower })) })),
      ],
    );
  });

  it('once the indicators to collect are known, the total is final, whatever else stays unknown', () => {
    holds(
      fc.property(input, fc.array(fc.boolean(), { minLength: 70, maxLength: 70 }), (given, coin) => {
        const { collect } = screened({ asOf, ...given });
        const filled = collect.map((indicator, index): DelphiSign => ({ indicator, state: coin[index] ? 'present' : 'absent' }));
        const act = collect.includes('act') ? (coin[69] ? 'present' : 'absent') : given.act;
        const signsNow = [...given.signs, ...filled.filter(({ indicator }) => indicator !== 'act')];
        expect(screened({ asOf, list: given.list, act, signs: signsNow }).status).toBe('settled');
      }),
      [onResult((result) => ({ ...result, collect: [] }))],
    );
  });
});
