import { traceAnswers } from '../engine/trace-controls.ts';
import { tidy } from '../engine/trace-node.ts';
import { overrideNodes } from '../engine/trace-overrides.ts';
import type { TraceNode } from '../types.ts';
import { deviationOf } from './interval.ts';
import type { Component, HasScore, Scored } from './result.ts';
import { componentFields, scoreOf } from './score.ts';
import type { Readings } from './score-party.ts';
import { numberNode, numberNodes, ratioNode } from './trace-number.ts';
import { traceCountry, traceProduct, traceRegion, traceSector } from './trace-place.ts';
import { traceWorkforce } from './trace-workforce.ts';
import { inTablesOf, type Work } from './work.ts';

/** The whole calculation of one input as a tree, from the score down to rows of tables, dated numbers and the caller's facts. */
export function traceOf(work: Work): TraceNode {
  return inTablesOf(work.input, () => trace(work));
}

function trace(work: Work): TraceNode {
  const scored = scoreOf(work);
  const { party } = work;
  if (scored.status === 'not-scored' || !party)
    return {
      id: 'score',
      rule: 'R8',
      label: 'Not scored',
      value: null,
      unknown: scored.status === 'not-scored' ? scored.reasons.map(({ text }) => text).join(' ') : '',
      inputs: work.overrides.all.length > 0 ? [traceOverrides(work, scored)] : [],
    };
  return {
    id: 'score',
    rule: 'R8',
    label: 'Points of place, workforce, controls, findings and overrides added up; ten points double the odds',
    value: scored.score,
    unit: 'points, 50 is the average worker of the world',
    inputs: [
      traceInherent(work, scored, party.readings),
      traceControls(work, scored, party.readings),
      traceFindings(work, scored, party.readings),
      traceOverrides(work, scored),
      traceInterval(work, scored),
      {
        id: 'score/basis',
        rule: 'R8',
        label:
          scored.basis.loweredBy === undefined
            ? 'What the score rests on'
            : `What the score rests on, lowered by ${scored.basis.loweredBy}`,
        value: scored.basis.grade,
      },
      traceProbability(work, scored),
    ],
  };
}

function traceInherent(work: Work, scored: HasScore, readings: Readings): TraceNode {
  const path = 'score/inherent';
  return {
    id: path,
    rule: 'R4',
    label: 'Inherent risk: 50 and the points of place and workforce',
    value: scored.lines.inherent,
    unit: 'points',
    inputs: [
      { id: `${path}/world`, rule: 'R4', label: 'The average worker of the world', value: 50, unit: 'points' },
      ...scored.components.map((component) => traceComponent(component, work, readings)),
    ],
  };
}

function traceComponent({ id, rule, label, points, error, known }: Component, work: Work, readings: Readings): TraceNode {
  const path = `score/inherent/${id}`;
  const inputs = () => {
    if (id === 'country') return traceCountry(path, work, readings);
    if (id === 'sector') return traceSector(path, work, readings);
    if (id === 'product') return traceProduct(path, work, readings);
    return id === 'region' ? traceRegion(path, work, readings) : traceWorkforce(id, path, work, readings);
  };
  return {
    ...{ id: path, rule, label, value: points, unit: `points, standard deviation ${tidy(error)}` },
    ...(known ? {} : { unknown: unknownOf(id, work, readings) }),
    inputs: [ratioNode(path, rule, points), ...inputs()],
  };
}

/** Why a line is not known, and what that does to points and interval. */
function unknownOf(id: Component['id'], { input: { facts } }: Work, { country, debt }: Readings): string {
  const isWithdrawn =
    id === 'debt' ? debt !== null && (facts.recruitmentCost ?? facts.migrantOrigins)?.withdrawn : facts[componentFields[id]]?.withdrawn;
  if (isWithdrawn) return 'Withdrawn: the last known value, which never counts for less than nothing known.';
  if (id === 'region')
    return 'No place is given, or no region under a presumption of law was recognised from it: adds nothing and does not widen the interval.';
  if (id === 'debt' && debt !== null)
    return `Share of migrants not known: the usual share of the country, ${tidy(country.migrants.share)}, is used; the points count and the interval is wider.`;
  return 'Not known: what is usual there is in country and sector already; the interval is widened.';
}

