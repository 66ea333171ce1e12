import { expect, test } from 'vitest';
import { type AssessInput, assess, explain, scoreMany, engineVersion } from '#scoring';
import { earlierResultSchema } from '~/risk/scores/earlier-result';
import { storedResultSchema } from '~/questionnaires/responses/schema';
import { waterfallHref } from './addresses';
import { tableHref } from '~/risk/reference-tables/table-href';
import { describeChanges } from './describe-changes';
import { recomputeScore } from './recompute-score.server';
import { sensitivityOf } from './sensitivity.server';

const input: AssessInput = {
  asOf: '2026-11-24',
  facts: {
    countries: { value: ['VN'], source: 'a' },
    sector: { value: '1410', source: 'a' },
    housing: { value: 'tied', source: 'a' },
    agencyShare: { value: 0.35 },
  },
};
const scored = (given: AssessInput, engineVersion = '2.0.0') => {
  const [result] = scoreMany([given]);
  if (!result) throw new Error('no result');
  return { engineVersion, input: given, result };
};

test('names changes: method, facts by field, answers and findings by count, or only the day', () => {
  const before = scored(input);
  expect(describeChanges(before, scored({ ...input, asOf: '2026-11-25' }))).toEqual([{ kind: 'day' }]);
  const { housing: _, ...facts } = input.facts;
  const after = scored(
    {
      ...input,
      facts: { ...facts, agencyShare: { value: 0.35, source: 'another file' }, workerVoice: { value: 'none' } },
      findings: [{ id: 'f', grade: 'major', status: 'open', evidence: 'self-declared' }],
    },
    '2.1.0',
  );
  expect(describeChanges(before, after)).toEqual([
    { kind: 'method', from: '2.0.0', to: '2.1.0', isComparable: true },
    {
      ...{ kind: 'facts', fields: ['housing', 'workerVoice'] },
      moves: [
        { field: 'housing', from: 'tied', to: null },
        { field: 'workerVoice', from: null, to: 'none' },
      ],
    },
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

test('a result of an earlier method is read as a document, whatever was stored, and rejected as a current result', () => {
  const first = { status: 'scored', engineVersion: '1.0.0', score: 63.2, low: 49, high: 71.5, band: 'elevated', components: 'lost' };
  expect(storedResultSchema.safeParse(first).success).toBe(false);
  expect(earlierResultSchema.parse(first)).toEqual({
    ...{ status: 'scored', score: 63.2, low: 49, high: 71.5, band: 'elevated' },
    ...{ lines: null, components: [], confidence: null },
  });
  const lines = { inherent: 70, controlCredit: -6.8, findingsUplift: 0 };
  const component = { id: 'country', label: 'Country', points: 21, low: 19, high: 23, max: 30, known: true };
  const last = { ...first, engineVersion: '1.3.0', lines, components: [component], confidence: { grade: 'medium', value: 0.5 } };
  expect(earlierResultSchema.parse(last)).toMatchObject({
    lines: { ...lines, overrideUplift: 0 },
    components: [{ id: 'country', points: 21, known: true }],
    confidence: 'medium',
  });
  expect(storedResultSchema.safeParse(JSON.parse(JSON.stringify(scored(input).result))).success).toBe(true);
});

test('an override that was removed from a stored result is named as a difference', () => {
  const raised: AssessInput = {
    ...input,
    overrides: [{ id: 'a', code: 'O9', evidence: 'document-checked', since: '2026-11-01', reason: 'A complainant was dismissed.' }],
  };
  const { result } = scored(raised);
  expect(recomputeScore({ input: raised, result, engineVersion })).toMatchObject({ differences: [] });
  expect(recomputeScore({ input: raised, result: { ...result, overrides: [] }, engineVersion })).toMatchObject({
    differences: ['overrides'],
  });
});

test('a raised or withdrawn override is named as a change', () => {
  const raised = scored({
    ...input,
    overrides: [{ id: 'given:1', code: 'O2', evidence: 'audit-announced', since: '2026-11-01', reason: 'Signs of an audit.' }],
  });
  expect(describeChanges(scored(input), raised)).toEqual([{ kind: 'overrides', codes: ['O2'] }]);
  expect(describeChanges(raised, scored(input))).toEqual([{ kind: 'overrides', codes: ['O2'] }]);
  expect(describeChanges(raised, { ...raised, input: { ...raised.input, asOf: '2026-11-25' } })).toEqual([{ kind: 'day' }]);
});

test('a day before the method cannot be computed again, and the page shows so', () => {
  expect(recomputeScore({ ...scored(input), input: { ...input, asOf: '2001-01-01' } })).toMatchObject({ kind: 'impossible' });
});

test('the most effective changes of a score are listed with the wording of their questions', () => {
  const found = sensitivityOf({ input, responseId: null }, 'document-checked');
  expect(found).toMatchObject({ isAsked: false, evidence: 'document-checked' });
  const fields = found?.telling.map(({ field }) => field);
  expect(fields).toContain('migrantShare');
  expect(fields).not.toContain('housing');
  expect(found?.answers).toHaveLength(3);
  for (const { text, question, section } of found?.answers ?? []) expect([text === question, section]).not.toContain(true);
  expect(sensitivityOf({ input: { ...input, asOf: '2001-01-01' }, responseId: null }, 'document-checked')).toBeNull();
});

test('each bar of the waterfall links to a step of the calculation', () => {
  const ids: string[] = [];
  const collect = (node: ReturnType<typeof explain>): void => {
    ids.push(`#step-${node.id.replaceAll('/', '.')}`);
    node.inputs?.forEach(collect);
  };
  collect(explain(input));
  const result = assess(input);
  const components = result.status === 'scored' ? result.components.map(({ id }) => id) : [];
  expect(components).toHaveLength(13);
  for (const row of [...components, 'inherent', 'controlCredit', 'findingsUplift', 'overrideUplift', 'residual'])
    expect(ids).toContain(waterfallHref(row, { components, domains: [] }));
  expect(waterfallHref('inherent-rounding', { components, domains: [] })).toBeUndefined();
});

test('the address of a table row allows unusual keys', () => {
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
