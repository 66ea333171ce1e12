import { type EvidenceGrade, evidenceGrades, type Indicator, indicators as indicatorList, type OverrideCode } from '../vocabulary.ts';
import { compareText } from './compare-text.ts';
import { type Method, methodAt } from './method.ts';
import { step } from './piecewise.ts';
import { bandOf } from './score-band.ts';

/** Something that may harm people, somewhere: what is known of it. A missing key is unknown, never zero. */
export type SalienceIssue = {
  id: string;
  /** Signs of forced labour that it shows or threatens; the gravest counts. */
  indicators?: readonly Indicator[];
  /** Critical overrides in force (R7). */
  overrides?: readonly OverrideCode[];
  /** Severity and difficulty of remediation, 1 to 5, as judged by a person who knows the case; they override those of the indicators. */
  scale?: number;
  irremediability?: number;
  /** People affected, a whole number. */
  people?: number;
  /** Score of the party; null when it is not scored. */
  score?: number | null;
  /** The strongest evidence that it happens. */
  evidence?: EvidenceGrade;
};

export type SalienceNumber = 'scale' | 'scope' | 'irremediability' | 'likelihood';
export type Salience = {
  id: string;
  /** The four numbers, 1 to 5, 5 the worst; null where not known. */
  scale: number | null;
  scope: number | null;
  irremediability: number | null;
  likelihood: number | null;
  /** The larger of scale and irremediability; null while one that is not known could still be larger. */
  severity: number | null;
  /** The least that severity can be, from what is known; null when nothing is. */
  severityAtLeast: number | null;
  unknown: SalienceNumber[];
  /** What each number rests on, in English. */
  because: Partial<Record<SalienceNumber, string>>;
  /** 1 comes first; issues that nothing parts have the same rank. */
  rank: number;
};

/**
 * What to act on first (R9): by severity, then by how many people, then by likelihood, as the Guiding Principles ask; never by a product of the three.
 * The prior replaces an unknown number in the order only, and of like issues the one that is known comes first. Equal ones go by id.
 * Throws RangeError for a judgement outside 1 to 5, people that are no whole number, a score that is not a number, a word that is not in the lists, or two issues of one id.
 */
export function orderBySalience({ asOf, issues }: { asOf: string; issues: readonly SalienceIssue[] }): Salience[] {
  const method = methodAt(asOf);
  if (new Set(issues.map((each) => each.id)).size < issues.length) throw new RangeError('two issues have the same id');
  const prior = method.of['R9.prior'];
  const keyed = issues.map((issue) => {
    const weighed = weigh(issue, method);
    return { weighed, key: orderKey(weighed, prior) };
  });
  keyed.sort((a, b) => compareKeys(a.key, b.key) || compareText(a.weighed.id, b.weighed.id));
  let rank = 0;
  return keyed.map(({ weighed, key }, index) => {
    const before = keyed[index - 1];
    if (!before || compareKeys(before.key, key) !== 0) rank = index + 1;
    return { ...weighed, rank };
  });
}

type Weighed = Omit<Salience, 'rank'>;

function weigh(issue: SalienceIssue, method: Method): Weighed {
  const numbers: Record<SalienceNumber, Reading> = {
    scale: scaleOf(issue, method),
    scope: scopeOf(issue, method),
    irremediability: irremediabilityOf(issue, method),
    likelihood: likelihoodOf(issue, method),
  };
  const numberOf = (each: SalienceNumber) => numbers[each]?.value ?? null;
  const [scale, irremediability] = [numberOf('scale'), numberOf('irremediability')] as const;
  const known = [scale, irremediability].filter((each) => typeof each === 'number');
  const severityAtLeast = known.length === 0 ? null : Math.max(...known);
  return {
    id: issue.id,
    scale,
    scope: numberOf('scope'),
    irremediability,
    likelihood: numberOf('likelihood'),
    severity: known.length === 2 || severityAtLeast === 5 ? severityAtLeast : null,
    severityAtLeast,
    unknown: salienceNumbers.filter((each) => numbers[each] === null),
    because: Object.fromEntries(salienceNumbers.flatMap((each) => (numbers[each] ? [[each, numbers[each].because]] : []))),
  };
}

const salienceNumbers = ['scale', 'scope', 'irremediability', 'likelihood'] as const;
type Reading = { value: number; because: string } | null;

/** Severity: judged, else that of the most severe indicator; an override in force has at least the severity of its parameter. */
function scaleOf({ scale, indicators = [], overrides = [] }: SalienceIssue, { of }: Method): Reading {
  const judged = scale === undefined ? gravest(indicators, of['R9.scale']) : { value: grade(scale), because: 'judged by a person' };
  const code = [...overrides].sort()[0];
  if (code === undefined || (judged && judged.value >= of['R9.override-scale'])) return judged;
  return { value: of['R9.override-scale'], because: `override ${code} is in force` };
}

function irremediabilityOf({ irremediability, indicators = [] }: SalienceIssue, { of }: Method): Reading {
  if (irremediability !== undefined) return { value: grade(irremediability), because: 'judged by a person' };
  return gravest(indicators, of['R9.irremediability']);
}

function scopeOf({ people }: SalienceIssue, { of }: Method): Reading {
  if (people === undefined) return null;
  if (!(Number.isInteger(people) && people >= 0)) throw new RangeError(`${people} is not a number of people`);
  const { steps, beyond } = of['R9.scope'];
  return { value: step(steps, beyond, people), because: `${people} people affected` };
}

/** Likelihood: the band of the score, and at least what the evidence shows. */
function likelihoodOf({ score, evidence = 'none' }: SalienceIssue, method: Method): Reading {
  if (!evidenceGrades.includes(evidence)) throw new RangeError(`${String(evidence)} is not a grade of evidence`);
  const { bands, evidence: least } = method.of['R9.likelihood'];
  const shown: Reading = evidence === 'none' ? null : { value: least[evidence], because: `evidence that it happens: ${evidence}` };
  if (score === undefined || score === null) return shown;
  if (!Number.isFinite(score)) throw new RangeError(`the score ${score} is not a number`);
  const band = bandOf(score, method.of);
  return shown && shown.value > bands[band] ? shown : { value: bands[band], because: `score ${score}, ${band}` };
}

function gravest(shown: readonly Indicator[], grades: Record<Indicator, number>): Reading {
  let worst: Reading = null;
  for (const sign of [...shown].sort((a, b) => indicatorList.indexOf(a) - indicatorList.indexOf(b))) {
    if (!indicatorList.includes(sign)) throw new RangeError(`${String(sign)} is not one of the eleven signs`);
    if (!worst || grades[sign] > worst.value) worst = { value: grades[sign], because: `sign: ${sign}` };
  }
  return worst;
}

function grade(value: number): number {
  if (!(Number.isInteger(value) && value >= 1 && value <= 5)) throw new RangeError(`${value} is not one of the steps 1 to 5`);
  return value;
}

/** Numbers by which issues are put in order, largest first: each number with its prior, then whether it is known. */
function orderKey({ scale, irremediability, scope, likelihood, severity }: Weighed, prior: number): number[] {
  return [
    Math.max(scale ?? prior, irremediability ?? prior),
    scope ?? prior,
    likelihood ?? prior,
    ...[severity, scope, likelihood].map((each) => (each === null ? 0 : 1)),
  ];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = (b[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
}