function traceControls(work: Work, scored: HasScore, { effectiveness, controls }: Readings): TraceNode {
  const path = 'score/credit';
  const { asOf, instrument } = work.input;
  const byEvidence = Object.entries(controls.byEvidence).filter(([, points]) => points !== 0);
  return {
    id: path,
    rule: 'R5',
    label: instrument === undefined ? 'Controls: nothing was asked yet' : `Controls from ${instrument}`,
    value: scored.lines.controlCredit,
    unit: `points for an effectiveness of ${tidy(effectiveness.point)}`,
    inputs: [
      ...traceAnswers(path, {
        domains: scored.domains,
        effectiveness,
        unit: (weight, point) => `points for weight ${weight}/100 x ${tidy(point)}`,
      }),
      ...byEvidence.map(
        ([evidence, points]): TraceNode => ({
          id: `${path}/by-${evidence}`,
          rule: 'R5',
          label: `Points that rest on evidence of the kind ${evidence}`,
          value: tidy(points),
          unit: 'points',
        }),
      ),
      ...numberNodes(path, ['R5.most', 'R5.truth'], asOf),
    ],
  };
}

function traceFindings(work: Work, scored: HasScore, { findings, combined }: Readings): TraceNode {
  const path = 'score/findings';
  return {
    id: path,
    rule: 'R6',
    label: findings.length === 0 ? 'Findings: none' : `Findings: together ${tidy(combined)} of 100, with diminishing returns`,
    value: scored.lines.findingsUplift,
    unit: 'points',
    inputs: [
      ...findings.map(
        (each, at): TraceNode => ({
          id: `${path}/${each.finding.id}`,
          rule: 'R6',
          label: `${each.finding.grade}, ${each.finding.status}${each.finding.repeated ? ', repeated' : ''}: severity ${each.severity} x evidence ${each.evidence} x status ${tidy(each.status)}`,
          value: scored.findings[at]?.points ?? 0,
          unit: `points for ${tidy(each.points)} of 100`,
          fact: each.finding.source === undefined ? { field: 'finding' } : { field: 'finding', source: each.finding.source },
        }),
      ),
      numberNode(path, 'R6.most', work.input.asOf),
    ],
  };
}

function traceOverrides({ input, overrides }: Work, scored: Scored): TraceNode {
  return overrideNodes({ overrides, asOf: input.asOf, uplift: scored.status === 'scored' ? scored.lines.overrideUplift : null });
}

function traceInterval({ input, party }: Work, scored: HasScore): TraceNode {
  const path = 'score/interval';
  return {
    id: path,
    rule: 'R8',
    label: '90 % interval: errors of all lines, and claims true or false at the rates of their evidence',
    value: `${scored.low.toFixed(1)} to ${scored.high.toFixed(1)}`,
    unit: 'points',
    inputs: [
      {
        id: `${path}/deviation`,
        rule: 'R8',
        label: 'Standard deviation of all lines together',
        value: tidy(party ? deviationOf(party.drawable) : 0),
        unit: 'points',
      },
      ...numberNodes(path, ['R8.draws', 'R5.truth', 'R8.bands'], input.asOf),
    ],
  };
}

function traceProbability({ input }: Work, { probability }: HasScore): TraceNode {
  const path = 'score/probability';
  return {
    id: path,
    rule: 'R8',
    label: 'Probability that a worker there is in forced labour, from public evidence and what is known of this party: not a finding',
    value: tidy(probability.point),
    unit: `0 to 1, between ${tidy(probability.low)} and ${tidy(probability.high)}`,
    inputs: [numberNode(path, 'R4.world-odds', input.asOf)],
  };
}
