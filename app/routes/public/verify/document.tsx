import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readSession } from '~/access/session.server';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import { issuedReportSchema } from '~/documents/verification/issued-report';
import { RegistryEntry } from '~/documents/verification/registry-entry';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import { PublicFrame } from '~/ui/public-frame';
import { param } from '~/platform/http/param.server';

/** The registry entry of a report, for anyone with its hash. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const hash = param(params, 'reportHash').toLowerCase();
  const isSignedIn = (await readSession(request)) !== null;
  const issued = await findIssuedReport(hash);
  // The digests of pages and files are not needed on this page.
  return { hash, issued: issued && { ...issued, files: [] }, isSignedIn };
}

export const meta: MetaFunction = () => [{ title: `${m.responses_verify_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function VerifiedReport() {
  const { hash, issued, isSignedIn } = useLoaderData<typeof loader>();
  return (
    <PublicFrame isSignedIn={isSignedIn}>
      <PageHeader
        title={m.responses_verify_title()}
        lead={issued ? m.verification_known_hint() : m.responses_verify_lead()}
        actions={<LinkButton to="/verify">{m.verification_check_file()}</LinkButton>}
      />
      <div className="grid grid-cols-1 gap-3">
        <RegistryEntry hash={hash} issued={issuedReportSchema.nullable().parse(issued)} />
      </div>
    </PublicFrame>
  );
}
