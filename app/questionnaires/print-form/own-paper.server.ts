import { redirect } from '@remix-run/node';
import type { Respondent } from '~/access/require-respondent.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { readOwn } from '~/questionnaires/respondent/read-own.server';
import { getLocale } from '~/paraglide/runtime';
import { notFound } from '~/platform/http/responses.server';
import { paperOfResponse } from './make-paper.server';

/**
 * The respondent's form, with the answers so far or empty (`?answers=none`); a colleague sees the assigned sections. Throws a redirect to the first page where
 * answering was declined.
 */
export async function ownPaper(respondent: Respondent, request: Request) {
  const base = `/guest/questionnaire/${respondent.responseId}`;
  const own = await respondent.inResponse((db) => readOwn(db, respondent.responseId));
  if (!own) throw notFound();
  if (respondent.request.status === 'refused') throw redirect(base);
  const isBlank = new URL(request.url).searchParams.get('answers') === 'none';
  const locale = getLocale();
  const form = paperOfResponse({
    response: own,
    shown: localizedInstrument(own.instrumentKey, locale),
    locale,
    isBlank,
    asker: respondent.asker.name,
    contact: null,
    subject: respondent.request.supplier,
    wayBack: 'link',
    sections: respondent.sections,
  });
  return { form, isBlank, hasAnswers: own.answers.size > 0, base, asker: respondent.asker.name, id: own.id };
}
