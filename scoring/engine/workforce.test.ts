import { describe, expect, it } from 'vitest';
import type { PartyFacts } from '../types.ts';
import { methodAt } from './method.ts';
import { certain, unknownShare } from './share.ts';
import { agencyShare, housingShare, migrantShare, seasonalShare, subcontractingShare, voiceShare, vulnerableShare } from './workforce.ts';

const method = methodAt('2026-11-25');
const weights = method.of['R4.weights'];

describe('worked examples of the method', () => {
  it.each([
    [0, 0],
    [0.25, 4],
    [0.5, 8],
    [0.9, 8],
  ])('migrant share %d gives %d points', (value, points) => {
    expect(weights.migrant * migrantShare({ migrantShare: { value } }, method).point).toBeCloseTo(points, 12);
  });

  it.each([
    [0, 0],
    [0.2, 3],
    [0.4, 6],
    [1, 6],
  ])('labour-provider share %d gives %d points', (value, points) => {
    expect(weights.agency * agencyShare({ agencyShare: { value } }, method).point).toBeCloseTo(points, 12);
  });

  it.each([
    [1, 0],
    [1.5, 1.5],
    [2, 3],
    [3, 3],
  ])('peak ratio %d gives %d points', (value, points) => {
    expect(weights.seasonal * seasonalShare({ peakRatio: { value } }, method).point).toBeCloseTo(points, 12);
  });

  it.each([
    ['none', 0],
    ['declared', 2],
    ['multi-tier', 3.5],
    ['undeclared-found', 5],
  ] as const)('subcontracting "%s" gives %d points', (value, points) => {
    expect(weights.subcontracting * subcontractingShare({ subcontracting: { value } }, method).point).toBeCloseTo(points, 12);
  });

  it.each([
    ['none', 0],
    ['optional', 1.2],
    ['tied', 2.8],
    ['tied-remote', 4],
  ] as const)('housing "%s" gives %d points', (value, points) => {
    expect(weights.housing * housingShare({ housing: { value } }, method).point).toBeCloseTo(points, 12);
  });

  it.each([
    ['independent', 0],
    ['restricted', 1.5],
    ['none', 3],
  ] as const)('worker voice "%s" gives %d points', (value, points) => {
    expect(weights.voice * voiceShare({ workerVoice: { value } }, method).point).toBeCloseTo(points, 12);
  });
});

describe('migrants', () => {
  it('internal migrants count by half and add', () => {
    const share = (facts: PartyFacts) => migrantShare(facts, method).point;
    expect(share({ migrantShare: { value: 0 }, internalMigrantShare: { value: 0.5 } })).toBeCloseTo(0.5, 12);
    expect(share({ migrantShare: { value: 0.25 }, internalMigrantShare: { value: 0.5 } })).toBe(1);
  });

  it('stay unknown while only internal ones are known, never below the prior', () => {
    expect(migrantShare({ internalMigrantShare: { value: 0.1 } }, method)).toEqual({
      point: 0.5,
      low: 0,
      high: 1,
      known: 0,
      reliability: 1,
    });
    expect(migrantShare({ internalMigrantShare: { value: 0.8 } }, method).point).toBeCloseTo(0.8, 12);
  });

  it('leave both ends open for internal migrants nobody told about: none is not known', () => {
    const share = (facts: PartyFacts) => migrantShare(facts, method);
    expect(share({ migrantShare: { value: 0.1 } })).toMatchObject({ point: 0.2, low: 0.2, high: 1, known: 1 });
    expect(share({ migrantShare: { value: 0.1 }, internalMigrantShare: { value: 0 } })).toMatchObject({ point: 0.2, low: 0.2, high: 0.2 });
    const withdrawn = share({ migrantShare: { value: 0.1 }, internalMigrantShare: { value: 0.1, withdrawn: true } });
    expect(withdrawn.point).toBeCloseTo(0.3, 12);
    expect(withdrawn).toMatchObject({ low: 0.2, high: 1 });
  });
});

describe('groups', () => {
  it('each distinct group counts the same, up to the cap', () => {
    const share = (value: NonNullable<PartyFacts['vulnerableGroups']>['value']) =>
      vulnerableShare({ vulnerableGroups: { value } }, method).point;
    expect(share([])).toBe(0);
    expect(share(['under-18'])).toBe(0.25);
    expect(share(['under-18', 'under-18'])).toBe(0.25);
    expect(share(['under-18', 'low-literacy', 'language-gap', 'tied-visa', 'gendered-isolated-work'])).toBe(1);
  });
});

describe('missing is never zero (R8)', () => {
  const readers = { migrantShare, agencyShare, subcontractingShare, housingShare, seasonalShare, vulnerableShare, voiceShare };

  it.each(Object.entries(readers))('%s without a fact takes the prior and the whole range', (_name, read) => {
    expect(read({}, method)).toEqual({ point: 0.5, low: 0, high: 1, known: 0, reliability: 1 });
  });

  it('a withdrawn fact keeps the higher of prior and last known value', () => {
    expect(agencyShare({ agencyShare: { value: 0.4, withdrawn: true } }, method)).toMatchObject({ point: 1, low: 0, high: 1, known: 0 });
    expect(agencyShare({ agencyShare: { value: 0, withdrawn: true } }, method)).toMatchObject({ point: 0.5, known: 0 });
    expect(migrantShare({ migrantShare: { value: 0.4, withdrawn: true } }, method).point).toBeCloseTo(0.8, 12);
  });

  it('shares out of range are brought within it', () => {
    expect(certain(1.2).point).toBe(1);
    expect(certain(-0.2)).toMatchObject({ point: 0, low: 0, high: 0, known: 1 });
    expect(unknownShare(method, 3).point).toBe(1);
  });
});
