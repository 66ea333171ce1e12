import { z } from 'zod';
import { personalKindsIn } from '~/platform/privacy/recognize-personal-data';
import { personalKindWords } from '~/platform/privacy/kind-words';
import { m } from '~/paraglide/messages';
import { isLocale, type locales } from '~/paraglide/runtime';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import type { ShareRefusal, Sharing } from './share-findings.server';

const head = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: () => m.requests_email_bad() }).max(320, { error: () => m.requests_email_bad() }))
    .nullable()
    .default(null),
  locale: z.custom<(typeof locales)[number]>(isLocale, { error: () => m.requests_locale_bad() }),
  message: z
    .string()
    .max(2_000, { error: () => m.requests_message_long() })
    .default(''),
});

export type TakenShare =
  | { kind: 'whole'; fields: Pick<Sharing, 'findings' | 'email' | 'locale' | 'message'> }
  | { kind: 'refused'; failure: FormFailure };

/** Reads which findings are shared, with which text (`text-ID`). A text that may identify a person is refused once, until its writer confirms. */
export function takeShareForm(form: FormData): TakenShare {
  const parsed = parseForm(form, head);
  const findings = form.getAll('finding').flatMap((given) => {
    const findingId = z.uuid().safeParse(given).data;
    return findingId ? [{ findingId, text: String(form.get(`text-${findingId}`) ?? '').slice(0, 4_000) }] : [];
  });
  const errors: Record<string, string[]> = parsed.ok ? {} : { ...parsed.errors };
  if (form.get('screened') !== 'on')
    for (const { findingId, text } of findings) {
      const signs = personalKindsIn(text).map((sign) => personalKindWords[sign]());
      if (signs.length > 0) errors[`text-${findingId}`] = [m.site_sharing_share_signs({ signs: signs.join(', ') })];
    }
  if (!parsed.ok || Object.keys(errors).length > 0) return { kind: 'refused', failure: formFailure(form, errors) };
  return { kind: 'whole', fields: { ...parsed.value, findings } };
}

const words = {
  'nothing-chosen': m.site_sharing_share_refused_nothing,
  'words-missing': m.site_sharing_share_refused_words,
  'not-there': m.site_sharing_share_refused_gone,
  'not-shareable': m.site_sharing_share_refused_closed,
} satisfies Record<ShareRefusal, () => string>;

/** A refusal under the findings that it is about, or on the whole form. */
export function shareFailure(form: FormData, refusal: { code: ShareRefusal; findingIds: readonly string[] }): FormFailure {
  const text = words[refusal.code]();
  const fields = refusal.findingIds.length > 0 ? refusal.findingIds.map((id) => `text-${id}`) : [''];
  return formFailure(form, Object.fromEntries(fields.map((field): [string, string[]] => [field, [text]])));
}
