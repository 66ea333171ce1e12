import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { findDraft } from '~/questionnaires/builder/find-draft.server';
import { writeInstrumentFile } from '~/questionnaires/builder/write-instrument-file';
import { writeXlsForm } from '~/questionnaires/builder/xls-form/write-xls-form.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';
import { param } from '~/platform/http/param.server';

/** A questionnaire as a file: JSON in the format of the released ones, or an XLSForm (`?as=xlsform`). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const key = param(params, 'instrumentKey');
  const draft = await member.inOrganization((db) => findDraft(db, key));
  if (!draft) throw notFound();
  const name = key.replace('@', '-');
  return new URL(request.url).searchParams.get('as') === 'xlsform'
    ? downloadResponse(writeXlsForm(draft), { fileName: `${name}.xlsx`, mediaType: xlsxMediaType })
    : downloadResponse(writeInstrumentFile(draft), { fileName: `${name}.json`, mediaType: 'application/json' });
}
