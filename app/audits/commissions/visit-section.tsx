import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { LinkNotice, type ShownLink } from '~/questionnaires/requests/link-notice';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { formatDate } from '~/ui/format';
import { languageOptions } from '~/ui/language-options';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { locales } from '~/paraglide/runtime';

/** Notices by which the site reads who comes; none of an unannounced audit. */
export function VisitSection({
  announcement,
  notices,
  made,
  base,
  failure,
}: {
  announcement: string;
  notices: readonly { id: string; createdAt: Date | string; withdrawnAt: Date | string | null }[];
  made: ShownLink | null;
  base: string;
  failure: FormFailure | undefined;
}) {
  return (
    <Section title={m.commissions_visit_title()} lead={m.commissions_visit_lead()} id="visit">
      {made && <LinkNotice link={made} />}
      {notices.length > 0 && (
        <ul className="mb-4 grid max-w-prose">
          {notices.map(({ id, createdAt }) => (
            <li key={id}>
              <Link to={`${base}/site-sharing/${id}`}>{m.commissions_visit_of({ date: formatDate(createdAt) })}</Link>
            </li>
          ))}
        </ul>
      )}
      {announcement === 'unannounced' ? (
        <p className="text-muted">{m.commissions_visit_unannounced()}</p>
      ) : (
        <Form method="post" noValidate className="grid max-w-prose gap-4">
          <ErrorSummary errors={failure?.errors} />
          <input type="hidden" name="intent" value="notice-visit" />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field {...fieldOf(failure, 'email')} optional type="email" label={m.commissions_visit_email()} />
            <Select
              {...fieldOf(failure, 'locale', 'en')}
              label={m.audits_team_languages()}
              options={languageOptions(undefined).filter(({ value }) => locales.some((locale) => locale === value))}
            />
          </div>
          <div>
            <Button type="submit">{m.commissions_visit_send()}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
