import { describe, expect, it } from 'vitest';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { assess, type AssessInput, parameterAt, placeRange, referenceAt, type TraceNode } from '#scoring';
import { ScoreSummary } from '~/features/score/score-summary';
import { sensitivityOf } from '~/features/score/sensitivity.server';
import { stepUnit, stepValue } from '~/features/score/trace-words';

const asOf = '2026-11-25';
const codes = referenceAt('countries', asOf).rows.map(([iso2]) => String(iso2));

function nodesOf(node: TraceNode): TraceNode[] {
  return [node, ...(node.inputs ?? []).flatMap(nodesOf)];
}

/** A step as the page shows it: its words read back as numbers. */
function shownNumber(node: TraceNode | undefined): number {
  return Number(node === undefined ? Number.NaN : (stepValue(node) ?? '').replaceAll(',', ''));
}

describe('A23: any country, with a pocket calculator and what the page shows', () => {
  const countries = codes.map((code) => {
    const { trace } = assess({ asOf, facts: { countries: { value: [code] }, sector: { value: '14' } } });
    return { code, nodes: new Map(nodesOf(trace).map((node) => [node.id, node])) };
  });
  const prior = parameterAt('R8.prior', asOf).value.point;

  it('the indicators by their weights are the share, and thirty times the share are the points', () => {
    for (const { code, nodes } of countries) {
      const blend = nodes.get(`score/inherent/country/${code}`);
      const indicators = (blend?.inputs ?? []).filter(({ parameter }) => parameter === undefined);
      const isThin = blend?.inputs?.some(({ parameter }) => parameter?.id === 'R8.prior');
      const parts = indicators.flatMap((part) => {
        const weight = Number(/weight ([\d.]+)$/.exec(stepUnit(part)?.text ?? '')?.[1]);
        if (part.value !== null) return [{ share: shownNumber(part), weight }];
        return isThin ? [{ share: prior, weight }] : [];
      });
      const weight = parts.reduce((sum, part) => sum + part.weight, 0);
      const share = parts.reduce((sum, part) => sum + part.share * part.weight, 0) / weight;
      expect(Math.abs(share - shownNumber(blend)), code).toBeLessThanOrEqual(0.0001);
      expect(Math.abs(30 * shownNumber(blend) - shownNumber(nodes.get('score/inherent/country'))), code).toBeLessThanOrEqual(0.0516);
    }
  });

  it('every reading has its table, edition, producer and licence, and an indicator without one says why', () => {
    for (const { code, nodes } of countries) {
      const blend = nodes.get(`score/inherent/country/${code}`);
      const indicators = (blend?.inputs ?? []).filter(({ parameter }) => parameter === undefined);
      expect(indicators).toHaveLength(6);
      for (const { value, unknown, inputs = [] } of indicators) {
        const readings = inputs.filter(({ reference }) => reference !== undefined);
        if (value === null) expect(unknown, code).toBeTruthy();
        else expect(readings.length, code).toBeGreaterThan(0);
        for (const { reference } of readings) expect(Object.values(reference ?? {}).every((part) => part !== '')).toBe(true);
      }
    }
  });

  it('a place of which next to nothing is known is no good place', () => {
    for (const code of ['EH', 'GP', 'GI'])
      expect(shownNumber(countries.find((each) => each.code === code)?.nodes.get('score/inherent/country')), code).toBeGreaterThan(10);
  });
});

