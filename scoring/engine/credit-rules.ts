import { isClosedBy, isFlagged, percentOf } from '../instruments/answers.ts';
import type { Worth } from '../instruments/choices.ts';
import type { AnswerGiven, AnswerValue, FindingGiven } from '../types.ts';
import type { Indicator } from '../vocabulary.ts';
import { clamp01 } from './piecewise.ts';

/**
 * What one answer does to another.
 * `void`: a red flag answered yes (or one of `is`), or an unverified finding with the indicator, takes the evidence from the control. `cap`: the control counts at
 * most `cap` while the percentage is below `below`. `ceiling`: the control counts at most as much as the percentage. `worth`: what the options of the question
 * are worth that limits it.
 * `parent`: the control is not asked, and earns nothing, while the parent's answer is one of `unless`; unknown parents count like that for the point. It does not
 * apply where none of `ticked` was ticked, nor where the parent's answer is one of `best`: whoever owes workers nothing has nothing to say of the sum. `best` is
 * given where the parent has options; only then a question under one that is hidden is hidden likewise.
 */
export type CreditRule =
  | { kind: 'void'; control: string; flag: string; is?: readonly string[] | undefined }
  | { kind: 'void'; control: string; indicator: Indicator }
  | { kind: 'cap'; control: string; by: string; below: number; cap: number; worth?: Worth | undefined }
  | { kind: 'ceiling'; control: string; by: string; worth?: Worth | undefined }
  | { kind: 'parent'; control: string; parent: string; unless: (string | number)[]; ticked?: string[]; best?: readonly string[] };

/** What the rules look at: the answers by question, and findings that are not verified as put right. */
export type Weighing = { given: ReadonlyMap<string, AnswerGiven>; rules: readonly CreditRule[]; unverified: readonly FindingGiven[] };

/** The red flag or finding that takes the evidence from a control, if any. */
export function voidedBy(id: string, { given, rules, unverified }: Weighing): string | undefined {
  const finding = unverified.find((each) => each.question === id);
  if (finding) return finding.id;
  for (const rule of rules) {
    if (rule.kind !== 'void' || rule.control !== id) continue;
    if ('flag' in rule) {
      if (isFlagged(rule, given.get(rule.flag)?.value)) return rule.flag;
    } else {
      const shown = unverified.find((each) => each.indicator === rule.indicator);
      if (shown) return shown.id;
    }
  }
  return undefined;
}

/** The most a control may count because of another answer. What is unknown caps like the worst answer for the point and like the best one for the best. */
export function capOf(id: string, { given, rules }: Pick<Weighing, 'given' | 'rules'>): { point: number; best: number; by?: string } {
  let point = 1;
  let best = 1;
  let by: string | undefined;
  for (const rule of rules) {
    if (rule.kind === 'void' || rule.control !== id) continue;
    const other = rule.kind === 'parent' ? rule.parent : rule.by;
    const limit = limitOf(rule, given.get(other)?.value);
    if (limit.point < point) {
      point = limit.point;
      by = other;
    }
    best = Math.min(best, limit.best);
  }
  return { point, best, ...(by === undefined ? {} : { by }) };
}

function limitOf(rule: Exclude<CreditRule, { kind: 'void' }>, other: AnswerValue | undefined): { point: number; best: number } {
  if (other === 'not-applicable') return { point: 1, best: 1 };
  if (rule.kind === 'parent') {
    // The answer shows that it applies, or that it is not known yet whether it does.
    if (rule.ticked) return { point: 1, best: 1 };
    if (other === undefined || other === 'dont-know') return { point: 0, best: 1 };
    const limit = rule.unless.includes(other) ? 0 : 1;
    return { point: limit, best: limit };
  }
  const at = (percent: number) => (rule.kind === 'ceiling' ? clamp01(percent / 100) : percent < rule.below ? rule.cap : 1);
  const percent = percentOf(rule.worth, other);
  return percent === undefined ? { point: at(0), best: at(100) } : { point: at(percent), best: at(percent) };
}

/** How the parent's answer hides a question, and which answer does; undefined while it is asked. */
export function hiddenBy(
  id: string,
  weighing: Pick<Weighing, 'given' | 'rules'>,
): { as: 'not-asked' | 'not-applicable'; by: string } | undefined {
  for (const rule of weighing.rules) {
    if (rule.kind !== 'parent' || rule.control !== id) continue;
    const above = rule.best ? hiddenBy(rule.parent, weighing) : undefined;
    if (above) return above;
    const parent = weighing.given.get(rule.parent)?.value;
    if (parent === undefined || !isClosedBy(rule, parent)) continue;
    const isLifted = rule.ticked !== undefined || (rule.best ?? []).some((value) => value === parent);
    return { as: isLifted ? 'not-applicable' : 'not-asked', by: rule.parent };
  }
  return undefined;
}
