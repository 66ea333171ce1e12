import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { countAttempt } from '~/access/rate-limit.server';
import { readSession } from '~/access/session.server';
import { checkFileApart } from '~/documents/verification/check-file-apart.server';
import { CheckedFile } from '~/documents/verification/checked-file';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import { m } from '~/paraglide/messages';
import { readRefusalText } from '~/platform/parser/refusal-labels';
import { Button } from '~/ui/button';
import { Field, FileField } from '~/ui/field';
import { Form } from '~/ui/form';
import { PageHeader, Section } from '~/ui/page-header';
import { PublicFrame } from '~/ui/public-frame';
import { readUpload } from '~/platform/forms/read-upload.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const hash = new URL(request.url).searchParams.get('hash')?.trim().toLowerCase();
  if (hash && /^[0-9a-f]{1,64}$/.test(hash)) throw redirect(`/verify/${hash}`);
  return { isSignedIn: (await readSession(request)) !== null };
}

/** A file is parsed in a separate process and not stored. */
export async function action({ request, context }: ActionFunctionArgs) {
  const refuse = (error: string, status: number) => data({ error, checked: null, issued: null }, { status });
  if ((await countAttempt('verify-file', context.clientAddress)) > 0) return refuse(m.signing_verify_limited(), 429);
  const upload = await readUpload(request);
  if (upload.kind === 'problem')
    return refuse(upload.code === 'too-large' ? m.signing_verify_too_large() : m.signing_verify_missing(), 422);
  if (!upload.file || upload.file.bytes.length === 0) return refuse(m.signing_verify_missing(), 422);
  const checked = await checkFileApart(upload.file.bytes, { owner: context.clientAddress });
  if (checked.kind === 'unread') return refuse(readRefusalText(checked.refusal), 422);
  const issued = checked.kind === 'report' ? await findIssuedReport(checked.hash) : null;
  return data({ error: null, checked, issued }, { status: 200 });
}

export const meta: MetaFunction = () => [{ title: `${m.responses_verify_title()} · Manumit` }];

export default function Verify() {
  const { isSignedIn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PublicFrame isSignedIn={isSignedIn}>
      <PageHeader title={m.responses_verify_title()} lead={m.responses_verify_lead()} />
      <Form method="get" className="flex flex-wrap items-end gap-2">
        <Field
          name="hash"
          label={m.responses_verify_field()}
          hint={m.responses_verify_hint()}
          required
          pattern="[0-9a-fA-F]{64}"
          className="grow"
        />
        <Button type="submit" variant="primary">
          {m.responses_verify_submit()}
        </Button>
      </Form>
      <Section title={m.signing_verify_file_title()}>
        <Form method="post" encType="multipart/form-data" className="grid gap-4">
          <FileField
            name="file"
            label={m.signing_verify_file()}
            hint={m.signing_verify_file_hint()}
            accept=".pdf,.json,application/pdf,application/json"
            error={reply?.error ?? undefined}
          />
          <div>
            <Button type="submit">{m.signing_verify_file_submit()}</Button>
          </div>
        </Form>
        {reply?.checked && <CheckedFile checked={reply.checked} issued={reply.issued} />}
      </Section>
    </PublicFrame>
  );
}
