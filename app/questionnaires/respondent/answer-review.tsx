import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { quoted } from './answer-labels';
import { type GivenAnswer, GivenAnswers } from './given-answers';
import { placeOf, QuestionLinks } from './question-links';

type Placed = { key: string; section: string; text: string; dependsOnText: string | null; because: string | null };
type Shown = {
  asker: string;
  base: string;
  answered: number;
  /** What was answered, section by section. */
  given: {
    key: string;
    title: string;
    answers: GivenAnswer[];
  }[];
  unanswered: Placed[];
  blank: Placed[];
  unasked: Placed[];
  problem: string | null;
  /** Those for whose questions the asker asks, and which of them read the answers already. */
  behind: { id: string; name: string }[];
  shared: string[];
};

/** What there is to know before the answers go out: what is missing, what was answered with a way to change it, what was not asked; then the button. */
export function AnswerReview({ asker, base, answered, given, unanswered, blank, unasked, problem, behind, shared }: Shown) {
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
      {given.map((section) => (
        <section key={section.key} aria-labelledby={`given-${section.key}`} className="grid gap-1">
          <h2 id={`given-${section.key}`}>{section.title}</h2>
          <GivenAnswers answers={section.answers} linkTo={(key) => linkTo(key, section.key)} />
        </section>
      ))}
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
