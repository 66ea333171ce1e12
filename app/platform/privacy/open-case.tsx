import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';

type Place = { responseId: string; question: string };

/**
 * Opens a sensitive case from the page of a record: a form that posts the record, so that no URL contains it. It looks the same to every role that may open
 * a case, whether one exists or not.
 */
export function OpenCaseHere({ base, about }: { base: string; about: string }) {
  return (
    <Form method="post" action={`${base}/sensitive-cases/new`}>
      <input type="hidden" name="about" value={about} />
      <Button type="submit" name="intent" value="start" variant="quiet">
        {m.sensitive_cases_open_here()}
      </Button>
    </Form>
  );
}

/** The same from a question, inside the form of its section: the button submits a form of `OpenCaseForms` outside of it. */
export function OpenCaseButton({ question }: { question: string }) {
  return (
    <div>
      <Button type="submit" form={`case-form-${question}`} name="intent" value="start" variant="quiet">
        {m.sensitive_cases_open_here()}
      </Button>
    </div>
  );
}

/** The forms behind `OpenCaseButton`, one for each question. */
export function OpenCaseForms({ base, about, places }: { base: string; about: string; places: readonly Place[] }) {
  return places.map(({ responseId, question }) => (
    <Form key={question} method="post" action={`${base}/sensitive-cases/new`} id={`case-form-${question}`} hidden>
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="response" value={responseId} />
      <input type="hidden" name="question" value={question} />
    </Form>
  ));
}
