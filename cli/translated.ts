import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

// `npm run messages:translated`: records that every translation fits the current English. Run it after reviewing the translations of what changed; a test names
// the messages whose English has changed since.
const folder = new URL('../app/locales/', import.meta.url);

/** English messages by key, each as a short hash: what its translations were made from. */
export function englishHashes(): Record<string, string> {
  const rooms = readdirSync(new URL('en/', folder)).sort();
  const messages = rooms.flatMap((room): [string, unknown][] =>
    Object.entries(JSON.parse(readFileSync(new URL(`en/${room}`, folder), 'utf8'))),
  );
  const hash = (message: unknown) => createHash('sha256').update(JSON.stringify(message)).digest('hex').slice(0, 8);
  return Object.fromEntries(messages.filter(([key]) => key !== '$schema').map(([key, message]) => [key, hash(message)]));
}

export const translatedFrom = new URL('translated-from.json', folder);

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/')))
  writeFileSync(translatedFrom, `${JSON.stringify(englishHashes(), null, 2)}\n`);
