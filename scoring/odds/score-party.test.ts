import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ControlQuestion } from '../engine/control-credit.ts';
import { controlsOf } from '../engine/controls-of.ts';
import { extremeAnswer } from '../instruments/choices.ts';
import type { AssessInput, FindingGiven, PartyFacts, PlacedFacts } from '../types.ts';
import type { evidenceGrades } from '../vocabulary.ts';
import { corridorMonths } from './corridor-months.ts';
import { drawList, drawsOf } from './draws.ts';
import { numbersAt } from './parameters.ts';
import { magnitudeOf, peopleConcerned } from './people-concerned.ts';
import { scoreChildLabour } from './score-child.ts';
import { scoreParty } from './score-party.ts';

const asOf = '2026-12-01';
const numbers = numbersAt(asOf);
const score = (facts: PlacedFacts, more: Partial<AssessInput> = {}) => scoreParty({ asOf, facts, ...more }, { id: 'a' });
const inXinjiang = (facts: PartyFacts): PlacedFacts => ({ ...facts, subdivisions: { value: ['CN-XJ'] } });
const scoreOf = (...given: Parameters<typeof score>) => score(...given)?.score ?? Number.NaN;
const never = (): never => {
  throw new Error('not scored');
};
const mill: PartyFacts = { countries: { value: ['VN'] }, sector: { value: '1410' }, products: { value: ['garments'] } };
const finding = (more: Partial<FindingGiven> = {}): FindingGiven => ({
  id: 'f',
  grade: 'major',
  status: 'open',
  evidence: 'document-checked',
  ...more,
});
const yes = (question: string, evidence: (typeof evidenceGrades)[number]) => ({
  question,
  value: 'yes' as const,
  evidence,
  answeredOn: '2026-11-01',
});
const instrument = 'ilo-ten-principles@1.0.0';
const asked = ['P1.Q2', 'P2.Q1', 'P2.Q2', 'P3.Q1', 'P3.Q2', 'P4.Q1', 'P5.Q2', 'P6.Q1', 'P6.Q2', 'P7.Q1'];

