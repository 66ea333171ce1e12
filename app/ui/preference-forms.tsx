import { useLocation } from '@remix-run/react';
import { localeNames } from '~/locales/locale-names';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { localesOfPath, textDirection } from '~/locales/locale';
import { Button } from './button';
import { classNames } from './class-names';
import { Form } from './form';
import { Icon } from './icon';

const choice =
  'min-h-8 grow rounded border px-2 hover:bg-sunken pointer-coarse:min-h-11 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold';

function useHere(): string {
  const { pathname, search } = useLocation();
  return pathname + search;
}

/** One button per language, in its own name. The page reloads, since all its text changes. */
export function LanguageForm({ className }: { className?: string }) {
  const here = useHere();
  const current = getLocale();
  return (
    <form method="post" action="/language" className={className}>
      <fieldset>
        <legend className="mb-1 text-xs text-muted">{m.shell_language()}</legend>
        <input type="hidden" name="returnTo" value={here} />
        <div className="flex flex-wrap gap-1">
          {localesOfPath(here).map((locale) => (
            <button
              key={locale}
              type="submit"
              name="locale"
              value={locale}
              lang={locale}
              dir={textDirection(locale)}
              aria-pressed={locale === current}
              className={classNames(choice, 'border-line')}
            >
              {localeNames[locale]}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}

/** The same, folded under the name of the current language, for multilingual pages with little space. Works without script. */
export function LanguageMenu() {
  return (
    <details className="relative shrink-0">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-2">
        <span className="sr-only">{m.shell_label({ label: m.shell_language() })}</span>
        <Icon name="language" />
        {localeNames[getLocale()]}
      </summary>
      <LanguageForm className="absolute end-0 z-10 w-72 max-w-[calc(100vw-2rem)] rounded border border-line bg-surface p-3 shadow-float" />
    </details>
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
