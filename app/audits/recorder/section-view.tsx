import { useEffect } from 'react';
import { m } from '~/paraglide/messages';
import { CheckCard } from './check-card';
import { AcceptAll } from './proposal-box';
import { askedNow } from './proposals';
import { useRecorder } from './recorder-context';
import { ViewTitle } from './view-title';
import { placeLink } from './use-place';

/** The questions of one section, by point. `question`: the one that the address names, which is scrolled to. */
export function SectionView({ sectionKey, question: named }: { sectionKey: string; question: string | undefined }) {
  useEffect(() => {
    if (named !== undefined) document.getElementById(named)?.scrollIntoView();
  }, [named]);
  const { recording } = useRecorder();
  const { sections } = recording.pack;
  const index = sections.findIndex(({ key }) => key === sectionKey);
  const section = sections[index];
  if (!section) return <p>{m.recorder_no_section()}</p>;
  const asked = askedNow(recording);
  const next = sections[index + 1];
  const points = [...section.points.map(({ key }) => key), null];
  return (
    <>
      <ViewTitle lead={section.summary}>{section.title}</ViewTitle>
      <AcceptAll questions={section.questions} />
      {points.map((point) => {
        const questions = section.questions.filter((question) => question.point === point && asked.has(question.key));
        const heading = section.points.find(({ key }) => key === point);
        if (questions.length === 0) return null;
        return (
          <section key={point ?? ''} className="grid gap-4">
            {heading && <h3 className="border-b border-line pb-1">{heading.title}</h3>}
            {questions.map((question) => (
              <CheckCard key={question.key} question={question} />
            ))}
          </section>
        );
      })}
      {next && (
        <p>
          <a href={placeLink('section', next.key)} className="inline-flex min-h-11 items-center">
            {m.recorder_next({ section: next.title })}
          </a>
        </p>
      )}
    </>
  );
}
