import type { ActionFunctionArgs } from '@remix-run/node';
import { requireRespondent } from '~/access/require-respondent.server';
import { answerUpload } from '~/questionnaires/evidence/upload-protocol.server';
import { filesOfRespondent } from '~/questionnaires/respondent/own-files.server';

/** Starts the upload of a file in parts (tus 1.0). */
export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  return answerUpload(request, filesOfRespondent(respondent), `/guest/questionnaire/${respondent.responseId}/uploads`);
}
