import Papa from 'papaparse';
import { expect, test } from 'vitest';
import {
  type AnswerGiven,
  type AnswerValue,
  assess,
  type EvidenceGrade,
  evidenceGrades,
  instrument,
  questionsOf,
  scoringInstrumentKeys,
} from '#scoring';
import { controlsCsv } from './controls-file.server';
import { readControls } from './read-controls.server';

const asOf = '2026-11-30';

type Row = Record<string, string>;
const rows = Papa.parse<Row>(controlsCsv(asOf).replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;

/** Value of an answer by its row of the file alone. */
function worthOf({ answer_values = '' }: Row, value: AnswerValue): number {
  if (answer_values.startsWith('percentage')) return Number(value) / 100;
  if (answer_values.startsWith('none ')) {
    // Ticks add up from what none of them is worth, from 0 to 1.
    const ticked = ['none', ...String(value).split(' ')];
    const parts = answer_values.split('; ').map((each) => each.split(' '));
    const sum = parts.reduce((total, [name = '', worth]) => total + (ticked.includes(name) ? Number(worth) : 0), 0);
    return Math.min(1, Math.max(0, sum));
  }
  return Number(
    answer_values
      .split('; ')
      .find((each) => each.startsWith(`${value} `))
      ?.split(' ')[1],
  );
}

const factors = readControls(asOf, 'en');

/** The points of controls by the page’s formula, from the rows of the file and its factors. */
function pointsByHand(key: string, answers: readonly AnswerGiven[]): number {
  const own = rows.filter(({ questionnaire, weight }) => questionnaire === key && Number(weight) > 0);
  const earned: Record<string, number> = {};
  for (const row of own) {
    const given = answers.find(({ question }) => question === row.key);
    if (!given) continue;
    const credit = worthOf(row, given.value) * factors.evidence[given.evidence];
    const sum = Number(row.weights_in_domain) + Number(row.weight_left_out);
    earned[given.evidence] =
      (earned[given.evidence] ?? 0) + (factors.most.all * (Number(row.domain_weight) / 100) * Number(row.weight) * credit) / sum;
  }
  const claimed = (earned.none ?? 0) + (earned['self-declared'] ?? 0);
  const checked = Object.entries(earned).reduce(
    (sum, [grade, each]) => sum + (grade === 'none' || grade === 'self-declared' ? 0 : each),
    0,
  );
  return -(Math.min(claimed, factors.most.claimed) + checked);
}

/** Answers with several values and types of evidence, which no rule limits. */
function answersTo(key: string, evidence: (at: number) => EvidenceGrade): AnswerGiven[] {
  const values: Record<string, readonly AnswerValue[]> = { G4: [4, 3, 2], YNP: ['yes', 'partial'], PCT: [100, 80], RF: ['no'] };
  const asked = questionsOf(instrument(key));
  // An option that leaves another question out, or voids it, is picked by none; everything is ticked, so that nothing is left out.
  const limiting = new Set([
    ...asked.flatMap(({ dependsOn }) => dependsOn?.unless.map((value) => `${dependsOn.question} ${value}`) ?? []),
    ...instrument(key).consistency.flatMap((rule) => ('is' in rule ? (rule.is ?? []).map((value) => `${rule.flag} ${value}`) : [])),
  ]);
  return asked.flatMap(({ key: question, type, options = [] }, at) => {
    const names = options.map(({ value }) => value).filter((value) => !limiting.has(`${question} ${value}`));
    const limits = instrument(key).consistency.some((rule) => 'by' in rule && rule.by === question);
    const offered = type === 'PICK' ? (limits ? names.slice(0, 1) : names) : type === 'TICKS' ? [names.join(' ')] : values[type];
    const value = offered?.[at % offered.length];
    return value === undefined ? [] : [{ question, value, evidence: evidence(at), answeredOn: asOf }];
  });
}

test.each(scoringInstrumentKeys())('%s: the file alone gives the points of controls', (key) => {
  for (const evidence of [
    () => 'self-declared' as const,
    () => 'audit-unannounced' as const,
    (at: number) => evidenceGrades[at % evidenceGrades.length] ?? 'none',
  ]) {
    const answers = answersTo(key, evidence);
    const result = assess({ asOf, facts: { countries: { value: ['VN'] } }, instrument: key, answers });
    expect(result.status === 'scored' && result.lines.controlCredit).toBeCloseTo(pointsByHand(key, answers), 0.9);
  }
});

test('every question of every version is in the file once, and the domains carry 100', () => {
  const keys = scoringInstrumentKeys().flatMap((key) => questionsOf(instrument(key)).map((question) => `${key} ${question.key}`));
  expect(rows.map(({ questionnaire, key }) => `${questionnaire} ${key}`)).toEqual(keys);
  for (const { domains, rows: questions } of factors.questionnaires) {
    expect(domains.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    for (const { domain, asked } of domains)
      expect(
        questions.reduce((sum, each) => sum + (each.domain === domain ? each.weight : 0), 0),
        domain,
      ).toBeCloseTo(asked);
  }
});

test('the most that all questions of a whole questionnaire can subtract is the most that controls subtract', () => {
  const whole = factors.questionnaires.find((each) => each.whole === null);
  expect(whole?.rows.reduce((sum, { mostPoints }) => sum + mostPoints, 0)).toBeCloseTo(factors.most.all, 4);
});

test('red flags earn nothing and name the finding they raise', () => {
  const flags = rows.filter(({ type }) => type === 'RF');
  expect(flags.length).toBeGreaterThan(5);
  for (const { key, weight, finding_grade } of flags) expect([key, weight, finding_grade !== '']).toEqual([key, '0', true]);
});