describe('A24: one thing less is known', () => {
  const whole: AssessInput['facts'] = {
    countries: { value: ['MY'] },
    sector: { value: '1040' },
    products: { value: ['Palm oil'] },
    migrantShare: { value: 0.1 },
    internalMigrantShare: { value: 0 },
    migrantOrigins: { value: ['BD'] },
    agencyShare: { value: 0.05 },
    subcontracting: { value: 'none' },
    housing: { value: 'none' },
    peakRatio: { value: 1 },
    vulnerableGroups: { value: [] },
    workerVoice: { value: 'independent' },
  };
  const scored = (facts: AssessInput['facts']) => {
    const { trace: _, ...result } = assess({ asOf, facts });
    return result;
  };
  const known = scored(whole);
  if (known.status !== 'scored') throw new Error('not scored');

  it.each(Object.keys(whole).filter((field) => !['countries', 'sector', 'internalMigrantShare'].includes(field)))(
    'without %s the page says of how many it speaks, the interval is wider, and nothing counts as zero',
    (field) => {
      const less = scored(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field)));
      if (less.status !== 'scored') throw new Error('not scored');
      expect(known.components.filter((each) => each.known)).toHaveLength(11);
      expect(renderToStaticMarkup(createElement(ScoreSummary, { result: less }))).toContain('based on 10 of 11 components');
      expect(less.coverage).toBeLessThan(known.coverage);
      expect(less.high - less.low).toBeGreaterThan(known.high - known.low);
      const hidden = less.components.find((each) => !each.known);
      expect(hidden?.points).toBe((hidden?.max ?? 0) / 2);
    },
  );

  it.each([
    ['countries', 'country-unknown'],
    ['sector', 'sector-unknown'],
  ] as const)('without %s there is no score, and the reason says so', (field, code) => {
    const less = scored(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field)));
    expect(less).toMatchObject({ status: 'not-scored' });
    expect(less.status === 'not-scored' && less.reasons.map((reason) => reason.code)).toContain(code);
    expect('score' in less).toBe(false);
  });

  it('below the floor of known weight there is no score', () => {
    const less = scored({ countries: { value: ['EH'] }, sector: { value: '03' } });
    expect(less.status === 'not-scored' && less.reasons.map((reason) => reason.code)).toEqual(['coverage-below-floor']);
  });
});

describe('A25: a supplier that was asked', () => {
  const instrument = 'ilo-ten-principles@1.0.0';
  const input: AssessInput = {
    asOf,
    facts: { countries: { value: ['VN'] }, sector: { value: '1410' }, products: { value: ['Garments'] }, agencyShare: { value: 0.35 } },
    instrument,
    answers: ['P1.Q1', 'P2.Q1', 'P6.Q1'].map((question) => ({
      question,
      value: 2,
      evidence: 'document-checked' as const,
      answeredOn: '2026-11-01',
    })),
    findings: [{ id: 'f', grade: 'major', status: 'open', evidence: 'document-checked' }],
  };
  const result = assess(input);
  if (result.status !== 'scored') throw new Error('not scored');
  const tenths = (values: readonly number[]) => values.reduce((sum, value) => sum + Math.round(value * 10), 0);

  it('has contributions that add up to its score, line by line and within the lines', () => {
    const { lines, components, domains, findings, score } = result;
    expect(tenths(Object.values(lines))).toBe(tenths([score]));
    expect(tenths(components.map(({ points }) => points))).toBe(tenths([lines.inherent]));
    expect(tenths(domains.map(({ credit }) => credit))).toBe(tenths([lines.controlCredit]));
    expect(tenths(findings.map(({ points }) => points))).toBe(tenths([lines.findingsUplift]));
    expect(lines.controlCredit).toBeLessThan(0);
  });

  it('is told the three answers to change, in words, with what each lowers', () => {
    const { answers, together } = sensitivityOf({ input, assessmentId: null }, 'document-checked') ?? { answers: [], together: null };
    expect(answers).toHaveLength(3);
    for (const { text, question, lowers } of answers) {
      expect(text).not.toBe(question);
      expect(lowers).toBeGreaterThan(0);
    }
    expect(together?.lowers).toBeGreaterThanOrEqual(answers[0]?.lowers ?? Number.POSITIVE_INFINITY);
  });
});

describe('A26: doubt', () => {
  const scoredIn = (code: string) => {
    const { trace: _, ...result } = assess({ asOf, facts: { countries: { value: [code] }, sector: { value: '14' } } });
    return result.status === 'scored' ? [{ code, ...result }] : [];
  };
  const once = codes.flatMap(scoredIn);

  it('the same seed gives the same interval, and the interval holds the score', () => {
    expect(once.length).toBeGreaterThan(150);
    expect(codes.flatMap(scoredIn)).toEqual(once);
    for (const { code, low, score, high } of once) expect(low <= score && score <= high, code).toBe(true);
  });

  it('parties whose intervals overlap are a tie, and who lies wholly above another comes before it', () => {
    const counts = {
      low: once.map(({ low }) => [low, 1] as const),
      high: once.map(({ high }) => [high, 1] as const),
    };
    const places = once.map(({ low, high }) => ({ low, high, ...placeRange({ low, high }, { lows: counts.low, highs: counts.high }) }));
    for (const one of places)
      for (const other of places)
        if (one.low > other.high) expect(one.best < other.best && one.worst < other.worst).toBe(true);
        else if (other.low <= one.high) expect(one.best <= other.worst && other.best <= one.worst).toBe(true);
  });
});
