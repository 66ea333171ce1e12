import { describe, expect, it } from 'vitest';
import { assess, type AssessInput, rankList, referenceAt, scoreMany, type TraceNode } from '#scoring';
import { sensitivityOf } from '~/risk/scores/sensitivity.server';

const asOf = '2026-11-30';
const codes = referenceAt('countries', asOf).rows.map(([iso2]) => String(iso2));

const nodesOf = (node: TraceNode): TraceNode[] => [node, ...(node.inputs ?? []).flatMap(nodesOf)];
const numberAt = (nodes: ReadonlyMap<string, TraceNode>, id: string): number => Number(nodes.get(id)?.value ?? Number.NaN);

describe('A23: any country, with a pocket calculator and what the page shows', () => {
  const countries = codes.flatMap((code) => {
    const { trace, ...result } = assess({ asOf, facts: { countries: { value: [code] }, sector: { value: '14' } } });
    return result.status === 'scored' ? [{ code, nodes: new Map(nodesOf(trace).map((node) => [node.id, node])) }] : [];
  });
  const parts = ['governance', 'trafficking', 'informality'];

  it('value less mean over deviation, times 12, over the available measures, is the points of each measure', () => {
    expect(countries.length).toBeGreaterThan(180);
    for (const { code, nodes } of countries) {
      const at = (part: string) => `score/inherent/country/${code}/${part}`;
      const held = parts.filter((part) => nodes.get(at(part))?.value !== null);
      for (const part of held) {
        const [value, mean, deviation] = ['value', 'mean', 'deviation'].map((of) => numberAt(nodes, `${at(part)}/${of}`));
        const points = (12 * ((value ?? 0) - (mean ?? 0))) / (deviation ?? 0) / held.length;
        expect(Math.abs(points - numberAt(nodes, at(part))), `${code} ${part}`).toBeLessThan(0.02);
      }
    }
  });

  it('measures, migrants, sponsorship, named government and calibration add up to the points of the country', () => {
    for (const { code, nodes } of countries) {
      const own = nodes.get(`score/inherent/country/${code}`);
      const lines = (own?.inputs ?? []).filter(({ parameter }) => parameter === undefined);
      const sum = lines.reduce((total, { value }) => total + Number(value ?? 0), 0);
      expect(Math.abs(sum - Number(own?.value)), code).toBeLessThan(0.01);
    }
  });

  it('every reading has its table, edition, producer and licence, and a measure without one shows why', () => {
    for (const { code, nodes } of countries)
      for (const part of parts) {
        const node = nodes.get(`score/inherent/country/${code}/${part}`);
        const reference = nodes.get(`score/inherent/country/${code}/${part}/value`)?.reference;
        if (node?.value === null) expect(node.unknown, code).toBeTruthy();
        else
          expect(
            Object.values(reference ?? { none: '' }).every((cell) => cell !== ''),
            code,
          ).toBe(true);
      }
  });
});

describe('A24: one fact less is known', () => {
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
  const scored = (facts: AssessInput['facts']) => scoreMany([{ asOf, facts }])[0];
  const known = scored(whole);
  if (known?.status !== 'scored') throw new Error('not scored');

  it.each(Object.keys(whole).filter((field) => field !== 'countries'))(
    'without %s the interval is no narrower, and the row adds nothing',
    (field) => {
      const less = scored(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field)));
      if (less?.status !== 'scored') throw new Error('not scored');
      expect(less.high - less.low).toBeGreaterThanOrEqual(known.high - known.low);
      expect(less.missing).toContain(field);
      for (const { id, known: isKnown, points } of less.components) if (!isKnown && id !== 'debt') expect(points, id).toBe(0);
    },
  );

  it('without a country there is no score, and the reason is shown', () => {
    const { countries: _, ...less } = whole;
    expect(scored(less)).toMatchObject({ status: 'not-scored', reasons: [{ code: 'country-unknown' }] });
  });

  it('with a country alone the score is based on E', () => {
    expect(scored({ countries: { value: ['MY'] } })).toMatchObject({ status: 'scored', basis: { grade: 'E' } });
  });
});

describe('A25: a supplier with a response', () => {
  const input: AssessInput = {
    asOf,
    facts: { countries: { value: ['VN'] }, sector: { value: '1410' }, products: { value: ['Garments'] }, agencyShare: { value: 0.35 } },
    instrument: 'ilo-ten-principles@1.0.0',
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

  it('has contributions that add up to its score, row by row and within the rows', () => {
    const { lines, components, domains, findings, score } = result;
    expect(tenths(Object.values(lines))).toBe(tenths([score]));
    expect(500 + tenths(components.map(({ points }) => points))).toBe(tenths([lines.inherent]));
    expect(tenths(domains.map(({ credit }) => credit))).toBe(tenths([lines.controlCredit]));
    expect(tenths(findings.map(({ points }) => points))).toBe(tenths([lines.findingsUplift]));
    expect(lines.controlCredit).toBeLessThan(0);
  });

  it('sees the three answers to change, as text, with the effect of each', () => {
    const { answers, together } = sensitivityOf({ input, responseId: null }, 'document-checked') ?? { answers: [], together: null };
    expect(answers).toHaveLength(3);
    for (const { text, question, lowers } of answers) {
      expect(text).not.toBe(question);
      expect(lowers).toBeGreaterThan(0);
    }
    expect(together?.lowers).toBeGreaterThanOrEqual(answers[0]?.lowers ?? Number.POSITIVE_INFINITY);
  });
});

describe('A26: uncertainty', () => {
  const parties = codes.map((id) => ({ id, input: { asOf, facts: { countries: { value: [id] }, sector: { value: '14' } } } }));
  const once = rankList(parties, { asOf });

  it('is the same in every run and in any order, and an interval contains its score', () => {
    const again = new Map(rankList([...parties].reverse(), { asOf }).map((each) => [each.id, each]));
    for (const each of once) {
      expect(again.get(each.id)).toEqual(each);
      if (each.scored.status !== 'scored') continue;
      expect(each.scored.low <= each.scored.score && each.scored.score <= each.scored.high, each.id).toBe(true);
    }
  });

  it('gives a country whose interval is entirely above another the better ranks', () => {
    const placed = once.flatMap(({ scored, place }) => (scored.status === 'scored' && place ? [{ ...scored, place }] : []));
    for (const one of placed)
      for (const other of placed)
        if (one.low > other.high) expect(one.place.best <= other.place.best && one.place.worst < other.place.worst).toBe(true);
  });
});
