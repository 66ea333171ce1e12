import { givenText } from '~/platform/http/given-text';
import { z } from 'zod';
import type { Member } from '~/access/require-member.server';
import type { ShownLink } from '~/questionnaires/requests/link-notice';
import { m } from '~/paraglide/messages';
import { pastDay } from '~/platform/forms/entered-day';
import { isLocale, type locales } from '~/paraglide/runtime';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { agreeVersion } from './agree-version.server';
import { endVersionAccess, handOverPlanLink, makeVersionLink } from './send-version.server';
import { planRefusalLabel } from './labels';

const who = (most: number) =>
  z
    .string({ error: () => m.esap_problem_who() })
    .trim()
    .min(1, { error: () => m.esap_problem_who() })
    .max(most);

/** The acts of the page of a version, as its forms send them. */
export const versionActs = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('send'),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.email({ error: () => m.requests_email_bad() }).max(320, { error: () => m.requests_email_bad() }))
      .nullable()
      .default(null),
    locale: z.custom<(typeof locales)[number]>(isLocale, { error: () => m.requests_locale_bad() }),
  }),
  z.object({
    intent: z.literal('paper'),
    name: who(200),
    function: who(200),
    agreedOn: pastDay(() => m.deals_problem_day()),
    note: z.string().trim().max(2_000).optional().default(''),
  }),
  z.object({ intent: z.literal('lock'), deviceId: z.uuid() }),
  z.object({ intent: z.literal('end') }),
]);

export type VersionActed =
  | { kind: 'done'; message: string }
  | { kind: 'sent'; link: ShownLink }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'unknown' };

/** The acts of the page of a version: a link for the client, its agreement on paper, ending links and devices. */
export async function handleVersionAction(
  member: Member,
  options: { dealId: string; versionId: string; form: FormData; now: Date; origin: string },
): Promise<VersionActed> {
  const { form, now, origin } = options;
  const [dealId, versionId] = [options.dealId, options.versionId].map((id) => z.guid().safeParse(id).data);
  if (!dealId || !versionId) return { kind: 'unknown' };
  const of = { dealId, versionId, userId: member.user.id, now };
  const isThere = await member.inOrganization((db) => db.frozenDocument.count({ where: { id: versionId, kind: 'esap', dealId } }));
  if (isThere === 0) return { kind: 'unknown' };
  const read = parseForm(form, versionActs);
  const intent = givenText(form, 'intent');
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  const refused = (code: string): VersionActed => ({
    ...{ kind: 'refused', intent, failure: formFailure(form, { [code === 'day-wrong' ? 'agreedOn' : '']: [planRefusalLabel(code)] }) },
  });
  switch (act.intent) {
    case 'send': {
      const made = await member.inOrganization((db) => makeVersionLink(db, { ...of, email: act.email, locale: act.locale }));
      if (made.kind === 'unknown') return made;
      if (made.kind === 'refused') return refused(made.code);
      return { kind: 'sent', link: await handOverPlanLink(made, { lender: member.organization.name, origin }) };
    }
    case 'paper': {
      const { name, function: role, agreedOn, note } = act;
      const paper = { how: 'paper' as const, name, function: role, agreedOn, note, userId: member.user.id };
      const agreed = await member.inOrganization((db) => agreeVersion(db, paper, { versionId, now }));
      if (agreed.kind === 'unknown') return agreed;
      return agreed.kind === 'refused' ? refused(agreed.code) : { kind: 'done', message: m.esap_agreed_flash({ number: agreed.number }) };
    }
    case 'lock':
    case 'end': {
      const device = act.intent === 'lock' ? { deviceId: act.deviceId } : {};
      const ended = await member.inOrganization((db) => endVersionAccess(db, { ...of, ...device }));
      return ended ? { kind: 'done', message: m.esap_ended_flash() } : { kind: 'unknown' };
    }
  }
}
