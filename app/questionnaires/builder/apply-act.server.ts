import { controlTypes, instrument, instrumentKeys, questionsOf, scaleTypes } from '#scoring';
import type { OwnPair } from '~/questionnaires/templates/own-version';
import { appliesToFrom } from './applies-to';
import { withDefaultScales } from './default-scales.server';
import { type Draft, type DraftContent, type DraftSection, freeQuestionKey, freeSectionKey, questionsIn, withOptions } from './draft';
import type { DraftAct } from './draft-acts';
import { questionFrom } from './question-from';

export type Applied =
  | { kind: 'applied'; draft: Draft; selected: string | null }
  | { kind: 'refused'; code: 'unknown-item' | 'unlike' | 'unknown-target' };

const unknownItem = { kind: 'refused', code: 'unknown-item' } as const;

/** Does one act on a draft. `taken`: keys that earlier versions used. `selected`: the section or question that the builder shows next. Pure but for the released tables. */
export function applyAct(draft: Draft, { act, taken }: { act: DraftAct; taken: ReadonlySet<string> }): Applied {
  const { content } = draft;
  const to = (next: DraftContent, selected: string | null): Applied => ({ kind: 'applied', draft: { ...draft, content: next }, selected });
  switch (act.intent) {
    case 'save-instrument': {
      const { intent: _intent, title, summary, owner, licence, source, ...rest } = act;
      const { summary: _summary, ...before } = content;
      const filled = { owner: owner || '—', licence: licence || '—', source: source || '—' };
      return to({ ...before, ...rest, ...filled, title: { en: title }, ...(summary ? { summary: { en: summary } } : {}) }, null);
    }
    case 'add-section': {
      const key = freeSectionKey(content, taken);
      return to(
        { ...content, sections: [...content.sections, { key, title: { en: '' }, summary: { en: '' }, provenance: 'D', questions: [] }] },
        key,
      );
    }
    case 'save-section':
      return changeSection(
        draft,
        act.section,
        ({ appliesTo: _before, ...section }) => ({
          ...section,
          title: { en: act.title },
          summary: { en: act.summary },
          ...appliesToFrom(act),
        }),
        act.section,
      );
    case 'add-question':
      return addQuestion(draft, act, taken);
    case 'save-question':
      return saveQuestion(draft, act);
    case 'move':
      return moveItem(draft, act);
    case 'remove':
      return removeItem(draft, act.item);
    case 'add-pair':
      return addPair(draft, act);
    case 'remove-pair': {
      const crosswalk = draft.crosswalk.filter(
        (pair) => !(pair.question === act.question && pair.instrument === act.instrument && pair.target === act.target),
      );
      return { kind: 'applied', draft: { ...draft, crosswalk }, selected: act.question };
    }
    case 'add-language':
      return {
        kind: 'applied',
        draft: withDefaultScales({ ...draft, translations: { ...draft.translations, [act.locale]: draft.translations[act.locale] ?? {} } }),
        selected: null,
      };
    case 'remove-language': {
      const { [act.locale]: _removed, ...translations } = draft.translations;
      return { kind: 'applied', draft: { ...draft, translations }, selected: null };
    }
    case 'translate': {
      const words = { ...draft.translations[act.locale], ...act.words };
      const filled = Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== ''));
      return { kind: 'applied', draft: { ...draft, translations: { ...draft.translations, [act.locale]: filled } }, selected: null };
    }
    case 'save-scale': {
      const scale = (content.scales[act.scale] ?? []).map((choice) => ({
        ...choice,
        text: { en: act.words[String(choice.value)] ?? choice.text.en },
      }));
      return to({ ...content, scales: { ...content.scales, [act.scale]: scale } }, null);
    }
  }
}

function changeSection(draft: Draft, key: string, change: (section: DraftSection) => DraftSection, selected: string | null): Applied {
  if (!draft.content.sections.some((section) => section.key === key)) return unknownItem;
  const sections = draft.content.sections.map((section) => (section.key === key ? change(section) : section));
  return { kind: 'applied', draft: { ...draft, content: { ...draft.content, sections } }, selected };
}

function addQuestion(draft: Draft, act: Extract<DraftAct, { intent: 'add-question' }>, taken: ReadonlySet<string>): Applied {
  const key = freeQuestionKey(draft.content, act.section, taken);
  const added = changeSection(
    draft,
    act.section,
    (section) => {
      const at = section.questions.findIndex((question) => question.key === act.after);
      const place = at < 0 ? section.questions.length : at + 1;
      const point = section.questions[place - 1]?.point;
      const question = {
        key,
        type: 'YNP' as const,
        text: { en: '' },
        typicalEvidence: { en: '' },
        mayBeNotApplicable: false,
        dependsOn: null,
        indicators: [],
        clause: null,
        provenance: 'D' as const,
        ...(point === undefined ? {} : { point }),
      };
      return { ...section, questions: section.questions.toSpliced(place, 0, question) };
    },
    key,
  );
  return added.kind === 'applied' ? { ...added, draft: withDefaultScales(added.draft) } : added;
}

