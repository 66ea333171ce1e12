import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readSession } from '~/access/session.server';
import { reportPreparedAt } from '~/access/verify-report.server';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { PublicFrame } from '~/ui/public-frame';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const hash = params.reportHash ?? '';
  const isSignedIn = (await readSession(request)) !== null;
  return { hash, preparedAt: (await reportPreparedAt(hash))?.toISOString() ?? null, isSignedIn };
}

export const meta: MetaFunction = () => [{ title: `${m.assessment_verify_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function VerifiedReport() {
  const { hash, preparedAt, isSignedIn } = useLoaderData<typeof loader>();
  return (
    <PublicFrame isSignedIn={isSignedIn}>
      <PageHeader title={m.assessment_verify_title()} lead={m.assessment_verify_lead()} />
      <p className="mb-4 break-all text-muted">
        <code>{hash}</code>
      </p>
      {preparedAt ? (
        <Notice tone="success">{m.assessment_verify_known({ date: formatDate(preparedAt) })}</Notice>
      ) : (
        <Notice tone="warning">{m.assessment_verify_unknown()}</Notice>
      )}
      <p className="mt-4">
        <Link to="/verify" className="text-accent underline">
          {m.assessment_verify_title()}
        </Link>
      </p>
    </PublicFrame>
  );
}
