import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRespondent } from '~/access/require-respondent.server';
import { PersonalDataScript } from '~/platform/privacy/personal-data-script';
import { FilesPage } from '~/questionnaires/evidence/files-page';
import { acceptedEvidence } from '~/questionnaires/evidence/limits';
import { listEvidence } from '~/questionnaires/evidence/list-evidence.server';
import { questionShown } from '~/questionnaires/evidence/question-of.server';
import { changeFiles } from '~/questionnaires/evidence/receive-evidence.server';
import uploadScript from '~/questionnaires/evidence/upload-script?worker&url';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { isOpenTo, isWanted } from '~/questionnaires/respondent/read-own.server';
import { defaultAudience, filesOfRespondent } from '~/questionnaires/respondent/own-files.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { useNonce } from '~/ui/nonce';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  const { responseId, asker } = respondent;
  const read = await respondent.inResponse(async (db) => {
    const own = await db.questionnaireResponse.findFirst({ where: { id: responseId }, select: { status: true, instrumentKey: true } });
    const question = own && (await questionShown(db, own.instrumentKey, param(params, 'question')));
    if (!question || !isOpenTo(respondent, question.section)) return null;
    const list = await listEvidence(db, filesOfRespondent(respondent), { question: question.key, now: new Date() });
    return { own, question, list };
  });
  if (!read) throw notFound();
  const { own, question, list } = read;
  const base = `/guest/questionnaire/${responseId}`;
  return {
    asker: asker.name,
    base,
    question,
    list,
    path: `${base}/files/${question.key}`,
    bytes: { base: `${base}/files/${question.key}`, mark: '/' as const },
    uploads: `${base}/uploads`,
    accept: acceptedEvidence,
    mayAdd: own.status === 'open' && isWanted(respondent),
    removedId: new URL(request.url).searchParams.get('removed'),
    audience: defaultAudience(asker.kind),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  const question = param(params, 'question');
  const changed = await changeFiles(filesOfRespondent(respondent), request, { question, now: new Date() });
  if (changed.kind === 'refused') return data({ problems: changed.problems, stored: changed.stored }, { status: 422 });
  const path = `/guest/questionnaire/${respondent.responseId}/files/${encodeURIComponent(question)}`;
  return redirect(changed.removed ? `${path}?removed=${changed.removed}` : path, { status: 303 });
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = () => [{ title: `${m.files_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function AnswerFiles() {
  const { asker, base, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const nonce = useNonce();
  return (
    <AnswerFrame asker={asker} home={base}>
      <FilesPage {...shown} reply={reply} />
      <nav className="mt-6 border-t border-line pt-4">
        <LinkButton to={`${base}/sections/${shown.question.section}#${shown.question.key}`} size="lg">
          {m.files_back_to_question()}
        </LinkButton>
      </nav>
      {shown.mayAdd && <script type="module" src={uploadScript} nonce={nonce} />}
      <PersonalDataScript />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
