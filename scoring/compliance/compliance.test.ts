import { describe, expect, it } from 'vitest';
import { complianceClusters, compliancePoints } from '../reference/at.ts';
import { type AskedQuestion, type ComplianceAnswer, findingOf, mergeFindings } from './finding-of.ts';
import { compareWithPeers, type FactoryAssessment, industryRates, latestOfEach, ratesByCycle } from './industry-rates.ts';
import { knownQuestions } from './known-questions.ts';
import { overridesFromCompliance } from './overrides-from-compliance.ts';
import { readFactory } from './read-factory.ts';

const asOf = '2026-11-25';
const questions: AskedQuestion[] = [...knownQuestions(asOf), { code: 'workers', kind: 'fact-gathering' }];
const read = (answers: ComplianceAnswer[]) => readFactory({ asOf, questions, answers });
const say = (answers: Record<string, string | number>): ComplianceAnswer[] =>
  Object.entries(answers).map(([question, answer]) => ({ question, answer }));
const pointOf = (answers: Record<string, string | number>, code: string) => read(say(answers)).points.find((each) => each.code === code);

describe('the points', () => {
  it('are 38 in eight clusters', () => {
    const points = compliancePoints(asOf);
    const sizes = complianceClusters.map((cluster) => points.filter((each) => each.cluster === cluster).length);
    expect(sizes).toEqual([3, 4, 4, 5, 7, 4, 8, 3]);
    expect(points.filter(({ publicItems }) => publicItems)).toHaveLength(17);
  });

  it('of forced and child labour have questions, five of which the zero-tolerance protocol names', () => {
    expect(knownQuestions(asOf)).toHaveLength(28);
    expect(
      knownQuestions(asOf)
        .filter(({ isZeroTolerance }) => isZeroTolerance)
        .map(({ code }) => code),
    ).toEqual(['BW.FL.1.b', 'BW.FL.1.f', 'BW.FL.1.i', 'BW.CL.1.a', 'BW.CL.2.c']);
  });
});

describe('a finding', () => {
  it('is the answer against what the question holds as bad', () => {
    const [leave, limits] = [knownQuestions(asOf)[0], knownQuestions(asOf)[3]];
    if (!leave || !limits) throw new Error('no questions');
    expect([findingOf(leave, 'no'), findingOf(leave, 'yes'), findingOf(limits, 'yes'), findingOf(limits, 'no')]).toEqual([1, 0, 1, 0]);
    expect([findingOf(leave, 'not-applicable'), findingOf(leave, 'not-assessed')]).toEqual([null, null]);
    expect(() => findingOf(leave, 'maybe')).toThrow(RangeError);
  });

  it('joined with others is bad when any is, and nothing when none was assessed', () => {
    expect([mergeFindings([0, 1, null]), mergeFindings([0, null]), mergeFindings([null]), mergeFindings([])]).toEqual([1, 0, null, null]);
  });
});

describe('a factory', () => {
  it('has a point non-compliant by one bad question, and says which', () => {
    expect(pointOf({ 'BW.FL.2.a': 'yes', 'BW.FL.2.c': 'no', 'BW.FL.2.d': 'not-applicable' }, 'BW.FL.2')).toMatchObject({
      nonCompliant: true,
      assessed: ['BW.FL.2.a', 'BW.FL.2.c'],
      because: ['BW.FL.2.c'],
    });
    expect(pointOf({ 'BW.FL.2.a': 'yes' }, 'BW.FL.2')?.nonCompliant).toBe(false);
  });

  it('has no verdict and no rate where nothing was assessed', () => {
    const reading = read(say({ 'BW.FL.2.a': 'not-assessed' }));
    expect(reading.points.find(({ code }) => code === 'BW.FL.2')?.nonCompliant).toBeNull();
    expect(reading.clusters.find(({ cluster }) => cluster === 'forced-labour')).toEqual({
      cluster: 'forced-labour',
      nonCompliant: 0,
      assessed: 0,
      rate: null,
    });
    expect(reading.overall.rate).toBeNull();
  });

  it('has rates of points within each cluster and in all', () => {
    const reading = read(say({ 'BW.FL.2.a': 'no', 'BW.FL.3.a': 'yes', 'BW.FL.4.a': 'yes', 'BW.CL.3.a': 'yes' }));
    expect(reading.clusters.find(({ cluster }) => cluster === 'forced-labour')).toMatchObject({
      nonCompliant: 2,
      assessed: 3,
      rate: 2 / 3,
    });
    expect(reading.overall).toEqual({ nonCompliant: 2, assessed: 4, rate: 0.5 });
  });

  it('refuses an answer nobody asked for, and a question of no point', () => {
    expect(() => read(say({ 'BW.FL.9.z': 'yes' }))).toThrow(RangeError);
    const lost: AskedQuestion = { code: 'X', point: 'BW.XX.1', kind: 'non-compliance', nonCompliantWhen: 'no' };
    expect(() => readFactory({ asOf, questions: [lost], answers: [] })).toThrow(RangeError);
  });
});

describe('a point with a zero-tolerance question', () => {
  const notStated = { nonCompliant: null, isNotStated: true, assessed: [], because: [] };
  const worst = { 'BW.CL.1.a': 'yes', 'BW.CL.1.b': 'yes', 'BW.FL.1.b': 'no', 'BW.FL.1.c': 'no', 'BW.CL.3.a': 'yes' };

  it('is not stated, whatever was answered to its questions, and when nothing was', () => {
    for (const answers of [worst, { ...worst, 'BW.CL.1.a': 'no', 'BW.FL.1.b': 'yes' }, {}])
      for (const code of ['BW.CL.1', 'BW.CL.2', 'BW.FL.1']) expect(pointOf(answers, code), code).toMatchObject(notStated);
    expect(pointOf(worst, 'BW.CL.3')).toMatchObject({ nonCompliant: false, isNotStated: false });
  });

  it('is in no rate: a child found at work is not counted among points without non-compliance', () => {
    const reading = read(say(worst));
    const children = { nonCompliant: 0, assessed: 1, rate: 0 };
    expect(reading.clusters.find(({ cluster }) => cluster === 'child-labour')).toMatchObject(children);
    expect(reading.overall).toEqual(children);
    expect(read(say({ 'BW.CL.1.a': 'yes', 'BW.CL.1.b': 'yes' })).overall.rate).toBeNull();
  });
});

