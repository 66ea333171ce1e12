import {
  type Instrument,
  instrumentFrom,
  isGathered,
  isRestrictedIndicator,
  type LocalizedInstrument,
  localize,
  newestInstrumentKeys,
  questionsOf,
} from '#scoring';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { ownPairSchema, overlayFrom, translationsSchema } from '~/questionnaires/templates/own-version';
import { getLocale } from '~/paraglide/runtime';
import { auditInstruments } from './states';

/** Why a questionnaire cannot be used in an audit: its codes are already asked, or it asks a zero-tolerance question in its own wording. */
export type ChecklistObstacle = 'same-codes' | 'asks-grave';

export type ChecklistChoice = {
  key: string;
  title: string;
  isOwn: boolean;
  questions: number;
  obstacle: ChecklistObstacle | null;
};
type Offered = ChecklistChoice & { instrument: Instrument };

/** Kinds that are answered about a site; reviews by lenders and of recruiters have their own pages, and indicators are part of every audit. */
const kinds: readonly string[] = ['audit', 'self-assessment'];

/**
 * Further questionnaires for an audit: the newest published version of each of the organization's own, then the released ones; in the reader's language. An
 * entry is stored under the code of its question, so a questionnaire with codes already asked is refused. So is one that asks for a zero-tolerance topic under
 * an unknown code, or whose finding has such an indicator: its answers would not be redacted (`redact-zero-tolerance`). One query.
 */
export async function offeredChecklists(db: TenantDb): Promise<Offered[]> {
  const rows = await db.questionnaireTemplate.findMany({
    where: { status: 'offered', lentBy: null },
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
    distinct: ['code'],
    select: { key: true, content: true, translations: true, crosswalk: true },
  });
  const own = rows.map(({ key, content, translations, crosswalk }): Offered => {
    const made = instrumentFrom(content);
    const overlay = overlayFrom(key, { locale: getLocale(), translations: translationsSchema.parse(translations) });
    const shown = localize(key, { instrument: made, overlay, locale: getLocale() });
    const hasZeroTolerance = asksZeroTolerance(made, z.array(ownPairSchema).parse(crosswalk));
    return {
      ...choiceOf(made, shown),
      key,
      isOwn: true,
      obstacle: hasZeroTolerance ? 'asks-grave' : clashes(made, fixed()) ? 'same-codes' : null,
    };
  });
  const released = newestInstrumentKeys().map((key): Offered => {
    const asked = instrument(key);
    return { ...choiceOf(asked, localizedInstrument(key, getLocale())), key, isOwn: false, obstacle: null };
  });
  const isFixed = (key: string) => Object.values(auditInstruments).some((each) => each === key);
  return [...own.sort((a, b) => a.title.localeCompare(b.title, getLocale())), ...released.filter(({ key }) => !isFixed(key))].filter(
    ({ instrument: { kind } }) => kinds.includes(kind),
  );
}

/**
 * What was chosen of these, in their order, without one whose questions are all in another; a refusal where one is not offered, or two ask under the same
 * codes.
 */
export async function chooseChecklists(
  db: TenantDb,
  keys: readonly string[],
): Promise<Instrument[] | 'checklist-unknown' | 'checklists-clash'> {
  if (keys.length === 0) return [];
  const chosen = (await offeredChecklists(db)).filter(({ key }) => keys.includes(key));
  if (chosen.length !== new Set(keys).size || chosen.some(({ obstacle }) => obstacle !== null)) return 'checklist-unknown';
  const instruments = withoutContained(chosen.map((each) => each.instrument));
  const clash = instruments.some((each, index) => clashes(each, instruments.slice(0, index)));
  return clash ? 'checklists-clash' : instruments;
}

/** The depths of a self-assessment contain each other: the deepest of those chosen asks for all. */
function withoutContained(chosen: readonly Instrument[]): Instrument[] {
  const asked = chosen.map((each) => new Set(questionsOf(each).map(({ key, text }) => JSON.stringify([key, text]))));
  const isIn = (one: Set<string>, other: Set<string>) => one.size < other.size && [...one].every((each) => other.has(each));
  return chosen.filter((_, at) => !asked.some((other) => isIn(asked[at] ?? other, other)));
}

const fixed = (): Instrument[] => Object.values(auditInstruments).map((key) => instrument(key));

/** Codes of questions and of sections: the recorder finds both by them alone. */
function clashes(one: Instrument, others: readonly Instrument[]): boolean {
  const codesOf = ({ sections }: Instrument) => [
    ...sections.map(({ key }) => `section ${key}`),
    ...questionsOf({ sections }).map(({ key }) => key),
  ];
  const taken = new Set(others.flatMap(codesOf));
  return codesOf(one).some((code) => taken.has(code));
}

function asksZeroTolerance(made: Instrument, crosswalk: readonly { target: string }[]): boolean {
  const tells = questionsOf(made).some(
    ({ zeroTolerance, raises }) => zeroTolerance || (raises?.indicator && isRestrictedIndicator(raises.indicator)),
  );
  return tells || crosswalk.some(({ target }) => isZeroToleranceQuestion(target));
}

function choiceOf(asked: Instrument, shown: LocalizedInstrument) {
  const questions = questionsOf(asked).filter((question) => question.type !== 'FACT' && !isGathered(question)).length;
  return { title: shown.title.text, questions, instrument: asked };
}
