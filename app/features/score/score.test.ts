import { expect, test } from 'vitest';
import type { AssessInput, Component } from '#scoring';
import { assess, explain, scoreMany } from '#scoring';
import { storedResultSchema } from '~/features/assessment/schema';
import { tableHref, waterfallHref } from './addresses';
import { describeChanges } from './describe-changes';
import { mostUncertain } from './most-uncertain';
import { recomputeScore } from './recompute-score.server';
import { sensitivityOf } from './sensitivity.server';
import { basedOn, stepLabel, stepUnit, stepValue } from './trace-words';

const input: AssessInput = {
  asOf: '2026-11-24',
  facts: {
    countries: { value: ['VN'], source: 'a' },
    sector: { value: '1410', source: 'a' },
    housing: { value: 'tied', source: 'a' },
    agencyShare: { value: 0.35 },
  },
};
const scored = (given: AssessInput, engineVersion = '1.0.0') => {
  const [result] = scoreMany([given]);
  if (!result) throw new Error('no result');
  return { engineVersion, input: given, result };
};

test('what changed is named: method, facts by field, answers and findings by count, or only the day', () => {
  const before = scored(input);
  expect(describeChanges(before, scored({ ...input, asOf: '2026-11-25' }))).toEqual([{ kind: 'day' }]);
  const { housing: _, ...facts } = input.facts;
  const after = scored(
    {
      ...input,
      facts: { ...facts, agencyShare: { value: 0.35, source: 'another file' }, workerVoice: { value: 'none' } },
      findings: [{ id: 'f', grade: 'major', status: 'open', evidence: 'self-declared' }],
    },
    '2.0.0',
  );
  expect(describeChanges(before, after)).toEqual([
    { kind: 'method', from: '1.0.0', to: '2.0.0' },
    { kind: 'facts', fields: ['housing', 'workerVoice'] },
    { kind: 'findings', count: 1 },
  ]);
});

test('the same answer in another order of keys is no change', () => {
  const answer = { question: 'P1.Q1', value: 3, evidence: 'self-declared', answeredOn: '2026-11-01' } as const;
  const turned = { answeredOn: '2026-11-01', evidence: 'self-declared', value: 3, question: 'P1.Q1' } as const;
  const instrument = 'ilo-ten-principles@1.0.0';
  expect(describeChanges(scored({ ...input, instrument, answers: [answer] }), scored({ ...input, instrument, answers: [turned] }))).toEqual(
    [{ kind: 'day' }],
  );
});

test('a result stored before there were overrides holds none, and differs by none', () => {
  const { overrides: _, ignoredLiftings: __, ...old } = scored(input).result;
  const result = storedResultSchema.parse(JSON.parse(JSON.stringify(old)));
  expect(result).toMatchObject({ overrides: [], ignoredLiftings: [] });
  expect(recomputeScore({ input, result, engineVersion: '1.0.0' })).toMatchObject({ isSameVersion: false, differences: [] });
});

test('an override that was taken out of a stored result is named as a difference', () => {
  const raised: AssessInput = {
    ...input,
    overrides: [{ id: 'a', code: 'O9', evidence: 'document-checked', since: '2026-11-01', reason: 'A complainant was dismissed.' }],
  };
  const { result } = scored(raised);
  expect(recomputeScore({ input: raised, result, engineVersion: '1.2.0' })).toMatchObject({ differences: [] });
  expect(recomputeScore({ input: raised, result: { ...result, overrides: [] }, engineVersion: '1.2.0' })).toMatchObject({
    differences: ['overrides'],
  });
});

test('an override that was raised or taken back is named as what changed', () => {
  const raised = scored({
    ...input,
    overrides: [{ id: 'given:1', code: 'O2', evidence: 'audit-announced', since: '2026-11-01', reason: 'Signs of an audit.' }],
  });
  expect(describeChanges(scored(input), raised)).toEqual([{ kind: 'overrides', codes: ['O2'] }]);
  expect(describeChanges(raised, scored(input))).toEqual([{ kind: 'overrides', codes: ['O2'] }]);
  expect(describeChanges(raised, { ...raised, input: { ...raised.input, asOf: '2026-11-25' } })).toEqual([{ kind: 'day' }]);
});

test('a day before the method cannot be recomputed, and that is told', () => {
  expect(recomputeScore({ ...scored(input), input: { ...input, asOf: '2001-01-01' } })).toMatchObject({ kind: 'impossible' });
});

test('of what is known, the component that leaves most open is named', () => {
  const part = (id: Component['id'], low: number, high: number, known = true): Component => ({
    id,
    rule: 'R4',
    label: '',
    points: low,
    low,
    high,
    max: 9,
    known,
  });
  expect(mostUncertain([part('country', 1, 2), part('sector', 1, 4), part('voice', 0, 9, false)])?.id).toBe('sector');
  expect(mostUncertain([part('country', 2, 2)])).toBeNull();
});

