import { checkConsistency, type StatedHit, stateHits } from '~/audits/consistency/check-consistency';
import { checkGate, type StatedStop, stateStops } from '~/audits/gate/check-gate';
import { consistencyRecord, type EntriesOf } from '~/audits/consistency/from-entries';
import type { ConsistencyContext } from '~/audits/consistency/record';
import type { EntryValue } from '~/audits/entries/entries';
import type { Recording } from './recording';

/** What a device takes along to find contradictions. `wholes`: answers by which every question of a questionnaire is withheld. */
export type PackConsistency = {
  context: ConsistencyContext;
  withheld: {
    questions: string[];
    points: string[];
    wholes: { question: string; answer: string; questions: string[] }[];
  };
};

const known = new WeakMap<Recording, { version: number; hits: StatedHit[] }>();

/** The contradictions of what this device knows, with their explanations; none with a pack from before they were looked for. Computed once per change. */
export function contradictionsOf(recording: Recording): StatedHit[] {
  const { consistency } = recording.pack;
  if (consistency === undefined) return [];
  const last = known.get(recording);
  if (last?.version === recording.version) return last.hits;
  const record = recordOn(recording, consistency);
  const explanations = new Map(recording.all('explanation').map(({ key, value }) => [key, value]));
  const hits = stateHits(checkConsistency(record), explanations);
  known.set(recording, { version: recording.version, hits });
  return hits;
}

const recordOn = (recording: Recording, { context, withheld }: PackConsistency) =>
  consistencyRecord(context, openEntries(recording, withheld));

/** What stops the conclusion of what this device knows; none with a pack from before the gate. `asked`: the questions in scope after the answers so far. */
export function stopsOf(recording: Recording, asked: ReadonlySet<string>): StatedStop[] {
  const { consistency, gate } = recording.pack;
  if (consistency === undefined || gate === undefined) return [];
  const counted = gate.counted.filter((key) => asked.has(key));
  return stateStops(checkGate({ record: recordOn(recording, consistency), counted }), gate.acceptances);
}

/** The entries without what answers a zero-tolerance question, as the server redacts them (`redact-zero-tolerance`). */
export function openEntries(recording: Recording, { questions, points, wholes }: PackConsistency['withheld']): EntriesOf {
  const said = new Map(recording.all('check').map(({ key, value }) => [key, value.answer]));
  const whole = wholes.filter(({ question, answer }) => said.get(question) === answer).flatMap((each) => each.questions);
  const withheld = new Set([...questions, ...whole]);
  const isOfCase = ({ question, point }: EntryValue<'finding'>) =>
    question === null ? point !== null && points.includes(point) : questions.includes(question);
  const isWithheldFinding = (key: string) =>
    recording.headsOf('finding', key).some((head) => isOfCase(head.value as EntryValue<'finding'>));
  return (kind) =>
    recording.all(kind).flatMap(({ key, value, entry }) => {
      const isWithheld =
        (kind === 'check' && withheld.has(key)) ||
        (kind === 'signedPlan' && (value as EntryValue<'signedPlan'>).plan.rows.some(({ finding }) => isWithheldFinding(finding))) ||
        (kind === 'planLine' && isWithheldFinding(key)) ||
        (kind === 'finding' && isWithheldFinding(key));
      return isWithheld ? [] : [{ key, value, on: entry.madeAt.slice(0, 10) }];
    });
}
