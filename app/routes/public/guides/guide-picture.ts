import type { LoaderFunctionArgs } from '@remix-run/node';
import { readGuidePicture } from '~/platform/guides/read-guide.server';
import { notFound } from '~/platform/http/responses.server';

/** A picture of the demonstration, the same for every reader. */
export async function loader({ params: { name } }: LoaderFunctionArgs) {
  const picture = name ? readGuidePicture(name) : null;
  if (!picture) throw notFound();
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=3600' } });
}
