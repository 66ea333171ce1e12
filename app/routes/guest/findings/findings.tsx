import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSite } from '~/access/require-site.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { readSite, readSiteVisit } from '~/findings/site-responses/read-site.server';
import { SiteHome } from '~/findings/site-responses/site-home';
import { SiteVisitPage } from '~/findings/site-responses/site-visit';
import { m } from '~/paraglide/messages';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { share, member, read } = await requireSite(request, params);
  return {
    asker: share.asker.name,
    supplier: share.supplier,
    message: share.message,
    dueOn: share.dueOn.toISOString().slice(0, 10),
    visit: await read((db) => readSiteVisit(db, share.shareId)),
    rows: await read((db) => readSite(db, share.shareId)),
    base: `/guest/findings/${share.shareId}`,
    account: member ? `/o/${member.orgSlug}/received-requests` : null,
  };
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.site_sharing_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function SiteRoute() {
  const { visit, ...shown } = useLoaderData<typeof loader>();
  return <AnswerFrame asker={shown.asker}>{visit ? <SiteVisitPage {...shown} visit={visit} /> : <SiteHome {...shown} />}</AnswerFrame>;
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
