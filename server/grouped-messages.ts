import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { memberLocales } from '../app/locales/member-locales.ts';
import { bareMessage, messageImports } from './write-messages.ts';

const app = fileURLToPath(new URL('../app/', import.meta.url));
const whole = /^import \{ m \} from '~\/paraglide\/messages';\n/m;
const used = /(?<![.\w])m\.(\w+)/g;
const otherwise = /\bm\[|\bm,|[(=] ?m\b(?![.\w])/;
const prefix = '\0messages/';

const fileOf = (message: string) => join(app, 'paraglide', 'messages', `${message}.js`);
const namesIn = (code: string) => [...new Set([...code.matchAll(used)].flatMap(([, name]) => name ?? []))].sort();

/** The messages that the same files of the application name, by the name of their group. */
function groupMessages(): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const name of readdirSync(app, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || /\.test\.tsx?$|^paraglide|\/generated\//.test(name)) continue;
    const code = readFileSync(join(app, name), 'utf8');
    if (whole.test(code)) for (const message of namesIn(code)) users.set(message, [...(users.get(message) ?? []), name]);
  }
  const groups = new Map<string, string[]>();
  for (const [message, files] of users) {
    if (!existsSync(fileOf(message))) continue;
    const key = createHash('sha256').update(files.sort().join('\n')).digest('hex').slice(0, 12);
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return groups;
}

/** Leaves out a message's texts in the languages of those who answer by a link: their pages are drawn on the server and bring no such script. */
function inMemberLanguages(code: string): string {
  const isKept = (locale: string) => memberLocales.some((kept) => kept === locale);
  return code
    .replace(/^\s*if \(locale === "(\w+)"\) return .*\n/gm, (line, locale: string) => (isKept(locale) ? line : ''))
    .replace(/^const ([a-z]{2})_\w+ = (?:\w+;|[\s\S]*?^\};)\n/gm, (text, locale: string) => (isKept(locale) ? text : ''));
}

/**
 * Gives each file the messages it names, from modules shared by files with the same needs. Compiled, each message is a module of its own, and their index
 * names all: a build that follows eight thousand modules takes three times as long and keeps them all in memory. Since a group is used by the same files, no
 * part of the build gets messages it does not need.
 */
export function groupedMessages(): Plugin {
  let groups = new Map<string, string[]>();
  let groupOf = new Map<string, string>();
  return {
    name: 'grouped-messages',
    enforce: 'pre',
    buildStart() {
      groups = groupMessages();
      groupOf = new Map([...groups].flatMap(([key, messages]) => messages.map((message) => [message, key] as const)));
    },
    resolveId: (id) => (id.startsWith('messages/') ? `\0${id}` : null),
    load(id, options) {
      if (!id.startsWith(prefix)) return null;
      const parts = (groups.get(id.slice(prefix.length)) ?? []).map((message) => {
        this.addWatchFile(fileOf(message));
        return bareMessage(readFileSync(fileOf(message), 'utf8'));
      });
      const code = options?.ssr ? parts.join('') : inMemberLanguages(parts.join(''));
      const from = (name: string) => JSON.stringify(join(app, 'paraglide', name));
      return { code: messageImports(from) + code, map: null, moduleSideEffects: false };
    },
    transform(code, id) {
      if (id.includes('/paraglide/') || !whole.test(code)) return null;
      if (otherwise.test(code)) throw new Error(`${id} uses messages otherwise than by name.`);
      const imports = new Set<string>();
      const named = code.replace(used, (text, message: string) => {
        const group = groupOf.get(message);
        if (group === undefined) {
          // A name added while developing, or one in a comment.
          if (!existsSync(fileOf(message))) return text;
          imports.add(`import { ${message} as message_${message} } from '~/paraglide/messages/${message}.js';`);
          return `message_${message}`;
        }
        imports.add(`import * as messages_${group} from 'messages/${group}';`);
        return `messages_${group}.${message}`;
      });
      return { code: named.replace(whole, () => `${[...imports].join('\n')}\n`), map: null };
    },
  };
}
