import type { Scored, TraceNode } from '../types.ts';
import { scoreOf } from './score.ts';
import { traceControls, traceFindings } from './trace-controls.ts';
import { traceComponents } from './trace-inherent.ts';
import { parameterNode, tidy } from './trace-node.ts';
import { traceOverrides } from './trace-overrides.ts';
import type { Work } from './work.ts';

/** The whole calculation of one input as a tree, from the score down to rows of tables, dated numbers and the caller's facts. */
export function traceOf(work: Work): TraceNode {
  const scored = scoreOf(work);
  const { asOf } = work.input;
  const inherent: TraceNode = {
    id: 'score/inherent',
    rule: 'R4',
    label: 'Inherent risk: components added up',
    value: scored.status === 'scored' ? scored.lines.inherent : null,
    unit: 'points of 100',
    inputs: [...traceComponents(work, scored.components), parameterNode('score/inherent', 'R4.weights', asOf)],
  };
  if (scored.status === 'not-scored') {
    return {
      id: 'score',
      rule: 'R8',
      label: 'Not scored',
      value: null,
      unknown: scored.reasons.map((each) => each.text).join(' '),
      inputs: [inherent, coverageNode(work, scored), ...(work.overrides.all.length > 0 ? [traceOverrides(work, scored)] : [])],
    };
  }
  return {
    id: 'score',
    rule: 'R8',
    label: 'Residual risk: inherent risk, control credit, findings uplift and critical overrides added up',
    value: scored.score,
    unit: 'points of 100',
    inputs: [
      inherent,
      traceControls(work, scored),
      traceFindings(work, scored),
      traceOverrides(work, scored),
      intervalNode(work, scored),
      coverageNode(work, scored),
      confidenceNode(work, scored),
    ],
  };
}

type IsScored = Extract<Scored, { status: 'scored' }>;

function intervalNode({ inherent, controls, input }: Work, scored: IsScored): TraceNode {
  const path = 'score/interval';
  return {
    id: path,
    rule: 'R8',
    label: 'Interval: all unknowns at best and at worst, and the draws over measured errors',
    value: `${scored.low.toFixed(1)} to ${scored.high.toFixed(1)}`,
    unit: 'points of 100',
    inputs: [
      {
        id: `${path}/low`,
        rule: 'R8',
        label: 'Inherent points with all unknowns at best',
        value: tidy(inherent.low),
        unit: 'points of 100',
      },
      {
        id: `${path}/high`,
        rule: 'R8',
        label: 'Inherent points with all unknowns at worst',
        value: tidy(inherent.high),
        unit: 'points of 100',
      },
      {
        id: `${path}/lower`,
        rule: 'R8',
        label: 'The same with the country at the lower quantile of the draws',
        value: tidy(inherent.lower),
        unit: 'points of 100',
      },
      {
        id: `${path}/upper`,
        rule: 'R8',
        label: 'The same with the country at the upper quantile of the draws',
        value: tidy(inherent.upper),
        unit: 'points of 100',
      },
      {
        id: `${path}/best`,
        rule: 'R8',
        label: 'Effectiveness of all controls with the unanswered ones at best, for the lower end',
        value: tidy(controls.best),
        unit: '0 to 1',
      },
      {
        id: `${path}/point`,
        rule: 'R8',
        label: 'Effectiveness of all controls as answered, for the upper end',
        value: tidy(controls.point),
        unit: '0 to 1',
      },
      parameterNode(path, 'R8.prior', input.asOf),
      parameterNode(path, 'R8.draws', input.asOf),
      parameterNode(path, 'R8.bands', input.asOf),
    ],
  };
}

function coverageNode({ input }: Work, scored: Scored): TraceNode {
  return {
    id: 'score/coverage',
    rule: 'R8',
    label: 'Coverage: weight that is known',
    value: tidy(scored.coverage),
    unit: 'share of 100 points',
    inputs: [parameterNode('score/coverage', 'R8.floor', input.asOf), parameterNode('score/coverage', 'R8.component-floor', input.asOf)],
  };
}

function confidenceNode({ inherent, controls, input }: Work, scored: IsScored): TraceNode {
  const path = 'score/confidence';
  return {
    id: path,
    rule: 'R8',
    label: `Confidence: ${scored.confidence.grade}`,
    value: tidy(scored.confidence.value),
    unit: 'product, 0 to 1',
    inputs: [
      {
        id: `${path}/weight`,
        rule: 'R8',
        label: 'Known weight, weaker where a table is unconfirmed',
        value: tidy(inherent.reliable / 100),
        unit: 'share',
      },
      {
        id: `${path}/answered`,
        rule: 'R8',
        label: 'Control questions answered',
        value: tidy(controls.answeredShare),
        unit: 'share of weight',
      },
      { id: `${path}/evidence`, rule: 'R8', label: 'Mean evidence of the answers', value: tidy(controls.meanEvidence), unit: 'factor' },
      { id: `${path}/age`, rule: 'R8', label: 'Mean freshness of the answers', value: tidy(controls.meanAge), unit: 'factor' },
      ...(scored.confidence.loweredBy === undefined
        ? []
        : [
            {
              id: `${path}/lowered`,
              rule: 'R7' as const,
              label: `Low because ${scored.confidence.loweredBy} is in force`,
              value: scored.confidence.loweredBy,
            },
          ]),
      parameterNode(path, 'R8.confidence', input.asOf),
      parameterNode(path, 'R8.reliability', input.asOf),
    ],
  };
}
