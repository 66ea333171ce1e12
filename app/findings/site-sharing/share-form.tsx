import { useNavigation } from '@remix-run/react';
import { gradeLabel } from '~/findings/findings/labels';
import { languageName } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { getLocale, locales } from '~/paraglide/runtime';
import { Button, LinkButton } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Notice } from '~/ui/notice';
import { Select } from '~/ui/select';
import { checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';
import type { ShareChoices } from './read-share.server';
import type { ShareObstacle } from './site-labels';

const obstacles = {
  grave: m.site_sharing_share_obstacle_grave,
  withdrawn: m.site_sharing_share_obstacle_withdrawn,
} satisfies Record<ShareObstacle, () => string>;

/** Which findings are shared with a site, with which text, language and address. */
export function ShareForm({
  choices,
  mails,
  failure,
  cancel,
}: {
  choices: ShareChoices;
  mails: boolean;
  failure: FormFailure | undefined;
  cancel: string;
}) {
  const { state } = useNavigation();
  const chosen = failure?.values.finding;
  return (
    <Form method="post" noValidate className="grid max-w-3xl gap-6">
      <ErrorSummary errors={failure?.errors} />
      <ul className="grid gap-5">
        {choices.findings.map((finding) => (
          <li key={finding.id} className="grid gap-2 border-b border-line pb-5">
            {finding.obstacle ? (
              <>
                <p lang={finding.lang}>{finding.obstacle === 'grave' ? gradeLabel(finding.grade) : finding.words}</p>
                <p className="text-muted">{obstacles[finding.obstacle]()}</p>
              </>
            ) : (
              <>
                <Checkbox
                  name="finding"
                  value={finding.id}
                  id={`field-finding-${finding.id}`}
                  label={`${m.site_sharing_share_pick()} · ${gradeLabel(finding.grade)}`}
                  defaultChecked={chosen ? chosen.includes(finding.id) : !finding.isByWorkersAlone}
                />
                {finding.isByWorkersAlone ? (
                  <Notice tone="warning">{m.site_sharing_share_workers_alone()}</Notice>
                ) : (
                  finding.restsOnWorkers && <p className="text-muted">{m.site_sharing_share_rests_on_workers()}</p>
                )}
                <FreeText
                  label={m.site_sharing_share_words()}
                  hint={m.site_sharing_share_words_hint()}
                  rows={3}
                  maxLength={4000}
                  {...fieldOf(failure, `text-${finding.id}`, finding.words)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <Checkbox label={m.site_sharing_share_checked()} hint={m.site_sharing_share_checked_hint()} {...checkboxOf(failure, 'screened')} />
      <Field
        {...fieldOf(failure, 'email', choices.email)}
        type="email"
        autoComplete="off"
        optional
        label={m.site_sharing_share_email()}
        hint={mails ? m.site_sharing_share_email_hint() : m.site_sharing_share_email_no_mail()}
      />
      <Select
        {...fieldOf(failure, 'locale', getLocale())}
        label={m.requests_language()}
        options={locales.map((locale) => ({ value: locale, label: languageName(locale) }))}
        className="max-w-60"
      />
      <FreeText {...fieldOf(failure, 'message')} optional label={m.requests_message()} maxLength={2000} rows={3} />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" busy={state === 'submitting'}>
          {m.site_sharing_share_do()}
        </Button>
        <LinkButton to={cancel} variant="quiet">
          {m.findings_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
