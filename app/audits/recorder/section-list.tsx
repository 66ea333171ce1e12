import { isGathered, needsAnswer } from '#scoring';
import type { EntryKind } from '~/audits/entries/entries';
import { entryKindLabel } from '~/audits/entries/labels';
import { m } from '~/paraglide/messages';
import { formatNumber, formatPercent } from '~/ui/format';
import { useRecorder } from './recorder-context';
import type { PackSection } from './pack';
import { PlanBox } from './plan-box';
import { answersOf, askedNow, nextQuestion } from './proposals';
import { ThingsBox } from './things-box';
import { placeLink } from './use-place';

/** What each kind of record is reached by. */
const lists: [string, EntryKind][] = [
  ['revisits', 'revisit'],
  ['findings', 'finding'],
  ['definition', 'element'],
  ['photos', 'photo'],
  ['interviews', 'tally'],
  ['hours', 'hours'],
  ['pay', 'wage'],
  ['meetings', 'meeting'],
  ['closing', 'planLine'],
  ['signatures', 'signature'],
  ['practices', 'practice'],
  ['narratives', 'narrative'],
  ['notes', 'note'],
];

/** Where recording begins: the plan, the sections with how far each is, and everything else there is to record. */
export function SectionList() {
  const { recording } = useRecorder();
  const asked = askedNow(recording);
  const answers = answersOf(recording);
  const current = (nextQuestion(recording)?.section ?? recording.pack.sections[0])?.instrument;
  const instruments = [...new Set(recording.pack.sections.map(({ instrument }) => instrument))];
  return (
    <>
      <ThingsBox />
      <PlanBox />
      {instruments.map((instrument) => {
        const sections = recording.pack.sections.filter((section) => section.instrument === instrument);
        const progress = sumOf(sections.map((section) => progressOf(section, { asked, answers })));
        return (
          <details key={instrument} open={instrument === current || undefined} data-checklist="">
            <summary className="min-h-11 cursor-pointer border-b border-line py-3">
              <h2 className="inline">{instrument}</h2> <ProgressText {...progress} />
            </summary>
            <ul className="mt-2 grid gap-2 md:grid-cols-2">
              {sections.map((section) => (
                <SectionLink key={section.key} section={section} {...progressOf(section, { asked, answers })} />
              ))}
            </ul>
          </details>
        );
      })}
      <section className="grid gap-2">
        <h2>{m.recorder_more()}</h2>
        <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {lists.map(([view, kind]) => (
            <li key={view}>
              <a
                href={placeLink(view)}
                className="flex min-h-12 items-center justify-between gap-3 rounded border border-edge bg-surface px-4 py-2 no-underline hover:bg-sunken"
              >
                <span className="font-semibold">{entryKindLabel(kind)}</span>
                <span className="text-muted">{formatNumber(recording.all(kind).length)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

type SectionProgress = { answered: number; wanted: number };

/** How many of the questions that want an answer have one. */
function progressOf(
  section: PackSection,
  { asked, answers }: { asked: ReadonlySet<string>; answers: Readonly<Record<string, unknown>> },
): SectionProgress {
  const wanted = section.questions.filter(
    ({ key, type }) => asked.has(key) && (needsAnswer({ type } as Typed) || isGathered({ type } as Typed)),
  );
  return { answered: wanted.filter(({ key }) => key in answers).length, wanted: wanted.length };
}
type Typed = Parameters<typeof needsAnswer>[0];

const sumOf = (all: readonly SectionProgress[]): SectionProgress =>
  all.reduce((sum, each) => ({ answered: sum.answered + each.answered, wanted: sum.wanted + each.wanted }), { answered: 0, wanted: 0 });

function ProgressText({ answered, wanted }: SectionProgress) {
  return (
    <span className="shrink-0 text-xs text-muted">
      {m.recorder_progress({ answered: formatNumber(answered), asked: formatNumber(wanted) })}
    </span>
  );
}

function SectionLink({ section, answered, wanted }: { section: PackSection } & SectionProgress) {
  const share = wanted === 0 ? 0 : answered / wanted;
  return (
    <li>
      <a
        href={placeLink('section', section.key)}
        className="grid min-h-14 gap-1 rounded border border-edge bg-surface px-4 py-2 no-underline hover:bg-sunken"
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="font-semibold">{section.title}</span>
          <ProgressText {...{ answered, wanted }} />
        </span>
        <span aria-hidden="true" className="h-1 overflow-hidden rounded bg-sunken">
          <span className="block h-full bg-accent" style={{ inlineSize: formatPercent(share, { locale: 'en' }) }} />
        </span>
      </a>
    </li>
  );
}
