import './app.css';
import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteLoaderData } from '@remix-run/react';
import { type ReactNode, useEffect } from 'react';
import { makeFormKey } from '~/access/posting.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { BandShapes } from '~/ui/band-shapes';
import { FlashMessage } from '~/ui/flash-message';
import { PendingBar } from '~/ui/pending-bar';
import { takeFlash, themeOfRequest } from '~/platform/http/cookies.server';
import { ErrorPage } from '~/ui/error-boundary';
import { textDirection } from '~/locales/locale';
import { ScriptedValues } from '~/ui/combobox/sent-values';
import { LaterScripts } from '~/ui/later-scripts';
import { useNonce } from '~/ui/nonce';

export const links: LinksFunction = () => [
  // Both weights are on every page.
  ...['400', '600'].map((weight) => ({
    ...{ rel: 'preload', href: `/fonts/ibm-plex-sans-latin-${weight}-normal.woff2` },
    ...{ as: 'font' as const, type: 'font/woff2', crossOrigin: 'anonymous' as const },
  })),
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { flash, clear } = await takeFlash(request);
  return data({ theme: themeOfRequest(request), flash, formKey: makeFormKey() }, clear ? { headers: { 'set-cookie': clear } } : undefined);
}

export const meta: MetaFunction = () => [{ title: 'Manumit' }, { name: 'description', content: m.shell_description() }];

/** zod reads this when it is loaded. */
const withoutCompiler = 'globalThis.__zod_globalConfig={jitless:true}';

/** A page whose `handle` says `isPlain` brings no script but its own: it must work on a slow connection and in any browser. */
function isPlain(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'isPlain' in handle && handle.isPlain === true;
}

/** The document around every page and every error. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const root = useRouteLoaderData<typeof loader>('root');
  const locale = getLocale();
  const { pathname, search } = useLocation();
  const hasScripts = !useMatches().some(({ handle }) => isPlain(handle));
  return (
    <html lang={locale} dir={textDirection(locale)} data-theme={root?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={root?.theme ?? 'light dark'} />
        <Meta />
        <Links />
        {/* Before any other script: zod would try to compile code, which the security policy refuses and reports. */}
        <script nonce={nonce} suppressHydrationWarning>
          {withoutCompiler}
        </script>
      </head>
      {/* The address of the page that is rendered: during a client-side navigation the browser's address changes first. */}
      <body data-address={pathname + search}>
        {children}
        <BandShapes />
        {hasScripts && <ScriptedValues />}
        {hasScripts && <ScrollRestoration nonce={nonce} />}
        {hasScripts && <Scripts nonce={nonce} />}
        {hasScripts && <LaterScripts />}
      </body>
    </html>
  );
}

export default function App() {
  const root = useRouteLoaderData<typeof loader>('root');
  // Keys and gestures work from here on: effects of the page have run before its root's.
  useEffect(() => {
    document.documentElement.dataset.ready = '';
  }, []);
  return (
    <>
      <PendingBar />
      <FlashMessage flash={root?.flash ?? null} />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
