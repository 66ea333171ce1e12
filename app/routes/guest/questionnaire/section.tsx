import { type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireRespondent } from '~/access/require-respondent.server';
import { PersonalDataScript } from '~/platform/privacy/personal-data-script';
import { sectionView } from '~/questionnaires/responses/section-view.server';
import { countEvidence } from '~/questionnaires/evidence/list-evidence.server';
import { askedIn } from '~/questionnaires/responses/read-response.server';
import { readComments } from '~/questionnaires/answer-review/read-comments.server';
import { EarlierSection } from '~/questionnaires/previous-answers/earlier-box';
import { type Earlier, type EarlierShown, readEarlier } from '~/questionnaires/previous-answers/read-earlier.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { AnswerTable } from '~/questionnaires/respondent/answer-table';
import { readCarriedDepths } from '~/questionnaires/responses/read-carried-depths.server';
import { PointParts } from '~/questionnaires/responses/point-parts';
import { AnswerQuestion } from '~/questionnaires/respondent/answer-question';
import aidsScript from '~/questionnaires/pictures/aids-script?worker&url';
import { AidSwitches } from '~/questionnaires/pictures/reading-aids';
import answerScript from '~/questionnaires/respondent/answer-script?worker&url';
import { timeLeftText } from '~/questionnaires/respondent/answer-labels';
import { refusedForm, refuseForm, takenForm } from '~/questionnaires/respondent/refused-form.server';
import { leftToDo, questionedFirst } from '~/questionnaires/respondent/left-to-do.server';
import { isOpenTo, isWanted, progressOf, readOwn } from '~/questionnaires/respondent/read-own.server';
import { saveOwnSection } from '~/questionnaires/respondent/save-own.server';
import { typedOf, withTyped } from '~/questionnaires/respondent/with-typed';
import { m } from '~/paraglide/messages';
import { Button, DefaultSubmit, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { useNonce } from '~/ui/nonce';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

const replySchema = z.object({
  refusals: z.record(z.string(), z.string()),
  typed: z.record(z.string(), z.string()),
  isClosed: z.boolean(),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  const { asker, request: asked } = respondent;
  const { own, fileCounts, earlier, carried, comments } = await respondent.inResponse(async (db) => {
    const read = await readOwn(db, respondent.responseId);
    const none = new Map<string, Earlier>();
    return {
      own: read,
      earlier: read ? await readEarlier(db, read, { asked: askedIn(read).asked, now: new Date() }) : none,
      carried: read ? await readCarriedDepths(db, read) : {},
      fileCounts: await countEvidence(db, respondent.responseId),
      comments: await readComments(db, respondent.responseId),
    };
  });
  const section = own && sectionView(own, param(params, 'sectionId'), { withUnasked: true, withChecks: false });
  if (!own || !section || !isOpenTo(respondent, section.key)) throw notFound();
  if (asked.status === 'refused') throw redirect(`/guest/questionnaire/${respondent.responseId}`);
  const progress = progressOf(own, respondent);
  const sections = questionedFirst(progress.sections, leftToDo(own, { comments, respondent }).questioned);
  const at = sections.findIndex(({ key }) => key === section.key);
  return {
    asker: asker.name,
    base: `/guest/questionnaire/${respondent.responseId}`,
    responseId: respondent.responseId,
    section: { ...section, previous: sections[at - 1]?.key ?? null, next: sections[at + 1]?.key ?? null },
    fileCounts: Object.fromEntries(section.questions.map(({ key }) => [key, fileCounts.get(key) ?? 0])),
    at: at + 1,
    of: sections.length,
    timeLeft: timeLeftText(progress),
    comments: Object.fromEntries([...comments].map(([question, { comment }]) => [question, comment])),
    earlier: shownIn(earlier, section.questions),
    carried,
    mayAnswer: own.status === 'open' && isWanted(respondent),
    refused: refusedForm(request, replySchema),
  };
}

function shownIn(earlier: ReadonlyMap<string, Earlier>, questions: readonly { key: string }[]): Record<string, EarlierShown> {
  return Object.fromEntries(
    questions.flatMap(({ key }) => {
      const found = earlier.get(key);
      return found ? [[key, found.shown] as const] : [];
    }),
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  const form = await readForm(request);
  const saved = await saveOwnSection(respondent, { sectionKey: param(params, 'sectionId'), form, now: new Date() });
  const base = `/guest/questionnaire/${respondent.responseId}`;
  if (saved.kind === 'unknown') throw notFound();
  if (saved.kind === 'closed') return refuseForm(request, { refusals: {}, typed: {}, isClosed: true }, 409);
  const refused = Object.keys(saved.refusals);
  if (refused.length > 0) return refuseForm(request, { refusals: saved.refusals, typed: typedOf(form, refused), isClosed: false });
  if (saved.kind === 'opened') return takenForm(request, `${base}/sections/${saved.section}#${encodeURIComponent(saved.question)}`);
  const end = respondent.sections.length === 0 ? `${base}/review` : base;
  // A respondent who came from the review page returns to it.
  if (new URL(request.url).searchParams.get('from') === 'review') return takenForm(request, end);
  return takenForm(request, saved.next ? `${base}/sections/${saved.next}` : end);
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.section.title ?? ''} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function AnswerSection() {
  const { asker, base, responseId, section, fileCounts, at, of, timeLeft, earlier, carried, comments, mayAnswer, refused } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? refused;
  const refusals: Record<string, string> = reply?.refusals ?? {};
  const nonce = useNonce();
  const partsOf = (question: (typeof section.questions)[number]) => ({
    question: question.key in refusals ? withTyped(question, reply?.typed ?? {}) : question,
    error: refusals[question.key],
    earlier: mayAnswer ? earlier[question.key] : undefined,
    carried: carried[question.key],
    comment: comments[question.key],
    asker,
  });
  return (
    <AnswerFrame asker={asker} home={base}>
      <header className="grid gap-2 pb-4">
        <p className="text-muted">{m.respondent_section_of({ at: formatNumber(at), of: formatNumber(of) })}</p>
        <h1>{section.title}</h1>
        <p className="text-muted">{section.summary}</p>
        {mayAnswer && (
          <p data-time-left className="font-semibold">
            {timeLeft}
          </p>
        )}
      </header>
      <AidSwitches />
      {reply?.isClosed && <Notice tone="danger">{m.respondent_closed()}</Notice>}
      {!mayAnswer && <Notice tone="info">{m.respondent_read_only({ asker })}</Notice>}
      {Object.keys(refusals).length > 0 && <Notice tone="danger">{m.respondent_some_refused()}</Notice>}
      <Form
        method="post"
        noValidate
        {...(mayAnswer
          ? {
              'data-answers': '',
              'data-response': responseId,
              'data-save': `${base}/save`,
              'data-saving': m.responses_saving(),
              'data-saved-words': m.responses_saved_at({ time: '{time}' }),
              'data-kept': m.respondent_kept(),
              'data-closed': m.respondent_closed(),
              'data-held': m.respondent_held(),
              'data-progress-words': m.responses_section_progress({ answered: '{answered}', asked: '{asked}' }),
              'data-other': m.respondent_other_answer({ answer: '{answer}' }),
              'data-waiting-one': m.respondent_waiting_one({ count: '{count}' }),
              'data-waiting-many': m.respondent_waiting_many({ count: '{count}' }),
            }
          : {})}
      >
        <DefaultSubmit />
        {mayAnswer && <EarlierSection count={Object.values(earlier).filter((each) => !each.isStale).length} />}
        <PointParts
          key={section.key}
          questions={section.questions}
          isPressing={({ key }) => key in refusals || comments[key] !== undefined || (mayAnswer && earlier[key] !== undefined)}
        >
          {({ table, questions: [first, ...others] }) => {
            if (!first) return null;
            const files = { to: `${base}/files/${first.key}`, count: fileCounts[first.key] ?? 0 };
            if (table) return <AnswerTable {...{ table, mayAnswer, files }} rows={[first, ...others].map(partsOf)} />;
            return <AnswerQuestion {...partsOf(first)} {...{ mayAnswer, files }} />;
          }}
        </PointParts>
        <p data-waiting hidden role="status" className="sticky bottom-0 border-t border-line bg-warning-soft p-3 font-semibold" />
        <p data-held-line role="alert" className="text-danger" />
        <nav aria-label={m.responses_sections()} className="flex flex-wrap gap-3 border-t border-line pt-4">
          {mayAnswer && (
            <Button type="submit" variant="primary" size="lg" className="w-full sm:w-auto">
              {m.respondent_save_and_go_on()}
            </Button>
          )}
          {section.previous && (
            <LinkButton to={`${base}/sections/${section.previous}`} size="lg">
              {m.responses_previous()}
            </LinkButton>
          )}
          {!mayAnswer && section.next && (
            <LinkButton to={`${base}/sections/${section.next}`} size="lg">
              {m.responses_next_section()}
            </LinkButton>
          )}
          <LinkButton to={base} size="lg">
            {m.respondent_all_sections()}
          </LinkButton>
        </nav>
      </Form>
      {mayAnswer && <script type="module" src={answerScript} nonce={nonce} />}
      <script type="module" src={aidsScript} nonce={nonce} />
      <PersonalDataScript />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
