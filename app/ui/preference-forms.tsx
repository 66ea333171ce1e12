import { Form, useLocation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { getLocale, locales } from '~/paraglide/runtime';
import { Button } from './button';
import { classNames } from './class-names';

const choice =
  'min-h-8 grow rounded border px-2 hover:bg-sunken pointer-coarse:min-h-11 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold';

/** The language's own name ("Français"), so that a reader who knows no other finds it. */
function nameOfLocale(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Worked out once: asking for names costs more than the rest of the form. */
const languageNames = locales.map((locale) => ({ locale, name: nameOfLocale(locale) }));

function useHere(): string {
  const { pathname, search } = useLocation();
  return pathname + search;
}

/** One button a language, in its own name. The page loads anew, since every word of it changes. */
export function LanguageForm({ className }: { className?: string }) {
  const here = useHere();
  const current = getLocale();
  return (
    <form method="post" action="/language" className={className}>
      <fieldset>
        <legend className="mb-1 text-xs text-muted">{m.shell_language()}</legend>
        <input type="hidden" name="returnTo" value={here} />
        <div className="flex flex-wrap gap-1">
          {languageNames.map(({ locale, name }) => (
            <button
              key={locale}
              type="submit"
              name="locale"
              value={locale}
              lang={locale}
              aria-pressed={locale === current}
              className={classNames(choice, 'border-line')}
            >
              {name}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}

/** Light, dark, or as the system says. */
export function ThemeForm({ theme, className }: { theme: 'light' | 'dark' | null; className?: string }) {
  const here = useHere();
  const themes = [
    { value: 'system', label: m.shell_theme_system(), isChosen: theme === null },
    { value: 'light', label: m.shell_theme_light(), isChosen: theme === 'light' },
    { value: 'dark', label: m.shell_theme_dark(), isChosen: theme === 'dark' },
  ];
  return (
    <Form method="post" action="/theme" preventScrollReset replace className={className}>
      <fieldset>
        <legend className="mb-1 text-xs text-muted">{m.shell_theme()}</legend>
        <input type="hidden" name="returnTo" value={here} />
        <div className="flex flex-wrap gap-1">
          {themes.map(({ value, label, isChosen }) => (
            <button
              key={value}
              type="submit"
              name="theme"
              value={value}
              aria-pressed={isChosen}
              className={classNames(choice, 'border-line')}
            >
              {label}
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}

/** Ends this session; under a line, as the last of a menu. */
export function SignOutForm() {
  return (
    <Form method="post" action="/sign-out" className="border-t border-line pt-3">
      <Button className="w-full">{m.shell_sign_out()}</Button>
    </Form>
  );
}
