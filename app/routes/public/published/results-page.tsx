import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publishedUnder } from '~/access/published-results.server';
import { readSession } from '~/access/session.server';
import { PublishedPage } from '~/audits/published-results/published-page';
import { publicResultSchema, withdrawnResultSchema } from '~/audits/published-results/schema';
import { addCompliancePoints } from '~/audits/published-results/add-compliance-points.server';
import { m } from '~/paraglide/messages';
import { PublicFrame } from '~/ui/public-frame';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** For anyone with the address: no account, no script, no cookie. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const rows = await publishedUnder(param(params, 'pageId'));
  const results = rows.map(({ model, withdrawnAt, ...row }) => {
    if (withdrawnAt) return { ...row, withdrawnAt, result: null, of: withdrawnResultSchema.parse(model) };
    const result = publicResultSchema.parse(model);
    return { ...row, withdrawnAt: null, result: addCompliancePoints(result), of: result };
  });
  const [newest] = results;
  if (!newest) throw notFound();
  const { supplier, organization } = newest.of;
  return {
    results: results.map(({ of: { audit, site, organization: by }, ...row }) => ({ ...row, of: { audit, site, organization: by } })),
    ...{ supplier, organization, isSignedIn: (await readSession(request)) !== null },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? m.published_results_page_title({ supplier: loaded.supplier.name }) : ''} · Manumit` },
];

export default function PublishedRoute() {
  const { isSignedIn, ...shown } = useLoaderData<typeof loader>();
  return (
    <PublicFrame isSignedIn={isSignedIn}>
      <PublishedPage {...shown} />
    </PublicFrame>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
