import { useRef, useState } from 'react';
import { recordSource } from '~/audits/entries/accepted-answers';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { formatDate, formatList, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import type { PackQuestion, PackSection } from './pack';
import { acceptProposals, factsOn, keepAnswer } from './proposals';
import { useRecorder } from './recorder-context';
import type { Recording } from './recording';
import { placeLink } from './use-place';
import { siteMoment } from './site-moment';

/** More sources are counted. */
const mostSources = 3;

/** What other answers propose for a question, or that the answer it was accepted from has changed. Nothing is recorded before a click. */
export function ProposalBox({ question }: { question: PackQuestion }) {
  const { recording } = useRecorder();
  const { key } = question;
  const { proposals, outdated } = factsOn(recording);
  const proposal = proposals.get(key);
  const from = recording.valueOf('check', key)?.from;
  const isOutdated = outdated.has(key);
  if (!proposal && !isOutdated) return from ? <AcceptedFrom sources={from.map((each) => each.question)} /> : null;
  return (
    <div data-proposal={isOutdated ? 'outdated' : 'new'}>
      <Notice
        tone={isOutdated ? 'warning' : 'info'}
        title={isOutdated ? m.recorder_review_title() : m.recorder_proposed({ answer: answerLabel(question, proposal?.value) })}
        actions={
          <>
            {proposal && <AcceptButton question={question} label={isOutdated ? answerLabel(question, proposal.value) : null} />}
            {isOutdated && <KeepButton question={key} />}
          </>
        }
      >
        <Sources sources={isOutdated ? (from ?? []).map((each) => each.question) : (proposal?.sources ?? [])} />
      </Notice>
    </div>
  );
}

/** The questions that an answer rests on, each with its answer now, when it was recorded and by whom. */
function Sources({ sources }: { sources: readonly string[] }) {
  const named = sources.filter((key) => key !== recordSource);
  if (named.length === 0) return <p>{m.recorder_proposed_from_record()}</p>;
  return (
    <ul className="grid gap-1">
      {named.slice(0, mostSources).map((key) => (
        <li key={key}>
          <SourceLine source={key} />
        </li>
      ))}
      {named.length > mostSources && <li>{m.recorder_proposed_more({ count: named.length - mostSources })}</li>}
    </ul>
  );
}

function SourceLine({ source }: { source: string }) {
  const { recording } = useRecorder();
  const [head] = recording.headsOf('check', source);
  const place = placeOfQuestion(recording, source);
  const answer = recording.valueOf('check', source)?.answer ?? null;
  if (!place) return null;
  const label = answer === null ? m.recorder_review_gone() : answerLabel(place.question, answer);
  return (
    <>
      <a href={placeLink('section', place.section.key, source)} className="font-semibold">
        {source}
      </a>{' '}
      {m.shell_named({ name: place.section.instrument, text: label })}
      {head && (
        <span className="text-muted">
          {' '}
          {m.recorder_proposed_by({ at: siteMoment(recording.pack, head.madeAt), name: recording.byOf(head.id) ?? recording.pack.you })}
        </span>
      )}
    </>
  );
}

function AcceptedFrom({ sources }: { sources: readonly string[] }) {
  const named = sources.filter((key) => key !== recordSource);
  return (
    <p data-accepted="" className="text-xs text-muted">
      {named.length === 0 ? m.recorder_accepted_from_record() : m.recorder_accepted_from({ questions: formatList(named) })}
    </p>
  );
}

/** Accepts one proposal; the focus goes on to the next, so that Enter accepts one after the other. */
function AcceptButton({ question, label }: { question: PackQuestion; label: string | null }) {
  const { recording, sending } = useRecorder();
  const button = useRef<HTMLDivElement>(null);
  const accept = async () => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-accept] button')];
    const next = all[all.findIndex((each) => button.current?.contains(each)) + 1];
    await acceptProposals(recording, [question.key]);
    sending.later();
    (next ?? document.querySelector<HTMLElement>(`#${CSS.escape(question.key)} input`))?.focus();
  };
  return (
    <div ref={button} data-accept="">
      <Button type="button" onClick={() => void accept()}>
        {label === null ? m.recorder_accept() : m.recorder_accept_new({ answer: label })}
      </Button>
    </div>
  );
}

function KeepButton({ question }: { question: string }) {
  const { recording, sending } = useRecorder();
  const keep = async () => {
    await keepAnswer(recording, question);
    sending.later();
  };
  return (
    <Button type="button" onClick={() => void keep()}>
      {m.recorder_keep_answer()}
    </Button>
  );
}

/** Accepts every proposal of a section, or of the questions that a list shows, at once. Answers to review are left to the auditor. */
export function AcceptAll({ questions }: { questions: readonly PackQuestion[] }) {
  const { recording, sending } = useRecorder();
  const [accepted, setAccepted] = useState(0);
  const { proposals, outdated } = factsOn(recording);
  const keys = questions.flatMap(({ key }) => (proposals.has(key) && !outdated.has(key) ? [key] : []));
  const accept = async () => {
    await acceptProposals(recording, keys);
    sending.later();
    setAccepted(keys.length);
    document.querySelector<HTMLElement>('[data-view-title]')?.focus();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {keys.length > 0 && (
        <Button type="button" size="lg" onClick={() => void accept()}>
          {m.recorder_accept_all({ count: keys.length })}
        </Button>
      )}
      <p role="status" className="text-muted">
        {accepted > 0 && keys.length === 0 && m.recorder_accepted({ count: accepted })}
      </p>
    </div>
  );
}

export function placeOfQuestion(recording: Recording, key: string): { section: PackSection; question: PackQuestion } | null {
  for (const section of recording.pack.sections) {
    const question = section.questions.find((each) => each.key === key);
    if (question) return { section, question };
  }
  return null;
}

/** An answer as its question words it. */
export function answerLabel({ choices, type }: PackQuestion, value: string | number | undefined): string {
  if (type === 'DATE' && typeof value === 'string') return formatDate(value);
  return choices.find((choice) => choice.value === value)?.label ?? (typeof value === 'number' ? formatNumber(value) : (value ?? '—'));
}
