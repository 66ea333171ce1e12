import { describe, expect, it } from 'vitest';
import { allParameters } from '../parameters/at.ts';
import { ruleIds, supplementIds } from '../vocabulary.ts';
import { methodWarnings, rules, supplements } from './rules.ts';

describe('rules in words', () => {
  it('are the fourteen frozen numbers, in order', () => {
    expect(rules().map((each) => each.id)).toEqual([...ruleIds]);
  });

  it('have a supplement on child labour and one on labour imposed by a state', () => {
    expect(supplements().map((each) => each.id)).toEqual([...supplementIds]);
  });

  it('name every dated number at least once', () => {
    const named = new Set<string>([...rules(), ...supplements()].flatMap((each) => each.parameters));
    expect(
      allParameters()
        .map((each) => each.id)
        .filter((id) => !named.has(id)),
    ).toEqual([]);
  });

  it('in force have words and sources; those that follow name no numbers', () => {
    for (const rule of rules()) {
      expect(rule.words.join(' ').length).toBeGreaterThan(30);
      if (rule.status === 'follows') expect(rule.parameters).toEqual([]);
    }
    expect(
      rules()
        .filter((each) => each.status === 'in-force')
        .map((each) => each.id),
    ).toEqual([...ruleIds]);
  });

  it('come with the warnings', () => {
    expect(methodWarnings).toHaveLength(3);
  });
});
