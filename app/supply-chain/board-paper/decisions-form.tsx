import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { fieldOf, type FormFailure } from '~/ui/form-values';
import { Section } from '~/ui/page-header';
import { type Decision, decisionFields, mostDecisions } from './schema';

/** The decisions of the next paper; saved as a draft, or issued with the figures of today. */
export function DecisionsForm({ decisions, failure }: { decisions: readonly Decision[]; failure: FormFailure | null }) {
  return (
    <Section title={m.board_paper_form_title()} lead={m.board_paper_form_lead()} id="decisions">
      <Form method="post" className="grid gap-5" data-print="none">
        <ErrorSummary errors={failure?.errors} />
        {Array.from({ length: mostDecisions }, (_, index) => {
          const saved = decisions[index];
          const field = (name: keyof Decision) => ({
            ...fieldOf(failure, `${index}.${name}`, saved?.[name]),
            maxLength: decisionFields[name].most,
          });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a decision is its place in the form
            <fieldset key={index} className="grid gap-3 border-t border-line pt-3 md:grid-cols-2">
              <legend className="pe-3 font-semibold">{m.board_paper_form_decision({ number: index + 1 })}</legend>
              <Field {...field('title')} label={m.board_paper_field_title()} />
              <Field {...field('amount')} label={m.board_paper_field_amount()} />
              <TextArea {...field('ifYes')} label={m.board_paper_field_yes()} rows={2} />
              <TextArea {...field('ifNo')} label={m.board_paper_field_no()} rows={2} />
            </fieldset>
          );
        })}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" name="intent" value="issue" variant="primary">
            {m.board_paper_issue()}
          </Button>
          <Button type="submit" name="intent" value="save">
            {m.board_paper_save()}
          </Button>
          <p className="text-muted">{m.board_paper_issue_hint()}</p>
        </div>
      </Form>
    </Section>
  );
}