describe('the score of a party', () => {
  it('is 50 plus its lines, and each line is shown, known or not', () => {
    const scored = score(mill);
    expect(scored?.lines.reduce((sum, { points }) => sum + points, 50)).toBeCloseTo(scored?.score ?? Number.NaN, 9);
    expect(scored?.lines.map(({ id }) => id)).toEqual([
      ...['country', 'sector', 'product', 'region', 'migrant', 'internal-migrant', 'debt', 'agency', 'subcontracting', 'housing'],
      ...['seasonal', 'vulnerable', 'voice', 'controls', 'findings'],
    ]);
    expect(scored?.lines.find(({ id }) => id === 'housing')).toEqual({ id: 'housing', points: 0, error: 4, isKnown: false });
  });

  it('is given with the country alone, with a wide interval, and not without one', () => {
    const alone = score({ countries: { value: ['VN'] } });
    expect(alone).toMatchObject({ basis: 'E' });
    expect(alone?.drawable.sector).toEqual({ code: null, error: numbers['R8.unknown-sector'] });
    expect(score({ sector: { value: '14' } })).toBeNull();
    expect(score({ countries: { value: ['ZZ'] } })).toBeNull();
  });

  it('takes the country with the most points of several sites', () => {
    expect(score({ ...mill, countries: { value: ['VN', 'KH'] } })?.readings.country.iso2).toBe('KH');
    // The good is listed for Viet Nam, so it counts as listed.
    expect(scoreOf({ ...mill, countries: { value: ['VN', 'KH'] } })).toBeGreaterThan(scoreOf({ ...mill, countries: { value: ['KH'] } }));
  });

  it('says what it rests on: the site, evidence, the workforce, place and sector, place alone', () => {
    const answered = (evidence: (typeof evidenceGrades)[number]) => score(mill, { instrument, answers: [yes('P1.Q2', evidence)] })?.basis;
    expect([answered('audit-unannounced'), answered('document-checked'), answered('self-declared')]).toEqual(['A', 'B', 'C']);
    expect(score({ ...mill, housing: { value: 'tied' } })?.basis).toBe('C');
    expect(score(mill)?.basis).toBe('D');
  });

  it('falls by at most 20 points with controls, by at most 3 with what is only claimed, and more with better evidence', () => {
    const by = (evidence: (typeof evidenceGrades)[number]) =>
      scoreOf(mill) - scoreOf(mill, { instrument, answers: asked.map((question) => yes(question, evidence)) });
    const falls = (['self-declared', 'document-uploaded', 'document-checked', 'audit-announced', 'audit-unannounced'] as const).map(by);
    expect(falls[0]).toBeGreaterThan(0);
    expect(falls[0]).toBeLessThanOrEqual(3 + 1e-9);
    expect(falls).toEqual([...falls].sort((a, b) => a - b));
    expect(falls.at(-1)).toBeLessThanOrEqual(20);
    const best = (question: ControlQuestion) => extremeAnswer({ type: question.scale, options: question.options }, 'best') ?? 'dont-know';
    const every = controlsOf(instrument).questions.map((question) => ({ ...yes(question.id, 'self-declared'), value: best(question) }));
    expect(scoreOf(mill) - scoreOf(mill, { instrument, answers: every })).toBeCloseTo(3, 9);
  });

  it('knows its controls once one is answered, and its findings once there is one', () => {
    const known = (more?: Partial<AssessInput>) =>
      score(mill, more)?.lines.flatMap(({ id, isKnown }) => (isKnown && (id === 'controls' || id === 'findings') ? id : []));
    expect(known()).toEqual([]);
    expect(known({ instrument })).toEqual([]);
    expect(known({ instrument, answers: [yes('P1.Q2', 'self-declared')] })).toEqual(['controls']);
    expect(known({ findings: [finding()] })).toEqual(['findings']);
  });

  it('rises with a finding, less once it is corrected, and by at most 25 with any number', () => {
    const open = scoreOf(mill, { findings: [finding()] }) - scoreOf(mill);
    const verified = scoreOf(mill, { findings: [finding({ status: 'verified', verifiedOn: '2026-11-01' })] }) - scoreOf(mill);
    expect(open).toBeGreaterThan(verified);
    expect(verified).toBeGreaterThan(0);
    const many = Array.from({ length: 40 }, (_, at) => finding({ id: `f${at}`, grade: 'critical', evidence: 'audit-unannounced' }));
    expect(scoreOf(mill, { findings: many }) - scoreOf(mill)).toBeLessThanOrEqual(25);
  });

  it('is raised to the floor of an override, and keeps the sum beside it', () => {
    const override = { id: 'o', code: 'O4' as const, since: '2026-11-01', reason: 'On the list.', evidence: 'document-checked' as const };
    const raised = score({ countries: { value: ['NO'] }, sector: { value: '62' } }, { overrides: [override] });
    expect(raised?.score).toBeGreaterThanOrEqual(80);
    expect(raised?.sum).toBeLessThan(20);
  });

  it('keeps the order of what lies below 0 and above 100', () => {
    const answers = asked.map((question) => yes(question, 'audit-unannounced'));
    const office: PartyFacts = {
      countries: { value: ['JP'] },
      sector: { value: '62' },
      migrantShare: { value: 0 },
      agencyShare: { value: 0 },
      workerVoice: { value: 'independent' },
    };
    const claims = score(office, { instrument, answers });
    expect(claims?.score).toBeLessThan(0);
    expect(Math.min(...drawsOf(drawList([claims?.drawable ?? never()], numbers), 0))).toBeLessThan(-10);
  });

  it('in a region under a presumption is sixteen times as likely, and marked as imposed by the state', () => {
    const cotton: PartyFacts = { countries: { value: ['CN'] }, sector: { value: '0116' }, products: { value: ['cotton'] } };
    expect(scoreOf(inXinjiang(cotton)) - scoreOf(cotton)).toBeCloseTo(40, 9);
    expect(score(inXinjiang(cotton))?.stateImposed.map(({ reason }) => reason)).toEqual(['region', 'government']);
    expect(score(mill)?.stateImposed).toEqual([]);
  });

  it('never falls when an adverse fact is reported, and does not depend on the order of lists', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.constantFrom('VN', 'MY', 'QA', 'DE'), (a, b, iso2) => {
        const at = (migrants: number) =>
          scoreOf({ ...mill, countries: { value: [iso2] }, migrantShare: { value: migrants }, migrantOrigins: { value: ['BD'] } });
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)) + 1e-9);
      }),
    );
    const goods = ['garments', 'cotton', 'bricks'];
    expect(scoreOf({ ...mill, products: { value: goods } })).toBe(scoreOf({ ...mill, products: { value: [...goods].reverse() } }));
  });
});

describe('child labour', () => {
  it('has a score of its own, by its own country blend, sector, flags and young workers', () => {
    const cocoa: PartyFacts = { countries: { value: ['GH'] }, sector: { value: '0127' }, products: { value: ['cocoa'] } };
    const scored = scoreChildLabour({ asOf, facts: cocoa });
    expect(scored?.lines.map(({ id }) => id)).toEqual(['country', 'sector', 'product', 'young-workers']);
    expect(scored?.lines.reduce((sum, { points }) => sum + points, 50)).toBeCloseTo(scored?.score ?? Number.NaN, 9);
    expect(scored?.lines.find(({ id }) => id === 'product')?.points).toBe(20);
    // Ghana's cocoa is listed for child labour; for forced labour only other countries' is.
    expect(score(cocoa)?.lines.find(({ id }) => id === 'product')?.points).toBe(4);
    const young = scoreChildLabour({ asOf, facts: { ...cocoa, vulnerableGroups: { value: ['under-18'] } } });
    expect((young?.score ?? 0) - (scored?.score ?? 0)).toBe(8);
    expect(scoreChildLabour({ asOf, facts: { sector: { value: '01' } } })).toBeNull();
  });

  it('puts a farm in Niger far above a software house in Norway', () => {
    const at = (iso2: string, sector: string) =>
      scoreChildLabour({ asOf, facts: { countries: { value: [iso2] }, sector: { value: sector } } })?.band;
    expect([at('NE', '01'), at('NO', '62')]).toEqual(['high', 'low']);
  });
});

