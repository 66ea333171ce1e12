import type { DelphiIndicator } from '../reference/at.ts';
import type { SignState } from '../vocabulary.ts';
import type { DimensionReading } from './delphi.ts';
import { type DelphiPattern, readTotal } from './delphi-total.ts';

/** The pattern of one reading. */
export function patternOf(
  dimensions: readonly DimensionReading[],
  { reading, act }: { reading: 'lower' | 'upper'; act: boolean },
): DelphiPattern {
  const holds = (code: DimensionReading['code']) => dimensions.some((each) => each.code === code && each[reading]);
  return { d1: holds('D1'), d2: holds('D2'), d3: holds('D3'), d4: holds('D4'), d5: holds('D5'), act };
}

/** Unknown indicators of the dimensions on which the total still turns, the stronger first; `act` before them where it turns on that. */
export function signsToCollect(
  dimensions: readonly DimensionReading[],
  { indicators, act }: { indicators: readonly DelphiIndicator[]; act: SignState },
): string[] {
  const open = openOf(dimensions, act);
  let patterns = [patternOf(dimensions, { reading: 'lower', act: act === 'present' })];
  for (const { key } of open) patterns = patterns.flatMap((pattern) => [pattern, { ...pattern, [key]: true }]);
  const decisive = open.filter(({ key }) =>
    patterns.some((pattern) => readTotal({ ...pattern, [key]: true }) !== readTotal({ ...pattern, [key]: false })),
  );
  const unknown = new Set(decisive.flatMap(({ dimension }) => dimension?.unknown ?? []));
  const byWeight = (['strong', 'medium', 'weak'] as const).flatMap((weight) =>
    indicators.filter((each) => each.weight === weight && unknown.has(each.code)).map(({ code }) => code),
  );
  return decisive.some(({ key }) => key === 'act') ? ['act', ...byWeight] : byWeight;
}

/** What is still open: dimensions whose readings differ, and the act. D6 decides nothing. */
function openOf(dimensions: readonly DimensionReading[], act: SignState): { key: keyof DelphiPattern; dimension?: DimensionReading }[] {
  const keys = { D1: 'd1', D2: 'd2', D3: 'd3', D4: 'd4', D5: 'd5' } as const;
  const open: ReturnType<typeof openOf> = dimensions.flatMap((dimension) =>
    dimension.code === 'D6' || dimension.lower === dimension.upper ? [] : [{ key: keys[dimension.code], dimension }],
  );
  return act === 'unknown' ? [...open, { key: 'act' }] : open;
}
