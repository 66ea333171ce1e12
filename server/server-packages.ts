import type { Plugin } from 'vite';

/**
 * Excludes server packages from browser pre-bundling in development. To find the styles of a page, Remix walks through all modules it imports on the server
 * and requests each by its URL; Vite answers as for the browser, bundles `@node-rs/argon2` for a page, and fails or reloads it. Such a request has no
 * importer, as if it came from index.html (there is none here); a browser's import names its importer.
 */
export function serverPackages(): Plugin {
  const isPackage = (id: string) => /^(@[\w.-]+\/)?\w[\w./-]*$/.test(id);
  return {
    name: 'server-packages',
    apply: 'serve',
    enforce: 'pre',
    resolveId(id, importer, options) {
      return !options.ssr && importer?.endsWith('/index.html') && isPackage(id) ? id : null;
    },
  };
}
