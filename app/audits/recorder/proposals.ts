import { type SameFacts, visibleQuestions } from '#scoring';
import { emptyContext } from '~/audits/consistency/record';
import { type AcceptedFrom, recordSource } from '~/audits/entries/accepted-answers';
import type { EntryValue } from '~/audits/entries/entries';
import { type ReadFacts, readFacts } from '~/audits/proposals/read-facts';
import type { PackQuestion, PackSection } from './pack';
import type { Recording } from './recording';

type Check = EntryValue<'check'>;
export const emptyCheck: Check = { answer: null, methods: [], agreement: null, isLegalContext: false, note: '', restricted: '' };

const nothing: SameFacts = { source: '', doubts: [], rows: [], sums: [], conversions: [] };
const known = new WeakMap<Recording, { version: number; read: ReadFacts & { asked: Set<string> } }>();

/** Answered questions with their current values. */
export function answersOf(recording: Recording): Record<string, string | number> {
  return Object.fromEntries(recording.all('check').flatMap(({ key, value }) => (value.answer === null ? [] : [[key, value.answer]])));
}

/** The questions in scope after the answers so far. */
export const askedNow = (recording: Recording): Set<string> => factsOn(recording).asked;

/** What this device proposes, and how many things are left to ask. Computed once per change. A pack from before has no proposals. */
export function factsOn(recording: Recording): ReadFacts & { asked: Set<string> } {
  const last = known.get(recording);
  if (last?.version === recording.version) return last.read;
  const { sections, consistency, sameFacts = nothing } = recording.pack;
  const questions = sections.flatMap((section) => section.questions);
  type Asked = Parameters<typeof visibleQuestions>[0];
  const given = answersOf(recording);
  const asked = new Set(visibleQuestions({ sections } as Asked, given as Parameters<typeof visibleQuestions>[1]).map(({ key }) => key));
  const read = readFacts({
    table: sameFacts,
    asked: new Map(questions.flatMap((question) => (asked.has(question.key) ? [[question.key, question] as const] : []))),
    withheld: withheldOn(recording, { questions, given }),
    context: consistency?.context ?? { ...emptyContext, plan: { ...emptyContext.plan, ...recording.pack.audit } },
    entriesOf: (kind) => recording.all(kind).map(({ key, value, entry }) => ({ key, value, on: entry.madeAt.slice(0, 10) })),
  });
  known.set(recording, { version: recording.version, read: { ...read, asked } });
  return { ...read, asked };
}

/** Where to go on: the first fact left to ask, in the order of the checklists. */
export function nextQuestion(recording: Recording): { section: PackSection; question: string } | null {
  const left = new Set(factsOn(recording).left.left);
  for (const section of recording.pack.sections) {
    const question = section.questions.find(({ key }) => left.has(key));
    if (question) return { section, question: question.key };
  }
  return null;
}

/** What answers a zero-tolerance question or reveals its answer, after the answers so far. */
function withheldOn(
  { pack: { consistency } }: Recording,
  { questions, given }: { questions: readonly PackQuestion[]; given: Readonly<Record<string, string | number>> },
): Set<string> {
  const wholes = consistency?.withheld.wholes.filter(({ question, answer }) => given[question] === answer) ?? [];
  return new Set([
    ...questions.flatMap(({ key, isZeroTolerance }) => (isZeroTolerance ? [key] : [])),
    ...(consistency?.withheld.questions ?? []),
    ...wholes.flatMap((whole) => whole.questions),
  ]);
}

/** Records the proposed answers of these questions, each with what it was accepted from and as it was verified there. A note stays. */
export async function acceptProposals(recording: Recording, keys: readonly string[]): Promise<void> {
  const { proposals } = factsOn(recording);
  for (const key of keys) {
    const proposal = proposals.get(key);
    if (!proposal) continue;
    const { methods, agreement } = verificationOf(recording, proposal.sources);
    const from = sourcesNow(recording, proposal);
    await recording.record('check', key, (now) => ({
      ...(now ?? emptyCheck),
      answer: proposal.value,
      methods: now && now.methods.length > 0 ? now.methods : methods,
      agreement: now?.agreement ?? agreement,
      from,
    }));
  }
}

/** Keeps an accepted answer whose source has changed: it was looked at, and is the auditor's own from now on. */
export const keepAnswer = (recording: Recording, key: string): Promise<void> =>
  recording.record('check', key, (now) => withoutSource(now ?? emptyCheck));

/** An answer that a person chose: it no longer follows from another. */
export function withoutSource({ from: _from, ...check }: Check): Check {
  return check;
}

function sourcesNow(recording: Recording, { value, sources }: { value: string | number; sources: readonly string[] }): AcceptedFrom {
  const from = sources.flatMap((question) => {
    const answer = recording.valueOf('check', question)?.answer ?? null;
    return answer === null ? [] : [{ question, answer }];
  });
  return from.length > 0 ? from : [{ question: recordSource, answer: value }];
}

/** How a fact was verified: by the methods that every source names, and their agreement where all say the same. */
function verificationOf(recording: Recording, sources: readonly string[]): Pick<Check, 'methods' | 'agreement'> {
  const checks = sources.flatMap((key) => recording.valueOf('check', key) ?? []);
  const [first, ...rest] = checks;
  if (!first) return { methods: [], agreement: null };
  return {
    methods: first.methods.filter((method) => rest.every((each) => each.methods.includes(method))),
    agreement: rest.every((each) => each.agreement === first.agreement) ? first.agreement : null,
  };
}
