import { personalKindsIn } from '~/platform/privacy/recognize-personal-data';
import { personalKindWords } from '~/platform/privacy/kind-words';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { CopyField } from '~/ui/copy-field';
import { Dialog } from '~/ui/dialog';
import { Checkbox, Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';
import type { Obstacle } from './arrange-result';
import { refusalLabel } from './refusal-labels';
import { ResultHead, ResultIssues } from './result-view';
import type { ResultWithPoints } from './add-compliance-points.server';

type Failure = FormFailure | undefined;

/** The form for publication: a preview of the published result, and who at the site agreed. */
export function PublishForm({ result, seen, failure }: { result: ResultWithPoints; seen: string; failure: Failure }) {
  const held = new Set(failure?.values.held);
  return (
    <Form method="post" noValidate className="grid gap-4">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="seen" value={seen} />
      <Section title={m.published_results_preview()} lead={m.published_results_preview_lead()}>
        <ResultHead of={result} publishedAt={null} />
        <ResultIssues
          result={result}
          beside={({ question, replies }, place) => {
            const signs = personalKindsIn(replies[place]?.text ?? '').map((sign) => personalKindWords[sign]());
            const name = `${question}:${place}`;
            return (
              <Checkbox
                name="held"
                value={name}
                label={m.published_results_hold()}
                defaultChecked={held.has(name)}
                {...(signs.length > 0 ? { hint: m.published_results_signs({ signs: signs.join(', ') }) } : {})}
              />
            );
          }}
        />
      </Section>
      <Section title={m.published_results_consent()} lead={m.published_results_consent_lead()}>
        <div className="grid max-w-prose gap-4">
          <Field
            {...fieldOf(failure, 'agreedBy')}
            label={m.published_results_agreed_by()}
            hint={m.published_results_agreed_by_hint()}
            maxLength={200}
          />
          <Field {...fieldOf(failure, 'agreedOn')} type="date" isPast label={m.published_results_agreed_on()} className="max-w-60" />
          <Checkbox {...checkboxOf(failure, 'screened')} id="field-screened" label={m.published_results_screened()} />
          <div>
            <Button type="submit" variant="primary">
              {m.published_results_publish()}
            </Button>
          </div>
        </div>
      </Section>
    </Form>
  );
}

/** The published result: its address, who agreed, and withdrawal. */
export function PublishedResultSection({
  address,
  published,
  failure,
}: {
  address: string;
  published: { agreedBy: string; agreedOn: Date | string; publishedAt: Date | string };
  failure: Failure;
}) {
  return (
    <Section
      title={m.published_results_stands({ date: formatDate(published.publishedAt) })}
      lead={m.published_results_agreed({ by: published.agreedBy, date: formatDate(published.agreedOn) })}
    >
      <div className="grid max-w-prose gap-4">
        <CopyField value={address} label={m.published_results_address()} />
        <p>
          <a href={address} className="text-accent underline">
            {m.published_results_open()}
          </a>
        </p>
        <div>
          <Dialog
            trigger={m.published_results_withdraw()}
            title={m.published_results_withdraw()}
            variant="danger"
            isRefused={failure !== undefined}
          >
            <Form method="post" noValidate className="grid gap-4">
              <ErrorSummary errors={failure?.errors} />
              <input type="hidden" name="intent" value="withdraw" />
              <p>{m.published_results_withdraw_lead()}</p>
              <TextArea
                {...fieldOf(failure, 'reason')}
                label={m.published_results_withdraw_reason()}
                hint={m.published_results_withdraw_reason_hint()}
                rows={3}
                maxLength={500}
              />
              <div>
                <Button type="submit" variant="danger">
                  {m.published_results_withdraw()}
                </Button>
              </div>
            </Form>
          </Dialog>
        </div>
      </div>
    </Section>
  );
}

/** Why the result cannot be published yet, each reason with what would change it. */
export function Obstacles({ obstacles }: { obstacles: readonly Obstacle[] }) {
  return (
    <Notice tone="warning" title={m.published_results_obstacles()}>
      <ul className="grid gap-1">
        {obstacles.map((obstacle) => (
          <li key={obstacle}>{refusalLabel(obstacle)}</li>
        ))}
      </ul>
    </Notice>
  );
}
