import { describe, expect, it } from 'vitest';
import { isParameterId, methodAt } from '../engine/method.ts';
import { allParameters, parameterAt } from './at.ts';
import { type ParameterId, parameterShapes } from './schema.ts';

const ids = Object.keys(parameterShapes).filter(isParameterId);

describe('dated numbers', () => {
  it.each(ids)('%s is well formed and in force since January 2026', (id) => {
    const parameter = parameterAt(id, '2026-11-25');
    expect(parameter.effectiveFrom).toBe('2026-01-01');
    expect(parameter.unit).not.toBe('');
    expect(parameter.reason.length).toBeGreaterThan(20);
    expect(parameter.source).not.toBe('');
  });

  it('are all of the closed list, and every value written is read', () => {
    expect([...new Set(allParameters().map((each) => each.id))].sort()).toEqual([...ids].sort());
    for (const { id, effectiveFrom, reason } of allParameters()) {
      if (!isParameterId(id)) throw new Error(id);
      expect(parameterAt(id, effectiveFrom)).toMatchObject({ effectiveFrom, reason });
    }
  });

  it('no number has two values from one day', () => {
    const days = allParameters().map(({ id, effectiveFrom }) => `${id} ${effectiveFrom}`);
    expect(new Set(days).size).toBe(days.length);
  });

  it('an id that was invented is none', () => {
    expect(isParameterId('R4.invented')).toBe(false);
  });

  it('are not in force before their day', () => {
    expect(() => parameterAt('R8.bands', '2025-12-31')).toThrow(RangeError);
    expect(parameterAt('R8.bands', '2026-01-01').value.severe).toBe(80);
  });

  it('an id outside the list does not compile', () => {
    // @ts-expect-error the list is closed
    const id: ParameterId = 'R4.invented';
    expect(() => parameterAt(id, '2026-11-25')).toThrow(RangeError);
  });
});

describe('the numbers that were decided', () => {
  const { of } = methodAt('2026-11-25');

  it('weights add up', () => {
    const sum = (weights: Record<string, number>) => Object.values(weights).reduce((total, each) => total + each, 0);
    expect(sum(of['R5.domains'])).toBe(100);
  });

  it('are those of the method', () => {
    expect(of['R1.slope']).toBe(12);
    expect(of['R1.state-sponsored']).toBe(15);
    expect(of['R1.sponsorship']).toEqual({ tied: 6, reformed: 3 });
    expect(of['R3.goods']).toMatchObject({ here: 20, byInput: 15, elsewhere: 4, none: -3 });
    expect(of['R3.region'].points).toBe(40);
    expect(of['R4.migrants'].ratio).toBe(3.5);
    expect(of['R4.agency'].ratio).toBe(2.5);
    expect(of['R4.debt']).toMatchObject({ perMonth: 0.5, most: 5 });
    expect(of['R5.domains']).toEqual({
      policy: 8,
      'due-diligence': 10,
      'recruitment-fees': 20,
      contracts: 12,
      wages: 12,
      'movement-documents': 10,
      hours: 8,
      'voice-grievance': 12,
      remedy: 8,
    });
    expect(of['R5.most']).toEqual({ all: 20, claimed: 3 });
    expect(of['R6.most']).toBe(25);
    expect(of['R8.bands']).toEqual({ moderate: 25, elevated: 45, high: 65, severe: 80 });
    expect(of['R10.damping']).toBe(0.85);
    expect(of['R8.draws'].count).toBe(1000);
  });
});
