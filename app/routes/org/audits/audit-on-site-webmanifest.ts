import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireRecorder } from '~/audits/recorder/require-recorder.server';
import { m } from '~/paraglide/messages';

/** Icons for a home screen: the vector where it is supported, PNG elsewhere, and one whose edges may be cropped to any shape. */
const icons = [
  { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/** The web manifest to install the recorder of one audit. It names the audit by its number only, since others see a home screen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, audit } = await requireRecorder(request, params);
  const page = `/o/${member.organization.slug}/audits/${audit.id}/on-site`;
  const manifest = {
    id: page,
    name: m.audits_named({ number: audit.number }),
    short_name: audit.number,
    start_url: page,
    scope: page,
    display: 'standalone',
    background_color: '#ffffff',
    icons,
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'no-cache' },
  });
}
