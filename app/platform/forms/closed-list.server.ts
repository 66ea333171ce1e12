import { isMemberLocale } from '~/locales/member-locales';
import { badRequest } from '~/platform/http/responses.server';
import type { Choice } from '~/ui/combobox/choice';

/** A closed list in the language of the address (`language`), as a file that browsers keep for a day. */
export function closedList(request: Request, choicesIn: (locale: string) => readonly Choice[]): Response {
  const locale = new URL(request.url).searchParams.get('language');
  if (locale === null || !isMemberLocale(locale)) throw badRequest('A language of the interface is needed.');
  return Response.json({ choices: choicesIn(locale) }, { headers: { 'Cache-Control': 'public, max-age=86400' } });
}
