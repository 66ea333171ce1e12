import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRespondent } from '~/access/require-respondent.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { isWanted, readOwn } from '~/questionnaires/respondent/read-own.server';
import { saveOwnSection } from '~/questionnaires/respondent/save-own.server';
import { takeWorkbook } from '~/questionnaires/workbook/take-workbook.server';
import { WorkbookSection } from '~/questionnaires/workbook/workbook-section';
import { m } from '~/paraglide/messages';
import { gone, notFound } from '~/platform/http/responses.server';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  // A colleague who received some sections answers them on their pages.
  if (respondent.sections.length > 0) throw notFound();
  const own = await respondent.inResponse((db) => readOwn(db, respondent.responseId));
  if (!own) throw notFound();
  return {
    asker: respondent.asker.name,
    base: `/guest/questionnaire/${respondent.responseId}`,
    mayAnswer: own.status === 'open' && isWanted(respondent),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  // A colleague who received some sections answers them on their pages.
  if (respondent.sections.length > 0) throw notFound();
  const now = new Date();
  const reply = await takeWorkbook(request, {
    load: () => respondent.inResponse((db) => readOwn(db, respondent.responseId)),
    shownIn: localizedInstrument,
    // Respondents do not use the queue of the requester's members.
    sender: { organizationId: `answers to ${respondent.asker.id}`, address: context.clientAddress },
    save: async (sectionKey, form) => {
      const saved = await saveOwnSection(respondent, { sectionKey, form, now });
      if (saved.kind !== 'section') throw gone();
      return saved.refusals;
    },
  });
  if (!reply) throw notFound();
  const isBad = reply.kind === 'problem' || (reply.kind === 'compared' && reply.read.kind === 'refused');
  return data(reply, { status: isBad ? 422 : 200 });
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.workbook_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function AnswerWorkbook() {
  const { asker, base, mayAnswer } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AnswerFrame asker={asker} home={base}>
      <h1 className="mb-4">{m.workbook_title()}</h1>
      <WorkbookSection download={`${base}/workbook.xlsx`} reply={reply ?? null} mayAnswer={mayAnswer} />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
