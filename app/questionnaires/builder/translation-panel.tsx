import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { Form } from '~/ui/form';
import { formatLanguage } from '~/ui/format';
import { Select } from '~/ui/select';
import { AutosaveForm } from './autosave-form';
import { translatable } from './draft';

export type TranslatedPlace = { place: string; english: string; text: string };
export type TranslatedGroup = { key: string; title: string; places: TranslatedPlace[] };
export type LanguageState = { locale: string; missing: number; total: number };

/** The languages of the draft, and one of them beside the English, string by string; missing ones are marked as text. */
export function TranslationPanel({
  languages,
  chosen,
  groups,
}: {
  languages: readonly LanguageState[];
  chosen: string | null;
  groups: readonly TranslatedGroup[];
}) {
  const free = translatable.filter((locale) => !languages.some((each) => each.locale === locale));
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <ul className="flex flex-wrap gap-2">
          {languages.map(({ locale, missing }) => (
            <li key={locale}>
              <Link
                to={`?view=languages&language=${locale}`}
                preventScrollReset
                aria-current={chosen === locale ? 'true' : undefined}
                className={classNames(
                  'inline-flex min-h-9 items-center rounded border px-3 text-ink no-underline',
                  chosen === locale ? 'border-accent bg-accent-soft' : 'border-edge',
                )}
              >
                {formatLanguage(locale)}
                <span className="ms-2 text-xs text-muted">
                  {missing === 0 ? m.builder_language_complete() : m.builder_language_missing({ missing })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {free.length > 0 && (
          <Form method="post" className="flex flex-wrap items-end gap-2">
            <Select
              name="locale"
              label={m.builder_language_add()}
              options={free.map((locale) => ({ value: locale, label: formatLanguage(locale) }))}
            />
            <Button name="intent" value="add-language">
              {m.builder_language_add()}
            </Button>
          </Form>
        )}
      </div>
      {languages.length === 0 && <p className="text-muted">{m.builder_languages_none()}</p>}
      {chosen &&
        groups.map((group) => (
          <section key={`${chosen} ${group.key}`} aria-labelledby={`words-${group.key}`} className="grid gap-3">
            <h3 id={`words-${group.key}`} className="border-b border-line pb-1">
              {group.title}
            </h3>
            <AutosaveForm intent="translate" hidden={{ locale: chosen }}>
              {group.places.map(({ place, english, text }) => (
                <div key={place} className="grid gap-1 sm:grid-cols-2 sm:gap-4">
                  <label htmlFor={`word-${place}`} className="min-w-0 break-words">
                    <span className="text-xs text-muted">{place}</span> <span lang="en">{english}</span>
                    {text === '' && <span className="ms-1 text-xs font-semibold text-danger">{m.builder_word_missing()}</span>}
                  </label>
                  <textarea
                    id={`word-${place}`}
                    name={`word:${place}`}
                    lang={chosen}
                    dir="auto"
                    defaultValue={text}
                    rows={english.length > 90 ? 3 : 1}
                    className="control"
                  />
                </div>
              ))}
            </AutosaveForm>
          </section>
        ))}
      {chosen && (
        <Form method="post" className="border-t border-line pt-4">
          <input type="hidden" name="locale" value={chosen} />
          <Button name="intent" value="remove-language" variant="danger">
            {m.builder_language_remove({ language: formatLanguage(chosen) })}
          </Button>
        </Form>
      )}
    </div>
  );
}
