import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AssessInput, TraceNode } from '../types.ts';
import { assess } from './assess.ts';

/**
 * Somebody with the calculation before them and a pocket calculator: every number below is read from the trace, none from the engine.
 * Each sum is made again in words of the public rules.
 */
const folder = new URL('../cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((file) => ({
    file,
    ...(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { asOf: string; given: Omit<AssessInput, 'asOf'> }),
  }))
  .map(({ file, asOf, given }) => ({ file, result: assess({ asOf, ...given }) }));

function reader(root: TraceNode) {
  const byId = new Map<string, TraceNode>();
  const walk = (node: TraceNode): void => {
    byId.set(node.id, node);
    node.inputs?.forEach(walk);
  };
  walk(root);
  const at = (id: string) => byId.get(id) ?? { id, rule: 'R8' as const, label: '', value: null };
  return {
    at,
    number: (id: string) => Number(at(id).value ?? 0),
    under: (id: string) => at(id).inputs ?? [],
    written: (id: string): Record<string, number> => JSON.parse(String(at(id).value)),
    /** The numbers that a unit spells out. */
    worked: (node: TraceNode, pattern: RegExp): number[] => (pattern.exec(node.unit ?? '') ?? []).slice(1).map(Number),
  };
}

const join = (after: number, findings: number) => 100 * (1 - (1 - after / 100) * (1 - findings / 100));

describe('somebody can work the score through again from what is shown', () => {
  const scored = cases.filter(({ result }) => result.status === 'scored');
  it('in more than fifty situations', () => expect(scored.length).toBeGreaterThan(50));

  it.each(scored.map((each) => [each.file, each.result] as const))('%s', (_file, result) => {
    if (result.status !== 'scored') return;
    const { number, under, written, worked, at } = reader(result.trace);

    const indicators = under(
      `score/inherent/country/${under('score/inherent/country')
        .find(({ id }) => /\/[A-Z]{2}$/.test(id))
        ?.id.slice(-2)}`,
    );
    const blend = indicators.flatMap((each) => {
      const [weight] = worked(each, /weight ([\d.]+)/);
      return typeof each.value === 'number' && weight !== undefined ? [{ share: each.value, weight }] : [];
    });
    const weight = blend.reduce((sum, each) => sum + each.weight, 0);
    const country = blend.reduce((sum, each) => sum + each.share * each.weight, 0) / weight;
    expect(number('score/inherent/country/share')).toBeCloseTo(country, 5);
    const estimates = under('score/inherent/country/governance').filter(({ reference }) => reference?.table === 'governance');
    const governance = estimates.reduce((sum, { value }) => sum + (2.5 - Number(value)) / 5, 0) / estimates.length;
    if (estimates.length > 0) expect(number('score/inherent/country/governance')).toBeCloseTo(governance, 5);

    const maxima = written('score/inherent/R4.weights');
    const inherent = Object.entries(maxima).reduce((sum, [id, most]) => sum + most * number(`score/inherent/${id}/share`), 0);
    expect(result.lines.inherent).toBeCloseTo(inherent, 1);

    const domains = under('score/credit').filter(({ inputs }) => inputs !== undefined);
    const credit = domains.reduce((sum, domain) => {
      const [ceiling = 0, points = 0, of100 = 0, effectiveness = 0] = worked(
        domain,
        /^points = ([\d.]+) x ([\d.]+) x ([\d.]+)\/100 x ([\d.]+)$/,
      );
      expect(points).toBeCloseTo(inherent, 3);
      const answers = (domain.inputs ?? []).filter(({ value }) => value !== 'not-applicable');
      const weights = answers.map((answer) => worked(answer, /weight ([\d.]+)$/)[0] ?? Number.NaN);
      const mean = answers.reduce((total, { value }, index) => total + Number(value) * (weights[index] ?? 0), 0);
      if (answers.length > 0) expect(effectiveness).toBeCloseTo(mean / weights.reduce((total, each) => total + each, 0), 5);
      for (const answer of answers) {
        const factors = worked(answer, /value ([\d.]+) x evidence ([\d.]+) x freshness ([\d.]+)/);
        if (factors.length > 0)
          expect(answer.value).toBeCloseTo(
            factors.reduce((product, each) => product * each, 1),
            5,
          );
      }
      return sum + (ceiling * points * of100 * effectiveness) / 100;
    }, 0);

    const findings = under('score/findings').filter(({ fact }) => fact !== undefined);
    const rest = findings.reduce((product, finding) => {
      const [points = 0, ...factors] = worked(finding, /^points for ([\d.]+) = ([\d.]+) x ([\d.]+) x ([\d.]+)$/);
      expect(points).toBeCloseTo(
        factors.reduce((total, each) => total * each, 1),
        4,
      );
      return product * (1 - points / 100);
    }, 1);
    const together = 100 * (1 - rest);
    const [combined = 0, after = inherent - credit] = worked(at('score/findings'), /^points for ([\d.]+) joined to ([\d.]+)$/);
    expect(combined).toBeCloseTo(together, 4);
    expect(after).toBeCloseTo(inherent - credit, 3);
    const before = join(inherent - credit, together);
    const floor = Math.max(0, ...result.overrides.filter(({ state }) => state === 'in-force').map((each) => each.floor));
    expect(Math.abs(result.score - Math.max(before, floor))).toBeLessThanOrEqual(0.0501);

    const end = (id: string, effectiveness: number) => join(number(id) * (1 - 0.6 * effectiveness), together);
    const [best, point] = [number('score/interval/best'), number('score/interval/point')];
    const low = Math.min(before, end('score/interval/low', best), end('score/interval/lower', best));
    const high = Math.max(before, end('score/interval/high', point), end('score/interval/upper', point));
    expect(Math.abs(result.low - Math.max(low, floor))).toBeLessThanOrEqual(0.0501);
    expect(Math.abs(result.high - Math.max(high, floor))).toBeLessThanOrEqual(0.0501);

    const parts = ['weight', 'answered', 'evidence', 'age'].map((part) => number(`score/confidence/${part}`));
    expect(number('score/confidence')).toBeCloseTo(
      parts.reduce((product, each) => product * each, 1),
      5,
    );
  });
});
