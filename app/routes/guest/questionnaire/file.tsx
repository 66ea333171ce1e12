import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRespondent } from '~/access/require-respondent.server';
import { PersonalDataScript } from '~/platform/privacy/personal-data-script';
import { FileViewer } from '~/questionnaires/evidence/file-viewer';
import { acceptedEvidence } from '~/questionnaires/evidence/limits';
import { questionShown } from '~/questionnaires/evidence/question-of.server';
import { changeFiles } from '~/questionnaires/evidence/receive-evidence.server';
import { viewEvidence } from '~/questionnaires/evidence/view-evidence.server';
import viewerScript from '~/questionnaires/evidence/viewer-script?worker&url';
import { refusalText } from '~/questionnaires/evidence/labels';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { isOpenTo } from '~/questionnaires/respondent/read-own.server';
import { filesOfRespondent } from '~/questionnaires/respondent/own-files.server';
import { useNonce } from '~/ui/nonce';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  const { responseId, asker } = respondent;
  const { evidenceId = '' } = params;
  const read = await respondent.inResponse(async (db) => {
    const own = await db.questionnaireResponse.findFirst({ where: { id: responseId }, select: { instrumentKey: true } });
    const question = own && (await questionShown(db, own.instrumentKey, param(params, 'question')));
    if (!question || !isOpenTo(respondent, question.section)) return null;
    const viewed = await viewEvidence(db, filesOfRespondent(respondent), { question: question.key, evidenceId, now: new Date() });
    return viewed && { question, viewed };
  });
  if (!read) throw notFound();
  const base = `/guest/questionnaire/${responseId}`;
  return {
    asker: asker.name,
    base,
    question: read.question,
    path: `${base}/files/${read.question.key}`,
    list: `${base}/files/${read.question.key}`,
    bytes: { base: `${base}/files/${read.question.key}`, mark: '/' as const },
    accept: acceptedEvidence,
    isSaved: new URL(request.url).searchParams.has('saved'),
    ...read.viewed,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  const { question = '', evidenceId = '' } = params;
  const changed = await changeFiles(filesOfRespondent(respondent), request, { question, evidenceId, now: new Date() });
  const [problem] = changed.kind === 'refused' ? changed.problems : [];
  if (problem) return data({ problem: refusalText(problem.code) }, { status: 422 });
  return redirect(`/guest/questionnaire/${respondent.responseId}/files/${encodeURIComponent(question)}/${evidenceId}?saved`, {
    status: 303,
  });
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.item.file.fileName ?? ''} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function AnswerFile() {
  const { asker, base, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const nonce = useNonce();
  return (
    <AnswerFrame asker={asker} home={base}>
      <FileViewer {...shown} problem={reply?.problem ?? null} />
      <script type="module" src={viewerScript} nonce={nonce} />
      <PersonalDataScript />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