test('what would change a score most comes with the words of its questions', () => {
  const found = sensitivityOf({ input, assessmentId: null }, 'document-checked');
  expect(found).toMatchObject({ isAsked: false, evidence: 'document-checked' });
  expect(found?.narrowings.map(({ field }) => field)).not.toContain('housing');
  expect(found?.answers).toHaveLength(3);
  for (const { text, question, section } of found?.answers ?? []) expect([text === question, section]).not.toContain(true);
  expect(sensitivityOf({ input: { ...input, asOf: '2001-01-01' }, assessmentId: null }, 'document-checked')).toBeNull();
});

test('each bar of the waterfall leads to a step that the calculation holds', () => {
  const ids: string[] = [];
  const collect = (node: ReturnType<typeof explain>): void => {
    ids.push(`#step-${node.id.replaceAll('/', '.')}`);
    node.inputs?.forEach(collect);
  };
  collect(explain(input));
  const components = assess(input).components.map(({ id }) => id);
  for (const row of [...components, 'inherent', 'controlCredit', 'findingsUplift', 'overrideUplift', 'residual'])
    expect(ids).toContain(waterfallHref(row, { components, domains: [] }));
  expect(waterfallHref('inherent-rounding', { components, domains: [] })).toBeUndefined();
});

test('steps are written in words: a component keeps its points although a fact bears its name', () => {
  const find = (node: ReturnType<typeof explain>, id: string): ReturnType<typeof explain> | undefined =>
    node.id === id ? node : (node.inputs ?? []).map((each) => find(each, id)).find((found) => found !== undefined);
  const tree = explain(input);
  const at = (id: string) => {
    const node = find(tree, id);
    if (!node) throw new Error(`no step ${id}`);
    return { label: stepLabel(node).text, value: stepValue(node), unit: stepUnit(node)?.text };
  };
  expect(at('score/inherent/housing')).toMatchObject({ value: '2.8', unit: 'points of 4' });
  expect(at('score/inherent/housing/housing')).toMatchObject({ value: 'tied to the job' });
  expect(at('score/inherent/agency/agencyShare').value).toBe('35%');
  expect(at('score/inherent/R4.weights').value).toContain('country: 30');
});

test('the arithmetic of a step is written with its numbers, so that it can be done again by hand', () => {
  const units: string[] = [];
  const labels: string[] = [];
  const collect = (node: ReturnType<typeof explain>): void => {
    units.push(stepUnit(node)?.text ?? '');
    labels.push(stepLabel(node).text);
    node.inputs?.forEach(collect);
  };
  collect(
    explain({
      ...input,
      instrument: 'ilo-ten-principles@1.0.0',
      answers: [{ question: 'P5.Q2', value: 3, evidence: 'document-checked', answeredOn: '2026-10-01' }],
      findings: [
        { id: 'f', grade: 'major', status: 'plan-agreed', evidence: 'document-checked' },
        { id: 'g', grade: 'minor', status: 'open', evidence: 'self-declared' },
      ],
    }),
  );
  expect(units).toContain('0 to 1 = value 0.75 × evidence 0.7 × freshness 1; weight in its domain 1.5');
  expect(units).toContainEqual(expect.stringMatching(/^points = 0\.6 × inherent [\d.]+ × weight 20\/100 × effectiveness 0\.1969$/));
  expect(units).toContain('points, its part for 6.72 = severity 12 × evidence 0.7 × status 0.8');
  expect(units.find((each) => each.startsWith('points, all findings together 6.9066 joined to the '))).toBeDefined();
  expect(labels).toContain('Protocol of 2014 to the Forced Labour Convention (P029)');
  expect(units.filter((each) => / x /.test(each))).toEqual([]);
});

test('a country says on how many of its indicators it rests', () => {
  const country = (iso2: string) =>
    explain({ ...input, facts: { ...input.facts, countries: { value: [iso2] } } })
      .inputs?.[0]?.inputs?.find(({ id }) => id === 'score/inherent/country')
      ?.inputs?.find(({ id }) => id === `score/inherent/country/${iso2}`);
  const [vietnam, taiwan] = [country('VN'), country('TW')];
  if (!vietnam || !taiwan) throw new Error('no country');
  expect(basedOn(vietnam)?.text).toBe('based on 6 of 6 indicators');
  expect(basedOn(taiwan)?.text).toMatch(/^based on [1-5] of 6 indicators$/);
  expect(basedOn(explain(input))).toBeNull();
});

test('the address of a table row survives odd keys', () => {
  const reference = {
    table: 'listed-goods',
    vintage: '2024-09',
    row: 'VN:Bricks & tiles',
    confidence: 'confirmed',
    producer: '',
    licence: '',
  } as const;
  const url = new URL(tableHref(reference), 'http://localhost');
  expect(url.searchParams.get('row')).toBe('VN:Bricks & tiles');
  expect(decodeURIComponent(url.hash)).toBe('#row-VN:Bricks & tiles');
});
