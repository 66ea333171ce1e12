import type { Plugin } from 'vite';

/**
 * Names what each file of messages exports. Of `export *` from thousands of files, the build would look through all of them for every message used,
 * which took most of its time. Each file exports one message, called like the file.
 */
export function namedMessages(): Plugin {
  return {
    name: 'named-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/app/paraglide/messages/_index.js')) return null;
      const named = code.replace(/^export \* from '\.\/(\w+)\.js'/gm, "export { $1 } from './$1.js'");
      if (named.includes('export *'))
        throw new Error('The index of messages is written otherwise than it was: named-messages.ts must follow.');
      return { code: named, map: null };
    },
  };
}
