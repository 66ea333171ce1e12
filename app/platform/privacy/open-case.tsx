import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';

type Place = { responseId: string; question: string };

/**
 * The door to a new case from the page of a record: a form that sends what it is about, so that no address holds it. The same for everybody whose role may
 * open one, whatever there is.
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

/** The same from a question, which stands inside the form of its section: the button belongs to a form outside of it, of `OpenCaseForms`. */
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
      <input type="hidden" name="assessment" value={responseId} />
      <input type="hidden" name="question" value={question} />
    </Form>
  ));
}
