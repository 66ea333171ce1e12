import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { closeSession, readSession } from '~/access/session.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await readSession(request))) throw redirect('/');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  return redirect('/', { status: 303, headers: { 'set-cookie': await closeSession(request) } });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_sign_out()} · Manumit` }];

export default function SignOut() {
  return (
    <AccountPage title={m.accounts_sign_out()} lead={m.accounts_sign_out_text()} isSignedIn>
      <Form method="post">
        <Button variant="primary">{m.accounts_sign_out()}</Button>
      </Form>
    </AccountPage>
  );
}
