import { judge } from '../../scoring/validation/targets/judge.ts';
import type { TargetReport } from '../../scoring/validation/targets/schema.ts';

const figure = (value: number | null) => (value === null ? '–' : (Math.round(value * 1000) / 1000).toString());

/** The seven targets of method 2 as plain text, for a terminal: what was wanted, what was reached, met or missed. */
export function printTargets(report: TargetReport): string {
  const rows = judge(report).map(({ target, id, of, wanted, reached, isMet }) => [
    isMet === null ? 'not measured' : isMet ? 'met' : 'missed',
    target,
    of === null ? id : `${id}, ${of}`,
    `wanted ${figure(wanted)}`,
    `reached ${figure(reached)}`,
  ]);
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)), []);
  const { face, sensitivity } = report;
  return [
    `Targets of method ${report.engineVersion} as of ${report.asOf}, figures ${report.registered.hash.slice(0, 12)} of ${report.registered.on}`,
    ...rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()),
    `  situations out of band: ${face.off.map(({ id, score }) => `${id} ${score.toFixed(0)}`).join(', ')}`,
    `  all lines moved by up to half, ${sensitivity.together.draws} draws: worst rank correlation ${figure(sensitivity.together.worst)}, ${figure(sensitivity.together.otherBand)} of situations in another band`,
  ].join('\n');
}
