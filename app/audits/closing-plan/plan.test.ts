import { describe, expect, it } from 'vitest';
import { planLine, signedPlan } from '../../../tests/factories/closing-plan';
import { changedFindings, emptyLine, missingIn, newestPlan, planHash, planRows, restsOnWorkers } from './plan';

const [a, b] = ['6f1c2d3e-0000-4000-8000-00000000000a', '6f1c2d3e-0000-4000-8000-00000000000b'];
const found = (key: string, grade: 'major' | 'critical' = 'major') => ({
  key,
  value: { grade, methods: ['documents'], legalReference: '', codeReference: '', question: null },
});
const lines = (given: Record<string, ReturnType<typeof planLine>>) => (key: string) => given[key] ?? null;

describe('the rows of a plan', () => {
  it('are the included findings alone, the worst grade first, each with the day it is due', () => {
    const rows = planRows(
      [found(a), found(b, 'critical'), found('c')],
      lines({ [a]: planLine(), [b]: planLine(), c: planLine({ isShown: false }) }),
      '2026-12-02',
    );
    expect(rows).toMatchObject([
      { finding: b, no: 1, dueOn: '2027-01-01' },
      { finding: a, no: 2 },
    ]);
  });

  it('are none while an included finding lacks something, or a site disagrees without a reason', () => {
    expect(planRows([found(a)], lines({ [a]: planLine({ action: '' }) }), '2026-12-02')).toBeNull();
    expect(missingIn(planLine({ site: 'disagrees' }))).toEqual(['remark']);
    expect(missingIn({ ...emptyLine, isShown: true })).toEqual(['what', 'requirement', 'action', 'responsible', 'site']);
  });
});

describe('a signature', () => {
  const { plan } = signedPlan({ [a]: planLine() });
  it('is bound to every word of the plan, whatever the order of its fields', async () => {
    expect(await planHash(plan)).toBe(await planHash(JSON.parse(JSON.stringify({ ...plan, rows: plan.rows, format: plan.format }))));
    expect(await planHash({ ...plan, agreedOn: '2026-12-03' })).not.toBe(await planHash(plan));
  });

  it('belongs to an earlier plan once a line changes, is added or left out, or its finding is withdrawn', () => {
    expect(changedFindings(plan, [found(a)], lines({ [a]: planLine() }))).toEqual([]);
    expect(changedFindings(plan, [found(a)], lines({ [a]: planLine({ timescale: '90' }) }))).toEqual([a]);
    expect(changedFindings(plan, [found(a, 'critical')], lines({ [a]: planLine() }))).toEqual([a]);
    expect(changedFindings(plan, [found(a), found(b)], lines({ [a]: planLine(), [b]: planLine() }))).toEqual([b]);
    expect(changedFindings(plan, [], lines({ [a]: planLine() }))).toEqual([a]);
  });

  it('counts in its highest version, the same on every device', () => {
    const version = (number: number, hash: string) => ({ plan: { ...plan, version: number }, hash });
    const all = [version(1, 'a'), version(2, 'c'), version(2, 'b')];
    expect(newestPlan(all)?.hash).toBe('b');
    expect(newestPlan([...all].reverse())?.hash).toBe('b');
    expect(newestPlan([])).toBeNull();
  });
});

it('recognises a finding that rests on what workers said alone', () => {
  const by = (...methods: string[]) => restsOnWorkers({ ...found(a).value, methods });
  expect([by('workers'), by('workers', 'worker-representatives'), by('workers', 'documents'), by()]).toEqual([true, true, false, false]);
});
