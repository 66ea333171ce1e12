import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { FileViewer } from '~/questionnaires/evidence/file-viewer';
import { acceptedEvidence } from '~/questionnaires/evidence/limits';
import { changeOwnFiles, filesOfMember, findFilesOf } from '~/questionnaires/evidence/member-files.server';
import { questionShown } from '~/questionnaires/evidence/question-of.server';
import { useViewer } from '~/questionnaires/evidence/use-scripts';
import { viewEvidence } from '~/questionnaires/evidence/view-evidence.server';
import { viewShared } from '~/questionnaires/evidence/view-shared.server';
import { refusalText } from '~/questionnaires/evidence/labels';
import { goneInMidRead } from '~/sharing/access-log/refuse-reading.server';
import { Breadcrumbs } from '~/ui/page-header';
import { forbidden, gone, notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** One file of a response: a member's own, or one that a supplier shares with the organization, which is read-only. 410 once it is no longer shared. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { responseId = '', evidenceId = '' } = params;
  const base = `/o/${member.organization.slug}/responses/${responseId}`;
  const now = new Date();
  const read = await goneInMidRead(() =>
    member.inOrganization(async (db) => {
      const of = await findFilesOf(db, responseId);
      const question = of && (await questionShown(db, of.instrumentKey, param(params, 'question')));
      if (!question) return null;
      const { key, section } = question;
      if (of.kind === 'received') throw redirect(`/guest/questionnaire/${responseId}/files/${encodeURIComponent(key)}/${evidenceId}`);
      const wanted = { question: key, section, evidenceId, now };
      if (of.kind === 'own') return { of, question, viewed: await viewEvidence(db, filesOfMember(member, responseId), wanted) };
      return of.origin && { of, question, viewed: await viewShared(db, of.origin, wanted) };
    }),
  );
  if (read?.viewed === 'over') throw gone();
  if (!read?.viewed) throw notFound();
  const { of, question, viewed } = read;
  const path = `${base}/files/${question.key}`;
  return {
    supplier: of.supplier,
    base,
    question,
    path,
    list: of.kind === 'own' ? path : `${base}/files`,
    bytes: { base: `${base}/evidence`, mark: '.' as const },
    accept: acceptedEvidence,
    isSaved: new URL(request.url).searchParams.has('saved'),
    ...viewed,
    item: { ...viewed.item, mayChange: viewed.item.mayChange && member.can('answer:response') },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { responseId = '', question = '', evidenceId = '' } = params;
  const changed = await changeOwnFiles(member, request, { responseId, question, evidenceId, now: new Date() });
  if (changed.kind === 'forbidden') throw forbidden();
  if (changed.kind === 'unknown') throw notFound();
  const [problem] = changed.kind === 'refused' ? changed.problems : [];
  if (problem) return data({ problem: refusalText(problem.code) }, { status: 422 });
  const path = `/o/${member.organization.slug}/responses/${responseId}/files/${encodeURIComponent(question)}/${evidenceId}`;
  return redirect(`${path}?saved`, { status: 303 });
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.item.file.fileName ?? ''} · ${loaded?.supplier ?? ''} · Manumit` },
];

export default function ResponseFile() {
  const { supplier, base, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  useViewer(shown.item.id);
  const { section, key } = shown.question;
  return (
    <div className="grid max-w-3xl gap-4">
      <Breadcrumbs
        crumbs={[
          { label: supplier, to: base },
          { label: section, to: `${base}/questions/${section}` },
          { label: key, to: `${base}/questions/${section}#${key}` },
        ]}
      />
      <FileViewer key={shown.item.id} {...shown} problem={reply?.problem ?? null} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
