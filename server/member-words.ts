import type { Plugin } from 'vite';
import { memberLocales } from '../app/locales/member-locales.ts';

/**
 * Leaves out of what browsers fetch the languages of those who answer by a link: their pages are drawn on the server and bring no such script.
 * What a message then no longer names falls away in the build.
 */
export function memberWords(): Plugin {
  return {
    name: 'member-words',
    enforce: 'pre',
    transform(code, id, options) {
      if (options?.ssr || !id.includes('/app/paraglide/messages/')) return null;
      const choice = /^\s*if \(locale === "(\w+)"\) return .*\n/gm;
      return {
        code: code.replace(choice, (line, locale: string) => (memberLocales.some((kept) => kept === locale) ? line : '')),
        map: null,
      };
    },
  };
}
