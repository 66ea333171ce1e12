import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { readSession } from '~/access/session.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import { PublicFrame } from '~/ui/public-frame';

export async function loader({ request }: LoaderFunctionArgs) {
  const hash = new URL(request.url).searchParams.get('hash')?.trim().toLowerCase();
  if (hash && /^[0-9a-f]{1,64}$/.test(hash)) throw redirect(`/verify/${hash}`);
  return { isSignedIn: (await readSession(request)) !== null };
}

export const meta: MetaFunction = () => [{ title: `${m.assessment_verify_title()} · Manumit` }];

export default function Verify() {
  const { isSignedIn } = useLoaderData<typeof loader>();
  return (
    <PublicFrame isSignedIn={isSignedIn}>
      <PageHeader title={m.assessment_verify_title()} lead={m.assessment_verify_lead()} />
      <Form method="get" className="flex flex-wrap items-end gap-2">
        <Field
          name="hash"
          label={m.assessment_verify_field()}
          hint={m.assessment_verify_hint()}
          required
          pattern="[0-9a-fA-F]{64}"
          className="grow"
        />
        <Button type="submit" variant="primary">
          {m.assessment_verify_submit()}
        </Button>
      </Form>
    </PublicFrame>
  );
}
