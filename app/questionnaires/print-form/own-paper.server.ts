import { redirect } from '@remix-run/node';
import type { Respondent } from '~/access/require-respondent.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { readOwn } from '~/questionnaires/respondent/read-own.server';
import { getLocale } from '~/paraglide/runtime';
import { notFound } from '~/web/responses.server';
import { paperOfResponse } from './make-paper.server';

/**
 * The form of whoever answers, with the answers so far or empty (`?answers=none`); a colleague who was given some sections sees those. Throws a redirect to
 * the first page where answering was refused.
 */
export async function ownPaper(respondent: Respondent, request: Request) {
  const base = `/guest/questionnaire/${respondent.responseId}`;
  const own = await respondent.inResponse((db) => readOwn(db, respondent.responseId));
  if (!own) throw notFound();
  if (respondent.request.status === 'refused') throw redirect(base);
  const isBlank = new URL(request.url).searchParams.get('answers') === 'none';
  const locale = getLocale();
  const form = paperOfResponse({
    assessment: own,
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
