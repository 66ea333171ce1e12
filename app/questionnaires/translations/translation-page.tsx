import { useLocation } from '@remix-run/react';
import { localeNames } from '~/locales/locale-names';
import { m } from '~/paraglide/messages';
import { isLocale } from '~/paraglide/runtime';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';
import { PublicFrame } from '~/ui/public-frame';
import { Select } from '~/ui/select';
import type { FormFailure } from '~/ui/form-values';
import { textDirection } from '~/locales/locale';
import type { TranslationView } from './read-translation.server';
import { translationStatusLabel } from './labels';
import { StringTerms, TermTable } from './term-table';

type Reply = { place: string; failure: FormFailure; seen: number | null };

/** One section of a questionnaire in two languages side by side: each string a form of its own, which works without script. */
export function TranslationPage({ translation, reply }: { translation: TranslationView; reply: Reply | undefined }) {
  const { locale, title, section, sections, state, search, strings } = translation;
  const language = isLocale(locale) ? localeNames[locale] : locale;
  return (
    <PublicFrame wide isSignedIn>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: m.translations_title(), to: '/translations' }, { label: language }]}
        lead={m.translations_lead()}
      />
      <Form method="get" role="search" className="mb-6 flex flex-wrap items-end gap-3" data-print="none">
        <Select
          name="section"
          label={m.translations_section()}
          defaultValue={section}
          options={sections.map((each) => ({
            value: each.key,
            label: `${each.key === 'general' ? m.translations_general() : `${each.key} · ${each.title}`} (${formatNumber(each.reviewed)}/${formatNumber(each.total)})`,
          }))}
          className="max-w-96"
        />
        <Select
          name="state"
          label={m.translations_filter()}
          defaultValue={state}
          options={[
            { value: 'all', label: m.translations_filter_all() },
            { value: 'drafted', label: m.translations_filter_drafted() },
            { value: 'corrected', label: m.translations_filter_corrected() },
          ]}
        />
        <label className="grid w-full max-w-64 gap-1">
          <span className="font-semibold">{m.translations_search()}</span>
          <input key={search} type="search" name="q" defaultValue={search} className="control" />
        </label>
        <Button icon="filter">{m.shell_apply()}</Button>
      </Form>
      {translation.list && <TermTable list={translation.list} locale={locale} />}
      {strings.length === 0 && <p className="text-muted">{m.translations_none()}</p>}
      <ul className="grid">
        {strings.map((string) => (
          <StringForm
            key={`${string.place} ${string.revision}`}
            string={string}
            locale={locale}
            reply={reply?.place === string.place ? reply : undefined}
          />
        ))}
      </ul>
    </PublicFrame>
  );
}

function StringForm({ string, locale, reply }: { string: TranslationView['strings'][number]; locale: string; reply: Reply | undefined }) {
  const { pathname, search } = useLocation();
  const { place, english, hint, text, revision, status, earlier, terms, avoided } = string;
  return (
    <li id={place} className="border-t border-line py-4 target:bg-accent-soft">
      <Form method="post" action={pathname + search} preventScrollReset className="grid gap-x-6 gap-y-2 md:grid-cols-2">
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="seen" value={reply?.seen ?? revision} />
        <div className="grid content-start gap-1">
          <p lang="en" dir="ltr">
            {english}
          </p>
          {hint && (
            <p lang="en" dir="ltr" className="text-sm text-muted">
              {hint}
            </p>
          )}
          <p className="text-xs text-muted">
            {place} · {translationStatusLabel(status)}
            {revision > 0 && ` · ${m.translations_revision({ revision: formatNumber(revision) })}`}
          </p>
          <StringTerms terms={terms} avoided={avoided} locale={locale} />
          {earlier.length > 0 && (
            <details className="text-muted">
              <summary className="cursor-pointer">{m.translations_history()}</summary>
              <ul className="mt-1 grid gap-1">
                {earlier.map((each) => (
                  <li key={each.revision}>
                    <bdi lang={locale}>{each.text}</bdi>
                    <span className="block text-xs">
                      {each.at === null
                        ? m.translations_revision({ revision: formatNumber(each.revision) })
                        : m.translations_history_by({ date: formatDate(each.at), name: each.by ?? m.translations_someone() })}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
        <div className="grid content-start gap-2">
          <div lang={locale} dir={textDirection(locale)}>
            <TextArea
              name="text"
              id={`text-${place}`}
              label={<span className="sr-only">{m.translations_place({ place })}</span>}
              defaultValue={reply?.failure.values.text?.[0] ?? text}
              error={reply?.failure.errors.text?.[0]}
              rows={2}
              maxLength={2000}
            />
          </div>
          <div className="flex flex-wrap gap-2" data-print="none">
            <Button name="act" value="save">
              {m.translations_save()}
            </Button>
            <Button name="act" value="review" icon="check">
              {m.translations_review()}
            </Button>
          </div>
        </div>
      </Form>
    </li>
  );
}
