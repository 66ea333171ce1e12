import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { countLinkRequest, makeMagicLink } from '~/access/magic-link.server';
import { readSession } from '~/access/session.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { mailSignInLink } from '~/organizations/accounts/mail-sign-in-link.server';
import { linkFields } from '~/organizations/accounts/schema';
import { limitedMessage } from '~/organizations/accounts/labels';
import { canSendMail } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Notice } from '~/ui/notice';
import { fieldOf } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';

export async function loader({ request }: LoaderFunctionArgs) {
  if (await readSession(request)) throw redirect('/');
  return { canSendMail: canSendMail() };
}

/** The same response after the same work, whether the address is known or not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!canSendMail()) return data(formFailure(form, { '': [m.accounts_link_no_mail()] }), { status: 422 });
  const read = parseForm(form, linkFields);
  if (!read.ok) return data(read, { status: 422 });
  const { email } = read.value;
  const retryAfterSeconds = await countLinkRequest(email, context.clientAddress);
  if (retryAfterSeconds > 0)
    return data(formFailure(form, { '': [limitedMessage(retryAfterSeconds)] }), {
      status: 429,
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
  void mailSignInLink(() => makeMagicLink(email));
  return { ok: true } as const;
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_link_title()} · Manumit` }];

export default function AskForLink() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.ok)
    return (
      <AccountPage title={m.accounts_link_sent_title()}>
        <Notice tone="success" isLive>
          {m.accounts_link_sent()}
        </Notice>
      </AccountPage>
    );
  return (
    <AccountPage title={m.accounts_link_title()} lead={m.accounts_link_lead()}>
      {loaded.canSendMail ? (
        <Form method="post" noValidate className="flex flex-col gap-4">
          <ErrorSummary errors={answer?.errors} />
          <Field {...fieldOf(answer, 'email')} label={m.accounts_email()} type="email" autoComplete="username" required />
          <Button variant="primary">{m.accounts_link_send()}</Button>
        </Form>
      ) : (
        <Notice tone="warning">{m.accounts_link_no_mail()}</Notice>
      )}
      <p>
        <Link to="/sign-in">{m.accounts_sign_in()}</Link>
      </p>
    </AccountPage>
  );
}
