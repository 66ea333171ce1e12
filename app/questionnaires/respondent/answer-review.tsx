import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { quoted } from './answer-labels';
import { placeOf, QuestionLinks } from './question-links';

type Placed = { key: string; section: string; text: string; dependsOnText: string | null; because: string | null };
type Shown = {
  asker: string;
  base: string;
  answered: number;
  /** What was answered, section by section. */
  given: { key: string; title: string; answers: { key: string; text: string; answer: string; note: string }[] }[];
  unanswered: Placed[];
  blank: Placed[];
  unasked: Placed[];
  contradictions: { code: string; text: string; questions: { key: string; section: string; text: string }[] }[];
  problem: string | null;
  /** Those for whose questions the asker asks, and which of them read the answers already. */
  behind: { id: string; name: string }[];
  shared: string[];
};

/** What there is to know before the answers go out: what is missing, what does not go together, what was not asked; then the button. */
export function AnswerReview({ asker, base, answered, given, unanswered, blank, unasked, contradictions, problem, behind, shared }: Shown) {
  const linkTo = (key: string, section: string) => placeOf(base, { key, section }, 'review');
  return (
    <div className="grid gap-6 text-base">
      <h1>{m.respondent_review_title()}</h1>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <p>{m.respondent_review_answered({ answered })}</p>
      {unanswered.length > 0 && (
        <section aria-labelledby="unanswered" className="grid gap-2">
          <h2 id="unanswered">{m.respondent_review_unanswered({ count: unanswered.length })}</h2>
          <p className="text-muted">{m.respondent_review_unanswered_lead()}</p>
          <QuestionLinks base={base} questions={unanswered} from="review" />
        </section>
      )}
      {blank.length > 0 && (
        <section aria-labelledby="blank" className="grid gap-2">
          <h2 id="blank">{m.respondent_left_blank()}</h2>
          <p className="text-muted">{m.respondent_left_blank_lead()}</p>
          <QuestionLinks base={base} questions={blank} from="review" />
        </section>
      )}
      {contradictions.length > 0 && (
        <section aria-labelledby="contradictions" className="grid gap-2">
          <h2 id="contradictions">{m.responses_contradictions()}</h2>
          <p className="text-muted">{m.respondent_review_contradictions_lead()}</p>
          <ul className="grid gap-2">
            {contradictions.map((contradiction) => (
              <li key={contradiction.code} className="border-b border-line pb-2">
                <span>{contradiction.text}</span>
                {contradiction.questions.map(({ key, section, text }) => (
                  <Link key={key} to={linkTo(key, section)} className="block min-h-11 py-2">
                    {text}
                  </Link>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unasked.length > 0 && (
        <details>
          <summary className="cursor-pointer py-2">{m.respondent_review_unasked({ count: unasked.length })}</summary>
          <ul className="grid gap-2 text-muted">
            {unasked.map((question) => (
              <li key={question.key}>
                {question.because === null ? (
                  m.respondent_not_asked({ question: quoted(question.text), because: quoted(question.dependsOnText ?? '') })
                ) : (
                  <Link to={linkTo(`unasked-${question.key}`, question.section)} className="block min-h-11 py-2">
                    {question.text} <span className="block text-muted">{m.scope_not_asked({ reason: question.because })}</span>
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {given.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-accent underline">{m.respondent_review_given()}</summary>
          {given.map((section) => (
            <section key={section.key} aria-labelledby={`given-${section.key}`} className="mt-4 grid gap-2">
              <h2 id={`given-${section.key}`}>{section.title}</h2>
              <ul className="grid">
                {section.answers.map(({ key, text, answer, note }) => (
                  <li key={key} className="grid gap-1 border-b border-line py-2">
                    <Link to={linkTo(key, section.key)}>{text}</Link>
                    <strong className="font-semibold">
                      <bdi>{answer}</bdi>
                    </strong>
                    {note && <span className="whitespace-pre-line text-muted">{note}</span>}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </details>
      )}
      <Form method="post" className="grid gap-3 border-t border-line pt-4">
        <p>{m.respondent_submit_lead({ asker })}</p>
        {behind.length > 0 && (
          <fieldset className="choices grid gap-1">
            <legend className="mb-1">{m.cascade_behind({ asker })}</legend>
            {behind.map(({ id, name }) => (
              <label key={id} className="flex min-h-11 items-center gap-2">
                <input type="checkbox" name="alsoWith" value={id} defaultChecked={shared.includes(id)} className="size-5" />
                {m.cascade_also_with({ name })}
              </label>
            ))}
          </fieldset>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" size="lg" disabled={unanswered.length > 0} className="w-full sm:w-auto">
            {m.respondent_submit({ asker })}
          </Button>
          <LinkButton to={base} size="lg">
            {m.respondent_all_sections()}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}
