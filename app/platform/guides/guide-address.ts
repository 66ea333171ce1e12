/** The pages of `docs` that the application shows, by the last part of their address; the guides of the roles are folders. */
export const guideRoles = ['compliance-manager', 'auditor', 'lender'] as const;
export type GuideRole = (typeof guideRoles)[number];
export const guidePages = ['administration', 'demonstration', 'for-suppliers'] as const;

/** Pages of the documentation that have a page of their own in the application. */
const elsewhere: Readonly<Record<string, string>> = {
  'glossary.md': '/glossary',
  'about-the-method.md': '/methodology',
  'method.md': '/methodology',
};

/**
 * The address in the application of a link written in a page of `docs`; null where the application does not show the page.
 * @param folder the folder of the page in `docs`, '' or as `guides/lender/`
 */
export function guideAddress(to: string, folder: string): string | null {
  if (/^(https?:|mailto:|#)/.test(to)) return to;
  const { pathname, hash } = new URL(to, `http://docs/${folder}`);
  const path = pathname.slice(1);
  const page = path.replace(/\.md$/, '').replace(/(^|\/)index$/, '');
  if (path in elsewhere) return elsewhere[path] ?? null;
  if (page === '') return '/guides';
  if (guidePages.some((each) => each === page)) return `/guides/${page}${hash}`;
  return guideRoles.some((role) => page === `guides/${role}/` || page === `guides/${role}` || page.startsWith(`guides/${role}/`))
    ? `/${page.replace(/\/$/, '')}${hash}`
    : null;
}