function saveQuestion(draft: Draft, act: Extract<DraftAct, { intent: 'save-question' }>): Applied {
  const { content } = draft;
  const from = content.sections.find(({ questions }) => questions.some(({ key }) => key === act.question));
  const before = from?.questions.find(({ key }) => key === act.question);
  if (!from || !before || !content.sections.some(({ key }) => key === act.section)) return unknownItem;
  const parent = questionsIn(content).find(({ key }) => key === act.parent);
  const question = questionFrom(withOptions(content, before), { act, parent: parent ? withOptions(content, parent) : null });
  const sections = content.sections.map((section) => {
    if (section.key === from.key && from.key === act.section)
      return { ...section, questions: section.questions.map((each) => (each.key === question.key ? question : each)) };
    if (section.key === from.key) return { ...section, questions: section.questions.filter(({ key }) => key !== question.key) };
    // A row stays in the table of its section.
    const { point: _point, layout: _layout, ...moved } = question;
    return section.key === act.section ? { ...section, questions: [...section.questions, moved] } : section;
  });
  return { kind: 'applied', draft: withDefaultScales({ ...draft, content: { ...content, sections } }), selected: question.key };
}

/** A section among the sections; a question within its section, and from its end into the next. */
function moveItem(draft: Draft, { item, way }: Extract<DraftAct, { intent: 'move' }>): Applied {
  const { content } = draft;
  const by = way === 'up' ? -1 : 1;
  const to = (sections: DraftSection[]): Applied => ({
    kind: 'applied',
    draft: { ...draft, content: { ...content, sections } },
    selected: item,
  });
  const at = content.sections.findIndex(({ key }) => key === item);
  if (at >= 0) return to(swapped(content.sections, at, at + by));
  const home = content.sections.findIndex(({ questions }) => questions.some(({ key }) => key === item));
  const section = content.sections[home];
  if (!section) return unknownItem;
  const place = section.questions.findIndex(({ key }) => key === item);
  if (section.questions[place + by])
    return to(
      content.sections.map((each, index) => (index === home ? { ...each, questions: swapped(each.questions, place, place + by) } : each)),
    );
  if (!content.sections[home + by]) return to(content.sections);
  const moving = section.questions.filter(({ key }) => key === item).map(({ point: _point, ...question }) => question);
  return to(
    content.sections.map((each, index) => {
      if (index === home) return { ...each, questions: each.questions.filter(({ key }) => key !== item) };
      if (index !== home + by) return each;
      return { ...each, questions: way === 'up' ? [...each.questions, ...moving] : [...moving, ...each.questions] };
    }),
  );
}

function swapped<Item>(list: readonly Item[], one: number, other: number): Item[] {
  const [first, second] = [list[one], list[other]];
  return first === undefined || second === undefined ? [...list] : list.with(one, second).with(other, first);
}

/** With a question goes what hangs on it: conditions, relations, rules, translations. */
function removeItem(draft: Draft, item: string): Applied {
  const { content } = draft;
  const section = content.sections.find(({ key }) => key === item);
  const gone = new Set(section ? section.questions.map(({ key }) => key) : [item]);
  if (!section && !questionsIn(content).some(({ key }) => key === item)) return unknownItem;
  const sections = content.sections
    .filter(({ key }) => key !== item)
    .map((each) => ({
      ...each,
      questions: each.questions
        .filter(({ key }) => !gone.has(key))
        .map((question) => (question.dependsOn && gone.has(question.dependsOn.question) ? { ...question, dependsOn: null } : question)),
    }));
  const names = (rule: DraftContent['consistency'][number]) => [
    rule.control,
    ...('by' in rule ? [rule.by] : []),
    ...('flag' in rule ? [rule.flag] : []),
  ];
  const consistency = content.consistency.filter((rule) => !names(rule).some((key) => gone.has(key)));
  const { evidenceFrom, ...rest } = content;
  const next = { ...rest, sections, consistency, ...(evidenceFrom && !gone.has(evidenceFrom) ? { evidenceFrom } : {}) };
  const isOf = (place: string) => [...gone, item].some((key) => place.startsWith(`${key}.`));
  const translations = Object.fromEntries(
    Object.entries(draft.translations).map(([locale, words]) => [
      locale,
      Object.fromEntries(Object.entries(words).filter(([place]) => !isOf(place))),
    ]),
  );
  return {
    kind: 'applied',
    draft: { content: next, translations, crosswalk: draft.crosswalk.filter(({ question }) => !gone.has(question)) },
    selected: section ? null : (content.sections.find(({ questions }) => questions.some(({ key }) => key === item))?.key ?? null),
  };
}

/**
 * Relates a question to one of a released questionnaire, in its newest version that asks it; the newest relation of a pair applies. Only questions with the
 * same answers can be equal.
 */
function addPair(draft: Draft, act: Extract<DraftAct, { intent: 'add-pair' }>): Applied {
  const question = questionsIn(draft.content).find(({ key }) => key === act.question);
  if (!question) return unknownItem;
  const target = act.target.trim();
  const found = instrumentKeys()
    .flatMap((key) => {
      const asked = questionsOf(instrument(key)).find((each) => each.key.toLowerCase() === target.toLowerCase());
      return asked ? [{ instrument: key, question: asked }] : [];
    })
    .at(-1);
  if (!found) return { kind: 'refused', code: 'unknown-target' };
  if (act.relation === 'equal' && classOf(question.type) !== classOf(found.question.type)) return { kind: 'refused', code: 'unlike' };
  const pair: OwnPair = { question: question.key, relation: act.relation, instrument: found.instrument, target: found.question.key };
  const others = draft.crosswalk.filter(
    (each) => !(each.question === pair.question && each.instrument === pair.instrument && each.target === pair.target),
  );
  return { kind: 'applied', draft: { ...draft, crosswalk: [...others, pair] }, selected: question.key };
}

/** What somebody says it does, what somebody found, facts, and what is gathered: answers carry only within one of these. */
function classOf(type: string): string {
  if (controlTypes.some((each) => each === type)) return 'control';
  return scaleTypes.some((each) => each === type) ? 'finding' : type;
}