describe('zero tolerance', () => {
  const facts = { id: 'visit-1', since: '2026-11-01', evidence: 'audit-unannounced' as const, asOf };

  it('is listed outside the rates and triggers O1, with O3 for children', () => {
    const reading = read(say({ 'BW.FL.1.b': 'no', 'BW.CL.1.a': 'yes', 'BW.FL.1.f': 'no' }));
    expect(reading.zeroTolerance).toEqual(['BW.CL.1.a', 'BW.FL.1.b']);
    expect(overridesFromCompliance(reading, facts).map(({ id, code }) => [id, code])).toEqual([
      ['O1:visit-1:BW.CL.1.a', 'O1'],
      ['O3:visit-1:BW.CL.1.a', 'O3'],
      ['O1:visit-1:BW.FL.1.b', 'O1'],
    ]);
    expect(overridesFromCompliance(read(say({ 'BW.FL.1.a': 'no' })), facts)).toEqual([]);
  });

  it('of a question that only the tool of a country marks so triggers O1', () => {
    const locked: AskedQuestion = {
      code: 'exits',
      point: 'BW.OS.8',
      kind: 'non-compliance',
      nonCompliantWhen: 'no',
      isZeroTolerance: true,
    };
    const reading = readFactory({ asOf, questions: [locked], answers: [{ question: 'exits', answer: 'no' }] });
    expect(overridesFromCompliance(reading, facts).map(({ code }) => code)).toEqual(['O1']);
  });
});

describe('an industry', () => {
  const visit = (id: string, factory: string, on: string, answers: Record<string, string>): FactoryAssessment => ({
    id,
    factory,
    on,
    reading: read(say(answers)),
  });
  const period = { from: '2026-01-01', to: '2026-12-31' };
  const bad = { 'BW.FL.2.c': 'no', 'BW.FL.2.a': 'yes' };
  const good = { 'BW.FL.2.c': 'yes', 'BW.FL.2.a': 'not-assessed' };
  const visits = [
    visit('1', 'a', '2026-01-01', bad),
    visit('2', 'a', '2026-12-31', good),
    visit('3', 'b', '2026-05-01', bad),
    visit('4', 'c', '2025-12-31', bad),
    visit('5', 'd', '2026-05-01', { 'BW.CL.3.a': 'yes' }),
    visit('6', 'a', '2027-01-01', bad),
  ];

  it('counts each factory once, by its latest assessment in the period', () => {
    expect(latestOfEach(visits, period).map(({ id }) => id)).toEqual(['2', '3', '5']);
    expect(latestOfEach([visit('8', 'a', '2026-05-01', bad), visit('7', 'a', '2026-05-01', good)], period).map(({ id }) => id)).toEqual([
      '8',
    ]);
    const { factories, points } = industryRates(visits, period);
    expect(factories).toBe(3);
    expect(points.find(({ code }) => code === 'BW.FL.2')).toEqual({ code: 'BW.FL.2', nonCompliant: 1, assessed: 2, rate: 0.5 });
    expect(points.find(({ code }) => code === 'BW.FL.4')).toEqual({ code: 'BW.FL.4', nonCompliant: 0, assessed: 0, rate: null });
  });

  it('has rates of questions over the questionnaires in which they were assessed', () => {
    const { questions: rates } = industryRates(visits, period);
    expect(rates.find(({ code }) => code === 'BW.FL.2.c')).toEqual({ code: 'BW.FL.2.c', nonCompliant: 1, assessed: 2, rate: 0.5 });
    expect(rates.find(({ code }) => code === 'BW.FL.2.a')).toEqual({ code: 'BW.FL.2.a', nonCompliant: 0, assessed: 1, rate: 0 });
    expect(rates.some(({ code }) => code === 'workers')).toBe(false);
  });

  it('shows peers only where five others were assessed on the point', () => {
    const five = ['b', 'c', 'd', 'e', 'f'].map((factory, index) => visit(factory, factory, '2026-03-01', index < 2 ? bad : good));
    const options = { factory: 'a', ...period, asOf };
    const own = visit('own', 'a', '2026-02-01', bad);
    const of = (list: FactoryAssessment[]) => compareWithPeers(list, options).find(({ code }) => code === 'BW.FL.2');
    expect(of([own, ...five])).toEqual({ code: 'BW.FL.2', own: true, peers: { nonCompliant: 2, assessed: 5, rate: 0.4 } });
    expect(of([own, ...five.slice(1)])).toEqual({ code: 'BW.FL.2', own: true, peers: { nonCompliant: null, assessed: 4, rate: null } });
    expect(compareWithPeers(five, options)).toEqual([]);
  });

  it('compares cycles over factories that have all of them', () => {
    const twice = [visit('1', 'a', '2025-01-01', bad), visit('2', 'a', '2026-01-01', good), visit('3', 'b', '2026-01-01', bad)];
    const cycles = ratesByCycle([...twice].reverse(), 2);
    expect(cycles.map(({ factories, points }) => [factories, points.find(({ code }) => code === 'BW.FL.2')?.rate])).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect(ratesByCycle(twice, 3).map(({ factories }) => factories)).toEqual([0, 0, 0]);
  });
});
