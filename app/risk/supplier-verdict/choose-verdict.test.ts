import { describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { chooseVerdict, type VerdictAlert, type VerdictGiven } from './choose-verdict';
import { driversOf, mainDriver } from './drivers-of';
import { meaningSentence, pathSentence, verdictSentence } from './labels';

const given: VerdictGiven = {
  alerts: [],
  banUpstream: null,
  isStateImposed: false,
  critical: [],
  score: { band: 'low', basis: 'D', driver: null },
  missing: [],
};
const alert = (kind: VerdictAlert['kind'], rest: Partial<VerdictAlert> = {}): VerdictAlert => ({
  ...{ kind, status: 'open', isToBeConfirmed: false, subject: 'Xinjiang' },
  ...rest,
});
const severe = { band: 'severe', basis: 'C', driver: 'product' } as const;
const named = { country: 'CN', sector: 'Spinning', products: ['Cotton'] };
const sentence = (more: Partial<VerdictGiven>) => verdictSentence(chooseVerdict({ ...given, ...more }), named);

describe('the verdict on a supplier', () => {
  it('names the first rule that applies: ban, state-imposed labour, critical finding, ban upstream, risk, name match, no score', () => {
    const everything: VerdictGiven = {
      ...{ alerts: [alert('presumed-region'), alert('listed-entity', { isToBeConfirmed: true })], isStateImposed: true },
      ...{ critical: [{ title: 'Passports are kept' }], banUpstream: { name: 'Gin', subject: 'Xinjiang', tiersUp: 2 } },
      ...{ score: severe, missing: [] },
    };
    const without: Partial<VerdictGiven>[] = [
      {},
      { alerts: everything.alerts.slice(1) },
      { isStateImposed: false },
      { critical: [] },
      { banUpstream: null },
      { score: null, missing: ['countries'] },
      { alerts: [] },
    ];
    const kinds = without.map((_, count) => chooseVerdict(Object.assign({}, everything, ...without.slice(0, count + 1))).kind);
    expect(kinds).toEqual(['import-ban', 'state-imposed', 'critical-finding', 'ban-upstream', 'at-risk', 'to-confirm', 'not-scored']);
  });
  it('takes a ban that waits for a person as a match, and as a ban once it is confirmed', () => {
    const match = alert('listed-entity', { isToBeConfirmed: true, subject: 'Akesu Huafu' });
    expect(sentence({ alerts: [match] })).toBe('Name matches Akesu Huafu on the UFLPA Entity List: to be confirmed');
    expect(sentence({ alerts: [{ ...match, status: 'confirmed' }] })).toBe('Confirmed on the UFLPA Entity List: Akesu Huafu');
  });
  it('puts a serious score before a match that nobody has confirmed', () => {
    expect(chooseVerdict({ ...given, score: severe, alerts: [alert('listed-entity', { isToBeConfirmed: true })] }).kind).toBe('at-risk');
  });
  it('is not changed by alerts that are no ban', () => {
    expect(chooseVerdict({ ...given, alerts: [alert('listed-good'), alert('state-imposed')] }).kind).toBe('rated');
  });
  it('states product and region of a presumption, and how certain it is', () => {
    expect(sentence({ alerts: [alert('presumed-region')] })).toBe('Very likely covered by the US import ban: Cotton, Xinjiang');
    expect(sentence({ alerts: [alert('presumed-region', { status: 'confirmed' })] })).toBe(
      'Covered by the US import ban: Cotton, Xinjiang',
    );
  });
  it('names the band and the main driver of a score', () => {
    expect(sentence({ score: severe })).toBe('Severe risk of forced labour; main driver: product (Cotton)');
    expect(sentence({ score: { band: 'elevated', basis: 'D', driver: 'country' } })).toBe(
      'Elevated risk of forced labour; main driver: country (China)',
    );
  });
  it('never calls a supplier clean or safe: a low score says what it rests on', () => {
    for (const band of ['low', 'moderate'] as const)
      for (const basis of ['A', 'B', 'C', 'D', 'E', null] as const) {
        const text = sentence({ score: { band, basis, driver: null } });
        expect(text).not.toMatch(/clean|safe|no risk|compliant/i);
        expect(text).toMatch(/not checked|unknown|does not rule out/);
      }
  });
  it('names the fact that keeps a supplier from being scored', () => {
    expect(sentence({ score: null, missing: ['countries'] })).toMatch(/^Not scored: countr.* missing$/);
    expect(sentence({ score: null })).toBe('Not scored yet');
  });
  it('has a sentence in each language of members', () => {
    const verdict = chooseVerdict({ ...given, score: severe });
    try {
      overwriteGetLocale(() => 'fr');
      expect(verdictSentence(verdict, named)).toBe('Risque de travail forcé\u00a0: grave\u00a0; principal facteur\u00a0: produit (Cotton)');
      overwriteGetLocale(() => 'es');
      expect(verdictSentence(verdict, named)).toBe('Riesgo de trabajo forzoso: grave; factor principal: producto (Cotton)');
    } finally {
      overwriteGetLocale(() => 'en');
    }
  });
});

describe('the second sentence', () => {
  it('says how the goods reach the organization, or that it is not recorded', () => {
    expect([null, [], ['Mill', 'Cutter']].map(pathSentence)).toEqual([
      'How its goods reach you is not recorded.',
      'This supplier delivers to you directly.',
      'Its goods reach you through Mill and Cutter.',
    ]);
  });
  it('names the government of a country that is reported for state-imposed labour', () => {
    const verdict = chooseVerdict({ ...given, score: severe });
    const context = { stateImposed: [{ reason: 'government' as const, reportYear: 2025, provenance: null }], country: 'CN' };
    expect(meaningSentence(verdict, context)).toBe('The government of China is reported for state-imposed forced labour.');
    expect(meaningSentence(verdict, { stateImposed: [], country: 'CN' })).toBeNull();
  });
});

describe('the drivers of a score', () => {
  const component = (id: 'country' | 'sector' | 'product' | 'debt', points: number, known = true) => ({
    ...{ id, points, known, rule: 'R1' as const, label: id, error: 1 },
  });
  const lines = { inherent: 70, controlCredit: -5, findingsUplift: 6, overrideUplift: 0 };
  it('are the lines with the most points either way, with findings and overrides, without unknown lines', () => {
    const components = [component('country', 5), component('sector', -12), component('product', 20), component('debt', 30, false)];
    expect(driversOf({ components, lines }).map(({ id }) => id)).toEqual(['product', 'sector', 'findings']);
    expect(mainDriver({ components: [component('sector', -12)], lines: { ...lines, findingsUplift: 0 } })).toBeNull();
  });
});
