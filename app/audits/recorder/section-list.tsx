import { isGathered, needsAnswer } from '#scoring';
import type { EntryKind } from '~/audits/entries/entries';
import { entryKindLabel } from '~/audits/entries/labels';
import { m } from '~/paraglide/messages';
import { formatNumber, formatPercent } from '~/ui/format';
import { useRecorder } from './recorder-context';
import type { PackSection } from './pack';
import { PlanBox } from './plan-box';
import { answersOf, askedNow } from './proposals';
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
  const instruments = [...new Set(recording.pack.sections.map(({ instrument }) => instrument))];
  return (
    <>
      <ThingsBox />
      <PlanBox />
      {instruments.map((instrument) => (
        <section key={instrument} className="grid gap-2">
          <h2>{instrument}</h2>
          <ul className="grid gap-2 md:grid-cols-2">
            {recording.pack.sections
              .filter((section) => section.instrument === instrument)
              .map((section) => (
                <SectionLink key={section.key} section={section} asked={asked} answers={answers} />
              ))}
          </ul>
        </section>
      ))}
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

function SectionLink({
  section,
  asked,
  answers,
}: {
  section: PackSection;
  asked: ReadonlySet<string>;
  answers: Readonly<Record<string, unknown>>;
}) {
  const wanted = section.questions.filter(
    ({ key, type }) => asked.has(key) && (needsAnswer({ type } as Typed) || isGathered({ type } as Typed)),
  );
  const answered = wanted.filter(({ key }) => key in answers).length;
  const share = wanted.length === 0 ? 0 : answered / wanted.length;
  return (
    <li>
      <a
        href={placeLink('section', section.key)}
        className="grid min-h-14 gap-1 rounded border border-edge bg-surface px-4 py-2 no-underline hover:bg-sunken"
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="font-semibold">{section.title}</span>
          <span className="shrink-0 text-xs text-muted">
            {m.recorder_progress({ answered: formatNumber(answered), asked: formatNumber(wanted.length) })}
          </span>
        </span>
        <span aria-hidden="true" className="h-1 overflow-hidden rounded bg-sunken">
          <span className="block h-full bg-accent" style={{ inlineSize: formatPercent(share, { locale: 'en' }) }} />
        </span>
      </a>
    </li>
  );
}
type Typed = Parameters<typeof needsAnswer>[0];
