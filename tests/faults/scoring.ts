import type { Fault } from './fault';

const area = 'scoring';

export const scoringFaults: readonly Fault[] = [
  {
    area,
    fault: 'An unknown workforce fact lowers the score.',
    file: 'scoring/odds/workforce-points.ts',
    find: `if (given === undefined) return { line: id, points: 0,`,
    replace: `if (given === undefined) return { line: id, points: -1,`,
    test: 'scoring/odds/workforce-points.test.ts',
  },
  {
    area,
    fault: 'Claims without evidence earn as many points as controls with evidence.',
    file: 'scoring/odds/control-points.ts',
    find: `if (only < -most.claimed)`,
    replace: `if (only < -most.all)`,
    test: 'scoring/odds/score-party.test.ts',
  },
  {
    area,
    fault: 'All controls of a domain count the same, whatever their weight.',
    file: 'scoring/engine/control-credit.ts',
    find: `sum.credit += weight * each.credit;`,
    replace: `sum.credit += each.credit;`,
    test: 'scoring/engine/control-credit.test.ts',
  },
  {
    area,
    fault: 'The interval of a score takes every claim as true.',
    file: 'scoring/odds/interval.ts',
    find: `    mean -= points;
`,
    replace: '',
    test: 'scoring/odds/assess.test.ts',
    title: 'has the ends that a great many draws have',
  },
  {
    area,
    fault: 'Each supplier of a country is drawn with an error of its own for that country.',
    file: 'scoring/odds/draws.ts',
    find: `const place = sharedBy(`,
    replace: `const place = sharedBy(party.id + `,
    test: 'scoring/odds/draws.test.ts',
  },
  {
    area,
    fault: 'A bootstrap interval of 95 percent leaves out 5 percent at each end.',
    file: 'scoring/validation/bootstrap.ts',
    find: `const tail = (1 - level) / 2;`,
    replace: `const tail = 1 - level;`,
    test: 'scoring/validation/bootstrap.test.ts',
  },
  {
    area,
    fault: 'A changed score reaches the direct buyers and not the tiers behind them.',
    file: 'scoring/odds/propagation/resolve.ts',
    find: `frontier = Int32Array.from(next);`,
    replace: `frontier = new Int32Array(0);`,
    test: 'scoring/odds/propagation/solve.test.ts',
  },
  {
    area,
    fault: 'Critical overrides of suppliers beyond the first tier are not listed.',
    file: 'scoring/odds/propagation/upstream.ts',
    find: `    tier = next.sort((a, b) => a - b);
    nodes.push(...tier);`,
    replace: `    tier = [];
    nodes.push(...next.sort((a, b) => a - b));`,
    test: 'scoring/odds/propagation/propagate.test.ts',
  },
  {
    area,
    fault: 'One reviewer alone can waive a critical override.',
    file: 'scoring/engine/liftings.ts',
    find: `  if (secondReviewer.trim() === reviewer?.trim()) return 'second-reviewer-same';
`,
    replace: '',
    test: 'scoring/engine/liftings.test.ts',
  },
  {
    area,
    fault: 'An indicator that was not assessed counts as absent in the upper reading.',
    file: 'scoring/screening/delphi.ts',
    find: `countWeights([...present, ...unknown].map(({ weight }) => weight))`,
    replace: `countWeights(present.map(({ weight }) => weight))`,
    test: 'scoring/screening/delphi.test.ts',
  },
  {
    area,
    fault: 'Two medium indicators make a dimension positive without a weak one.',
    file: 'scoring/screening/delphi-dimension.ts',
    find: `(medium >= 2 && weak >= 1)`,
    replace: `medium >= 2`,
    test: 'scoring/screening/delphi-dimension.test.ts',
  },
  {
    area,
    fault: 'A compliance point that was not assessed counts as compliant in the rate.',
    file: 'scoring/compliance/rate.ts',
    find: `findings.filter((each) => each !== null)`,
    replace: `findings.filter((each) => each !== undefined)`,
    test: 'scoring/compliance/compliance.test.ts',
  },
  {
    area,
    fault: 'The hash of the parameters leaves out their values.',
    file: 'scoring/engine/parameters-hash.ts',
    find: `({ id, effectiveFrom, value }) => ({ id, effectiveFrom, value })`,
    replace: `({ id, effectiveFrom }) => ({ id, effectiveFrom })`,
    test: 'scoring/engine/parameters-hash.test.ts',
  },
];
