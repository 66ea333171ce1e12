import type { LoaderFunctionArgs } from '@remix-run/node';
import shellWorker from '~/audits/recorder/shell-worker?worker&url';
import { requireRecorder } from '~/audits/recorder/require-recorder.server';

/** The service worker of one audit's recorder, at an address beside the page so that its scope includes no other audit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRecorder(request, params);
  return new Response(`importScripts(${JSON.stringify(shellWorker)});\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
