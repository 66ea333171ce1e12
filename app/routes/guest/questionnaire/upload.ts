import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireRespondent } from '~/access/require-respondent.server';
import { answerUpload } from '~/questionnaires/evidence/upload-protocol.server';
import { filesOfRespondent } from '~/questionnaires/respondent/own-files.server';
import { notFound } from '~/platform/http/responses.server';

/** The number of bytes received of a file (HEAD, tus 1.0). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  if (request.method !== 'HEAD') throw notFound();
  return answerUpload(request, filesOfRespondent(respondent), `/guest/questionnaire/${respondent.responseId}/uploads`);
}

/** Receives a part of a file (PATCH), or cancels its upload (DELETE). */
export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  return answerUpload(request, filesOfRespondent(respondent), `/guest/questionnaire/${respondent.responseId}/uploads`);
}
