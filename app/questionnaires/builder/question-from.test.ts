import { describe, expect, it } from 'vitest';
import { frozenInstrument, instrumentFrom, questionsOf } from '#scoring';
import { applyAct } from './apply-act.server';
import { asOwn, type Draft, type DraftQuestion, questionsIn } from './draft';
import type { DraftAct } from './draft-acts';

type Save = Extract<DraftAct, { intent: 'save-question' }>;

const key = 'ilo-ten-principles@2.0.0';
const { key: _key, ...released } = frozenInstrument(key);
const copy: Draft = { content: asOwn(released, { code: 'own-000000000000', version: 1 }), translations: {}, crosswalk: [] };
const sectionOf = (draft: Draft, question: string) =>
  String(draft.content.sections.find(({ questions }) => questions.some((each) => each.key === question))?.key);
const find = (draft: Draft, question: string): DraftQuestion => {
  const found = questionsIn(draft.content).find((each) => each.key === question);
  if (!found) throw new Error(question);
  return found;
};

/** The form of a question as the page shows it, with what was changed. */
function save(draft: Draft, question: string, change: Partial<Save> = {}): Draft {
  const before = find(draft, question);
  const { ticked, unless = [], question: parent } = before.dependsOn ?? {};
  const parentOptions = parent ? questionsOf(instrumentFrom(draft.content)).find((each) => each.key === parent)?.options : undefined;
  const hasOwn = before.type === 'TICKS' || (before.type === 'PICK' && before.set === undefined);
  const act: Save = {
    intent: 'save-question',
    question,
    section: sectionOf(draft, question),
    type: before.type,
    text: before.text.en,
    hint: before.hint?.en ?? '',
    whyWeAsk: before.whyWeAsk?.en ?? '',
    typicalEvidence: before.typicalEvidence.en,
    clause: before.clause ?? '',
    mayBeNotApplicable: before.mayBeNotApplicable,
    point: before.point,
    parent,
    unless: ticked ? (parentOptions ?? []).flatMap(({ value }) => (ticked.includes(value) ? [] : [value])) : unless.map(String),
    indicators: before.indicators,
    verify: before.verify ?? [],
    zeroTolerance: false,
    options: hasOwn ? (before.options ?? []).map(({ value, text }) => `${value} | ${text.en}`).join('\n') : '',
    facts: before.type === 'FACT' ? (before.facts ?? []).map((fact) => fact.key as Save['facts'][number]) : [],
    whereCountries: [],
    whereSectors: [],
    whereFacts: [],
    ...change,
  } as Save;
  const applied = applyAct(draft, { act, taken: new Set() });
  if (applied.kind !== 'applied') throw new Error(applied.code);
  return applied.draft;
}

describe('a question that was copied into an own questionnaire', () => {
  it('is the same after its form was saved without a change: options, set, row, condition, base and law stay', () => {
    const all = questionsIn(copy.content);
    expect(new Set(all.map(({ type }) => type))).toEqual(new Set(['FACT', 'PICK', 'TICKS']));
    for (const question of all) expect(find(save(copy, question.key), question.key), question.key).toEqual(question);
  });

  it('keeps the condition that names an option of a set', () => {
    const asked = questionsIn(copy.content).filter(({ dependsOn }) => dependsOn && find(copy, dependsOn.question).set !== undefined);
    expect(asked.length).toBeGreaterThan(0);
    for (const question of asked) expect(find(save(copy, question.key), question.key).dependsOn).toEqual(question.dependsOn);
  });

  it('takes the options of its set along when it becomes a list to tick', () => {
    const ticks = find(save(copy, 'POL.1', { type: 'TICKS' }), 'POL.1');
    expect(ticks.set).toBeUndefined();
    expect(ticks.options).toEqual(released.sets?.basis?.map(({ value, credit, text }) => ({ value, text, credit })));
  });

  it('is no row of a table any more in another section', () => {
    const moved = find(save(copy, 'FEE.2.agent', { section: 'P1' }), 'FEE.2.agent');
    expect([moved.point, moved.layout, moved.set]).toEqual([undefined, undefined, 'payer']);
    expect(() => instrumentFrom(save(copy, 'FEE.2.agent', { section: 'P1' }).content)).not.toThrow();
  });
});