describe('what the ledgers of recruiters say', () => {
  const plant: PlacedFacts = {
    ...{ countries: { value: ['JO'] }, sector: { value: '1410' }, migrantShare: { value: 0.6 }, migrantOrigins: { value: ['BD'] } },
  };
  const debtOf = (facts: PlacedFacts) => score(facts)?.lines.find(({ id }) => id === 'debt');

  it('counts instead of surveys, and more months of pay never lower the score', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), fc.double({ min: 0, max: 600, noNaN: true }), (one, other) => {
        const at = (value: number) => scoreOf({ ...plant, recruitmentCost: { value } });
        expect(at(Math.max(one, other))).toBeGreaterThanOrEqual(at(Math.min(one, other)));
      }),
    );
    // Four months: three times the odds among six of ten workers.
    expect(debtOf({ ...plant, recruitmentCost: { value: 4 } })).toMatchObject({ isKnown: true });
    expect(debtOf({ ...plant, recruitmentCost: { value: 4 } })?.points).toBeCloseTo(10 * Math.log2(1 + 0.6 * 2), 9);
    expect(debtOf({ ...plant, recruitmentCost: { value: 0 } })?.points).toBe(0);
  });

  it('cover the corridors that they name: surveys count for the others, and the worst of all counts', () => {
    const mill: PlacedFacts = {
      ...{ countries: { value: ['MY'] }, sector: { value: '22' }, migrantShare: { value: 0.6 } },
      migrantOrigins: { value: ['BD', 'NP'] },
    };
    const bangladesh = corridorMonths(['BD'], ['MY'], { division: '22', asOf })?.months ?? 0;
    expect(bangladesh).toBeGreaterThan(2);
    const pointsAt = (months: number) => 10 * Math.log2(1 + 0.6 * Math.min(4, 0.5 * months));
    const ledgers = (value: number, corridors?: string[]) =>
      debtOf({ ...mill, recruitmentCost: { value, ...(corridors ? { corridors } : {}) } })?.points;
    expect(ledgers(0.5, ['NP-MY'])).toBeCloseTo(pointsAt(bangladesh), 9);
    expect(ledgers(0.5, ['BD-MY', 'NP-MY'])).toBeCloseTo(pointsAt(0.5), 9);
    expect(ledgers(0.5)).toBeCloseTo(pointsAt(0.5), 9);
    expect(ledgers(bangladesh + 1, ['NP-MY'])).toBeCloseTo(pointsAt(bangladesh + 1), 9);
  });

  it('are shown beside the surveys that were read with them', () => {
    const surveys = (facts: PlacedFacts) =>
      score({ ...plant, ...facts })?.readings.debt?.surveys.map(({ origin, destination }) => `${origin}-${destination}`);
    expect(surveys({ recruitmentCost: { value: 4 } })).toEqual([]);
    expect(surveys({ recruitmentCost: { value: 4, corridors: ['NP-JO'] } })).toEqual(['BD-JO']);
    expect(surveys({ recruitmentCost: { value: 4, corridors: ['NP-JO'] }, migrantOrigins: { value: ['FR'] } })).toEqual([]);
  });

  it('count for the corridors that they name where no origin of migrants is known', () => {
    const { migrantOrigins: _origins, ...rest } = plant;
    expect(debtOf({ ...rest, recruitmentCost: { value: 4, corridors: ['NP-JO'] } })).toEqual(
      debtOf({ ...plant, recruitmentCost: { value: 4 } }),
    );
  });

  it('that were withdrawn count as last known, with all their doubt', () => {
    const known = debtOf({ ...plant, recruitmentCost: { value: 4 } });
    const last = debtOf({ ...plant, recruitmentCost: { value: 4, withdrawn: true } });
    expect(last).toMatchObject({ isKnown: false, points: known?.points });
    expect(last?.error).toBeGreaterThan(known?.error ?? 0);
  });
});

describe('people concerned', () => {
  it('are an order of magnitude with its ends, and nothing where the workers are not known', () => {
    const world = numbers['R4.world-odds'];
    expect(peopleConcerned(null, { score: 50, low: 40, high: 60 }, world)).toBeNull();
    // 1,000 workers at eight times the world's odds: some fifty people.
    const found = peopleConcerned(1_000, { score: 80, low: 50, high: 100 }, world);
    expect(found).toMatchObject({ magnitude: 'tens', low: 'one-or-few', high: 'hundreds' });
    expect(found?.expected).toBeCloseTo(48.3, 1);
    expect([0, 0.4, 5, 50, 500, 5_000, 50_000].map(magnitudeOf)).toEqual([
      ...['none-expected', 'none-expected', 'one-or-few', 'tens', 'hundreds', 'thousands', 'ten-thousands'],
    ]);
    expect([0.5, 10, 100, 1_000, 10_000].map(magnitudeOf)).toEqual(['one-or-few', 'tens', 'hundreds', 'thousands', 'ten-thousands']);
  });
});
