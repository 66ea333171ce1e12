import { isGathered, type LocalizedInstrument, type LocalizedQuestion, questionsOf, shownChoices } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { wholeMinutes } from '~/questionnaires/templates/answering-minutes';
import { isEstimated } from '~/questionnaires/templates/pace-in-use';
import { shownSummary } from '~/questionnaires/templates/shown-summary';
import { getLocale } from '~/paraglide/runtime';
import { compareVersions } from './compare-versions';
import { conditionText } from './condition-text';
import { findInstrument, type FoundInstrument, relationsOf } from './find-instrument.server';
import { problemsOfDraft } from './problems-of-draft';
import { readVersions } from './read-draft.server';
import type { OwnState } from './states';

/** A questionnaire whole, in the reader's language, with its versions and what changed since the one before. Null when there is none of that key. */
export async function readInstrumentPage(db: TenantDb, key: string) {
  const found = await findInstrument(db, key, getLocale());
  if (!found) return null;
  const { own, shown, locales } = found;
  const versions = own && !own.lentBy ? await readVersions(db, own.code) : [];
  const before = versions.find(({ version }) => own && version < own.version);
  const used = await db.questionnaireResponse.count({ where: { instrumentKey: key } });
  const all = questionsOf(shown);
  return {
    key,
    title: shown.title.text,
    summary: shownSummary(key, shown.summary?.text ?? null),
    /** How long it takes to answer; null where it is no form that is answered in one go. */
    minutes: shown.kind === 'self-assessment' ? wholeMinutes(all) : null,
    isEstimate: isEstimated(all),
    kind: shown.kind,
    audience: shown.audience,
    owner: shown.owner,
    licence: shown.licence,
    source: shown.source,
    version: found.instrument.version,
    locales,
    used,
    state: own ? stateOf(own) : ('released' as const),
    isLent: own?.lentBy != null,
    counts: {
      questions: all.length,
      gathered: all.filter(isGathered).length,
      equal: new Set(own?.crosswalk.filter(({ relation }) => relation === 'equal').map(({ question }) => question)).size,
    },
    scores: shown.scores,
    problems: own && !own.frozenAt ? problemsOfDraft(own) : [],
    versions: versions.map((each) => ({ key: each.key, version: each.content.version, state: stateOf(each) })),
    changes: own && before ? { since: before.content.version, rows: compareVersions(before, own) } : null,
    sections: sectionsShown(found),
  };
}
export type InstrumentPage = NonNullable<Awaited<ReturnType<typeof readInstrumentPage>>>;

export function stateOf({ frozenAt, status }: { frozenAt: Date | null; status: string }): OwnState {
  return frozenAt ? 'used' : status === 'offered' ? 'offered' : 'draft';
}

function sectionsShown(found: FoundInstrument) {
  const { shown } = found;
  const relations = relationsOf(found);
  const placed = new Map(questionsOf(shown).map((question) => [question.key, question]));
  return shown.sections.map((section) => ({
    key: section.key,
    title: section.title.text,
    summary: section.summary.text,
    questions: section.questions.map((question) => ({
      ...questionShown(shown, question),
      point: section.points.find(({ key }) => key === question.point)?.title.text ?? null,
      condition: question.dependsOn
        ? conditionText(question.dependsOn, (key, value) => {
            const parent = placed.get(key);
            return (parent && shownChoices(shown, parent).find((choice) => choice.value === value)?.text.text) ?? String(value);
          })
        : null,
      relations: relations
        .filter((pair) => pair.question === question.key)
        .map(({ relation, instrument, target }) => ({ relation, instrument, target })),
    })),
  }));
}

function questionShown(shown: LocalizedInstrument, question: LocalizedQuestion) {
  const { key, type, text, hint, whyWeAsk, typicalEvidence, clause, verify, zeroTolerance, raises } = question;
  return {
    key,
    type,
    text: text.text,
    lang: text.lang,
    hint: hint?.text ?? null,
    why: whyWeAsk.text,
    evidence: typicalEvidence.text,
    clause,
    verify,
    isZeroTolerance: zeroTolerance === true,
    raises: raises?.grade ?? null,
    choices: shownChoices(shown, question).map((choice) => choice.text.text),
    facts: (question.people.length > 0 ? question.people : question.facts).map((fact) => fact.text.text),
  };
}
