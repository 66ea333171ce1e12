import { describe, expect, it } from 'vitest';
import { depths } from '../testing/depths.ts';
import { type Answers, answersThatCount, contradictionsOf, questionsOf, visibleQuestions } from './answers.ts';
import { instrument } from './at.ts';
import { presenceFacts, type ScopeFacts } from './scope-schema.ts';
import { scopeRules } from './scope-at.ts';
import { skippedQuestions } from './scope.ts';

const whole = instrument('ilo-ten-principles@2.0.0');
const rules = scopeRules('scope@2.0.0');

/** The answers to each question on which others depend: one of each kind that shows or hides other questions. */
const gates: Record<string, readonly string[]> = {
  'SIT.1': ['none', 'dont-know', 'housing', 'guards', 'agency', 'outwork', 'housing guards agency outwork'],
  'SIT.2': ['none', 'dont-know', 'hr', 'hr suppliers buyers auditors audited association report lenders board', 'suppliers buyers'],
  'FEE.1': ['not-asked', 'asked-none', 'asked-some', 'dont-know'],
  'FEE.3': ['all', 'nothing', 'dont-know'],
  'ADV.1': ['nothing', 'more'],
  'VOI.1': ['none', 'chosen', 'other-person'],
  'POL.1': ['none', 'written'],
  'POL.3': ['never', 'dont-know'],
  'TRN.1': ['none', 'all'],
};

/** Every combination of the answers to these questions. */
function pathsOver(keys: readonly string[]): Answers[] {
  return keys.reduce<Answers[]>(
    (paths, key) => paths.flatMap((path) => (gates[key] ?? []).map((value) => ({ ...path, [key]: value }))),
    [{}],
  );
}

describe.each(depths)('every path through %s', (key) => {
  const asked = instrument(key);
  const questions = questionsOf(asked);
  const parents = [...new Set(questions.flatMap(({ dependsOn }) => (dependsOn ? [dependsOn.question] : [])))];
  const paths = pathsOver(parents.filter((parent) => questions.some((question) => question.key === parent)));

  const above = (key: string): string[] => {
    const parent = questions.find((question) => question.key === key)?.dependsOn?.question;
    return parent === undefined ? [] : [...above(parent), parent];
  };

  it('asks no question below a hidden one, each on some path, and hides none that depends on nothing', () => {
    expect(parents.filter((parent) => gates[parent] === undefined)).toEqual([]);
    const shown = new Set<string>();
    const hidden = new Set<string>();
    for (const path of paths) {
      const visible = new Set(visibleQuestions(asked, path).map((question) => question.key));
      for (const { key: each, dependsOn } of questions) {
        (visible.has(each) ? shown : hidden).add(each);
        if (dependsOn && visible.has(each) && !visible.has(dependsOn.question))
          throw new Error(`${each} is asked below ${dependsOn.question}, which is not: ${JSON.stringify(path)}`);
      }
    }
    expect([...shown].sort()).toEqual(questions.map((question) => question.key).sort());
    expect([...hidden].sort()).toEqual(
      questions
        .filter(({ dependsOn }) => dependsOn)
        .map((question) => question.key)
        .sort(),
    );
  });

  it('hides nothing for want of an answer, or because a fact of the site is not known', () => {
    const all = questions.filter(({ dependsOn }) => !dependsOn || dependsOn.question.startsWith('SIT.')).map((question) => question.key);
    for (const path of [{}, { 'SIT.1': 'dont-know', 'SIT.2': 'dont-know' }]) {
      const visible = visibleQuestions(asked, path).map((question) => question.key);
      expect(visible).toEqual(expect.arrayContaining(all));
      expect([...skippedQuestions(asked, { rules, facts: {}, answers: path }).keys()]).toEqual([]);
    }
  });

  it('finds a contradiction where both answers are asked for, and in no answer to a hidden question', () => {
    const best = (control: string) => {
      const question = questions.find((each) => each.key === control);
      return question?.options?.find(({ credit }) => credit === 1)?.value;
    };
    const between = asked.consistency.flatMap((rule) =>
      rule.kind === 'void' && 'flag' in rule ? [{ code: rule.code, control: rule.control, flag: rule.flag, is: rule.is?.[0] }] : [],
    );
    expect(between.length).toBeGreaterThan(0);
    for (const { code, control, flag, is } of between) {
      const found = new Set<boolean>();
      // The gates above both; what is asked elsewhere says nothing of them.
      for (const path of pathsOver([...new Set([...above(control), ...above(flag)])])) {
        const answers = { ...path, [control]: best(control), [flag]: is };
        const counted = answersThatCount(asked, answers);
        const isFound = contradictionsOf(asked, answers).some((each) => each.code === code);
        found.add(isFound);
        expect(isFound, `${code} ${JSON.stringify(answers)}`).toBe(control in counted && flag in counted);
      }
      expect(found.has(true), code).toBe(true);
    }
  });
});

describe('every combination of facts', () => {
  const facts = ['foreignWorkers', 'internalMigrants', 'labourProviders', 'employerHousing', 'outsideWork'] as const;
  const known = facts.reduce<ScopeFacts[]>(
    (all, fact) => all.flatMap((each) => [each, { ...each, [fact]: 'none' }, { ...each, [fact]: 'some' }]),
    [{}],
  );
  const never = ['DOC.1', 'FEE.1', 'PAY.1', 'ADV.1', 'HRS.1', 'MOV.1', 'EXI.1', 'AGE.1', 'VOI.1', 'CON.1'];

  it('leaves out no question on what is forced labour anywhere, none that is answered, and less the less is known', () => {
    expect(facts.every((fact) => presenceFacts.includes(fact))).toBe(true);
    expect(known).toHaveLength(3 ** facts.length);
    for (const each of known) {
      const left = [...skippedQuestions(whole, { rules, facts: each, answers: {} }).keys()];
      expect(left.filter((key) => never.includes(key))).toEqual([]);
      const answers = Object.fromEntries(left.map((key) => [key, 'dont-know']));
      expect([...skippedQuestions(whole, { rules, facts: each, answers }).keys()]).toEqual([]);
      for (const fact of facts) {
        const { [fact]: _, ...less } = each;
        const leftThen = [...skippedQuestions(whole, { rules, facts: less, answers: {} }).keys()];
        if (each[fact] === 'none') expect(left).toEqual(expect.arrayContaining(leftThen));
      }
    }
  });
});
