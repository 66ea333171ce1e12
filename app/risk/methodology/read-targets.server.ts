import { archetypes, judgeTargets, targetReport } from '#scoring';

/** The published targets of method 2 with every check, and the situations outside their supported bands. */
export function readTargets() {
  const report = targetReport();
  const situations = new Map(archetypes.map(({ id, situation, evidence }) => [id, { situation, evidence }]));
  return {
    report,
    checks: judgeTargets(report),
    off: report.face.off.map((each) => ({ ...each, ...situations.get(each.id) })),
  };
}
export type ShownTargets = ReturnType<typeof readTargets>;
