import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { glossaryPage } from './glossary-page';
import { mermaidDrawings } from './mermaid-drawings';
import { guides, sidebar } from './sidebar';
import { addressOf, notShown, repository, sourceLinks } from './source-pages';

export default defineConfig({
  title: 'Manumit',
  description: 'Guides for compliance managers, auditors and lenders, and the documentation for developers',
  lang: 'en',
  srcDir: '..',
  srcExclude: notShown,
  rewrites: addressOf,
  cleanUrls: true,
  markdown: {
    config(md) {
      md.use(glossaryPage).use(sourceLinks).use(mermaidDrawings);
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      ...guides.map(({ text, items }) => ({ text: text ?? '', link: items?.[0]?.link ?? '/' })),
      { text: 'For developers', link: '/architecture' },
    ],
    sidebar,
    outline: [2, 3],
    docFooter: { prev: 'Previous', next: 'Next' },
    externalLinkIcon: false,
  },
  vite: {
    // The application's own configuration and public folder lie in the same root.
    configFile: false,
    publicDir: join(repository, 'docs/public'),
    server: { watch: { ignored: ['**/{.data,build,test-results}/**', '**/{app,tests,bench,cli}/**/*.{ts,tsx,json}'] } },
  },
});
