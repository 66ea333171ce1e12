import type { Plugin } from 'vite';

/**
 * Keeps packages of the server out of what is made ready for browsers while developing. To find the styles of a page, Remix walks through all that its modules
 * name on the server and asks for each by its URL; Vite answers for the browser too, takes `@node-rs/argon2` for one that a page wants, bundles it, and fails
 * or reloads the page. Such a question names a package by itself, as if it stood in index.html (there is none here); what a browser wants names its importer.
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
