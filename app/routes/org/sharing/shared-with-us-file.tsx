import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { FileViewer } from '~/questionnaires/evidence/file-viewer';
import { questionShown } from '~/questionnaires/evidence/question-of.server';
import { useViewer } from '~/questionnaires/evidence/use-scripts';
import { viewShared } from '~/questionnaires/evidence/view-shared.server';
import { readSharedAccess } from '~/sharing/shared-access/read-shared-access.server';
import { goneInMidRead } from '~/sharing/access-log/refuse-reading.server';
import { m } from '~/paraglide/messages';
import { Breadcrumbs } from '~/ui/page-header';
import { gone, notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** One file of shared answers, as its reader may see it. The read is logged; 410 once access has ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { sharedAccessId = '', evidenceId = '' } = params;
  const now = new Date();
  const read = await goneInMidRead(() =>
    member.inOrganization(async (db) => {
      const grant = await readSharedAccess(db, { organizationId: member.organization.id, sharedAccessId, now });
      if (!grant || grant.isGiven) return null;
      if (grant.state !== 'accepted') throw gone();
      const question = await questionShown(db, grant.instrumentKey, param(params, 'question'));
      if (!question) return null;
      const { key, section } = question;
      return { grant, question, viewed: await viewShared(db, grant, { question: key, section, evidenceId, now }) };
    }),
  );
  if (read?.viewed === 'over') throw gone();
  if (!read?.viewed) throw notFound();
  const base = `/o/${member.organization.slug}/shared-with-us/${sharedAccessId}`;
  return {
    granter: read.grant.granter,
    base,
    question: read.question,
    path: `${base}/files/${read.question.key}`,
    list: `${base}/files`,
    bytes: { base: `${base}/files`, mark: '.' as const },
    accept: '',
    isSaved: false,
    problem: null,
    ...read.viewed,
  };
}

/** Content that may be revoked is never cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.item.file.fileName ?? ''} · ${loaded?.granter ?? ''} · Manumit` },
];

export default function SharedFile() {
  const { granter, base, ...shown } = useLoaderData<typeof loader>();
  useViewer(shown.item.id);
  const { section, key } = shown.question;
  return (
    <div className="grid max-w-3xl gap-4">
      <Breadcrumbs
        crumbs={[
          { label: granter, to: base },
          { label: section, to: `${base}/sections/${section}` },
          { label: m.evidence_title(), to: `${base}/files` },
          { label: key },
        ]}
      />
      <FileViewer key={shown.item.id} {...shown} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
