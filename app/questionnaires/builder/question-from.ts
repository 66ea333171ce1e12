import { choicesOf } from '#scoring';
import { type AskedKey, askedFields } from '~/suppliers/fields/definition/asked-fields';
import { appliesToFrom } from './applies-to';
import type { DraftQuestion } from './draft';
import type { DraftAct } from './draft-acts';

type Saved = Extract<DraftAct, { intent: 'save-question' }>;

/** A question as its form says it. What its type has no place for is left out, so that it fits again when the type changes back. Pure. */
export function questionFrom(before: DraftQuestion, { act, parent }: { act: Saved; parent: DraftQuestion | null }): DraftQuestion {
  const { type } = act;
  const raises = (type === 'RF' || type === 'NC') && act.grade ? { grade: act.grade, indicator: act.indicator ?? null } : null;
  const isTextKept = before.text.en === act.text;
  return {
    key: before.key,
    type,
    text: { en: act.text },
    ...(act.hint ? { hint: { en: act.hint } } : {}),
    ...(act.whyWeAsk ? { whyWeAsk: { en: act.whyWeAsk } } : {}),
    typicalEvidence: { en: act.typicalEvidence },
    mayBeNotApplicable: act.mayBeNotApplicable && !['TEXT', 'NUMBER', 'DATE', 'CHOICE', 'FACT'].includes(type),
    dependsOn: conditionOf(act, { before, parent }),
    ...appliesToFrom(act),
    indicators: act.indicators,
    clause: act.clause || null,
    // What is recalled names no clause; a text that was changed is one's own.
    provenance: isTextKept && !act.clause ? before.provenance : isTextKept && before.provenance !== 'M' ? before.provenance : 'D',
    ...(raises ? { raises } : {}),
    ...(type === 'FACT' ? { facts: act.facts.map((key) => factOf(before, key)) } : {}),
    ...(type === 'FACT' && before.people ? { people: before.people } : {}),
    ...(act.point ? { point: act.point } : {}),
    ...(act.verify.length > 0 ? { verify: act.verify } : {}),
    ...(type === 'NC' && act.nonCompliantWhen ? { nonCompliantWhen: act.nonCompliantWhen } : {}),
    ...(type === 'NC' && act.zeroTolerance ? { zeroTolerance: true as const } : {}),
    ...(type === 'NC' && before.publicItem ? { publicItem: before.publicItem } : {}),
    ...(before.law ? { law: before.law } : {}),
    ...optionFields(before, act),
  };
}

/** Values that the parent cannot be answered, left over from another parent, fall away. */
function conditionOf(act: Saved, { before, parent }: { before: DraftQuestion; parent: DraftQuestion | null }): DraftQuestion['dependsOn'] {
  if (!parent || parent.key === before.key) return null;
  const possible: (string | number)[] = choicesOf(parent);
  const ticked = parent.type === 'TICKS' ? tickedOf(parent, act.unless) : null;
  if (ticked) return { question: parent.key, unless: [], ticked };
  return { question: parent.key, unless: possible.filter((value) => act.unless.includes(String(value))) };
}

/** The options of a list to tick of which one calls for a question, where its form names options that do not; null where it names none, or all. */
function tickedOf({ options = [] }: DraftQuestion, unless: readonly string[]): string[] | null {
  const ticked = options.flatMap(({ value }) => (unless.includes(value) ? [] : [value]));
  return ticked.length === 0 || ticked.length === options.length ? null : ticked;
}

function factOf(before: DraftQuestion, key: AskedKey) {
  const known = before.facts?.find((fact) => fact.key === key);
  const asked = askedFields.find((field) => field.key === key);
  return known ?? { key, unit: asked?.unit ?? ('share' as const), text: { en: asked?.text ?? key } };
}

/**
 * What is picked or ticked. A set, credits and the place in a table stay as they were: the form has no boxes for them. A question that had a set and becomes
 * another type takes its options along.
 */
function optionFields(before: DraftQuestion, act: Saved): Partial<DraftQuestion> {
  const { type } = act;
  if (type === 'PICK' && before.type === 'PICK' && before.set !== undefined)
    return { set: before.set, ...(before.layout && act.point ? { layout: before.layout } : {}) };
  if (type !== 'CHOICE' && type !== 'PICK' && type !== 'TICKS') return {};
  const written = act.options === '' && before.set !== undefined ? linesOf(before) : act.options;
  const options = optionsOf(before, written).map((option) => {
    const credit = type === 'CHOICE' ? undefined : before.options?.find(({ value }) => value === option.value)?.credit;
    return credit === undefined ? option : { ...option, credit };
  });
  return { options, ...(type === 'TICKS' && before.base !== undefined ? { base: before.base } : {}) };
}

const linesOf = ({ options = [] }: DraftQuestion): string => options.map(({ value, text }) => `${value} | ${text.en}`).join('\n');

/** One option a line, as `value | label` or the label alone; an unchanged label keeps its value. */
function optionsOf(before: DraftQuestion, written: string): { value: string; text: { en: string } }[] {
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const used = new Set<string>();
  return lines.map((line, at) => {
    const [, given, rest] = /^([a-z0-9-]+)\s*\|\s*(.*)$/.exec(line) ?? [];
    const text = rest ?? line;
    const value =
      given ?? before.options?.find((option) => option.text.en === text && !used.has(option.value))?.value ?? slugOf(text, { at, used });
    used.add(value);
    return { value, text: { en: text } };
  });
}

function slugOf(text: string, { at, used }: { at: number; used: ReadonlySet<string> }): string {
  const slug = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return slug === '' || used.has(slug) ? `${slug || 'option'}-${at + 1}` : slug;
}
