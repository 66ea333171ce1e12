import { redirect } from '@remix-run/node';
import type { Member } from '~/access/require-member.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { instrumentLocales, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { findInstrument } from '~/questionnaires/builder/find-instrument.server';
import { getLocale, isLocale, type Locale, locales } from '~/paraglide/runtime';
import { notFound } from '~/platform/http/responses.server';
import { paperOfResponse, paperOfInstrument } from './make-paper.server';

/** The language that the address asks for, where the questions are written in it; else the reader's. */
function localeOf(request: Request, offered: readonly string[]): { locale: Locale; offered: Locale[] } {
  const asked = new URL(request.url).searchParams.get('in');
  return {
    locale: isLocale(asked) && offered.includes(asked) ? asked : getLocale(),
    offered: locales.filter((locale) => offered.includes(locale)),
  };
}

/**
 * The form of a response as a member may read it, his organization's own or what a supplier shares, with the answers or empty (`?answers=none`). What is
 * shared is written into the log of readings by `how`. 404 where the pages of the response are.
 */
export async function responsePaper(
  member: Member,
  { request, responseId, how }: { request: Request; responseId: string; how: 'page' | 'pdf' },
) {
  const isBlank = new URL(request.url).searchParams.get('answers') === 'none';
  const read = await member.inOrganization((db) => readResponse(db, responseId, { how }));
  if (!read) throw notFound();
  if (read.sharing === 'received')
    throw redirect(`/guest/questionnaire/${read.id}/print-form${how === 'pdf' ? '.pdf' : ''}${new URL(request.url).search}`);
  const { locale, offered } = localeOf(request, instrumentLocales(read.instrumentKey));
  const form = paperOfResponse({
    response: read,
    shown: localizedInstrument(read.instrumentKey, locale),
    locale,
    isBlank,
    asker: member.organization.name,
    contact: contactOf(member.user),
    subject: read.party.name,
    wayBack: 'hand',
  });
  const base = `/o/${member.organization.slug}/responses`;
  return {
    form,
    isBlank,
    hasAnswers: read.answers.size > 0,
    offered,
    base,
    here: `${base}/${read.id}`,
    subject: read.party.name,
    id: read.id,
  };
}

/** A questionnaire as an empty form, released or the organization's own, a draft too. 404 where its page is. */
export async function instrumentPaper(member: Member, { request, key }: { request: Request; key: string }) {
  const first = await member.inOrganization((db) => findInstrument(db, key, getLocale()));
  if (!first) throw notFound();
  const { locale, offered } = localeOf(request, first.locales);
  const found = locale === first.shown.locale ? first : await member.inOrganization((db) => findInstrument(db, key, locale));
  if (!found) throw notFound();
  const form = paperOfInstrument({
    shown: found.shown,
    locale,
    asker: member.organization.name,
    contact: contactOf(member.user),
    subject: null,
    wayBack: 'hand',
  });
  const base = `/o/${member.organization.slug}/templates`;
  return { form, offered, base, here: `${base}/${key}`, key };
}

const contactOf = ({ name, email }: { name: string; email: string }): string => `${name}, ${email}`;
