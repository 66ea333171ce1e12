import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { FilesPage } from '~/questionnaires/evidence/files-page';
import { acceptedEvidence } from '~/questionnaires/evidence/limits';
import { listEvidence } from '~/questionnaires/evidence/list-evidence.server';
import { changeOwnFiles, filesOfMember, findFilesOf } from '~/questionnaires/evidence/member-files.server';
import { questionShown } from '~/questionnaires/evidence/question-of.server';
import { useUploads } from '~/questionnaires/evidence/use-scripts';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Breadcrumbs } from '~/ui/page-header';
import { forbidden, notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The files of one question of a member's own response. Files of a supplier that answers itself are listed with all others that it shares. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { responseId = '' } = params;
  const base = `/o/${member.organization.slug}/responses/${responseId}`;
  const read = await member.inOrganization(async (db) => {
    const of = await findFilesOf(db, responseId);
    const question = of && (await questionShown(db, of.instrumentKey, param(params, 'question')));
    if (!question) return null;
    if (of.kind === 'received') throw redirect(`/guest/questionnaire/${responseId}/files/${encodeURIComponent(question.key)}`);
    if (of.kind === 'shared') throw redirect(`${base}/files`);
    return { of, question, list: await listEvidence(db, filesOfMember(member, responseId), { question: question.key, now: new Date() }) };
  });
  if (!read) throw notFound();
  return {
    supplier: read.of.supplier,
    base,
    question: read.question,
    list: read.list,
    path: `${base}/files/${read.question.key}`,
    bytes: { base: `${base}/evidence`, mark: '.' as const },
    uploads: `${base}/uploads`,
    accept: acceptedEvidence,
    mayAdd: read.of.status === 'open' && member.can('answer:response'),
    removedId: new URL(request.url).searchParams.get('removed'),
    // An own response has no requester, so no audience is proposed.
    audience: [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { responseId = '', question = '' } = params;
  const changed = await changeOwnFiles(member, request, { responseId, question, now: new Date() });
  if (changed.kind === 'forbidden') throw forbidden();
  if (changed.kind === 'unknown') throw notFound();
  if (changed.kind === 'refused') return data({ problems: changed.problems, stored: changed.stored }, { status: 422 });
  const path = `/o/${member.organization.slug}/responses/${responseId}/files/${encodeURIComponent(question)}`;
  return redirect(changed.removed ? `${path}?removed=${changed.removed}` : path, { status: 303 });
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.files_title()} · ${loaded?.question.key ?? ''} · ${loaded?.supplier ?? ''} · Manumit` },
];

export default function ResponseQuestionFiles() {
  const { supplier, base, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  useUploads(shown.mayAdd ? shown.path : '');
  const back = `${base}/questions/${shown.question.section}`;
  return (
    <div className="grid max-w-3xl gap-4">
      <Breadcrumbs crumbs={[{ label: supplier, to: base }, { label: shown.question.section, to: back }, { label: shown.question.key }]} />
      <FilesPage key={shown.path} {...shown} reply={reply} />
      <nav className="border-t border-line pt-4">
        <LinkButton to={`${back}#${shown.question.key}`} size="lg">
          {m.files_back_to_question()}
        </LinkButton>
      </nav>
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
