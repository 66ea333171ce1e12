import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import recorderScript from '~/audits/recorder/recorder-script?worker&url';
import shellWorker from '~/audits/recorder/shell-worker?worker&url';
import { requireRecorder } from '~/audits/recorder/require-recorder.server';
import { m } from '~/paraglide/messages';
import { useNonce } from '~/ui/nonce';

export const handle = { isPlain: true };

/** The page contains the number of the audit and nothing else: the browser caches it for use offline. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, audit } = await requireRecorder(request, params);
  return { auditId: audit.id, number: audit.number, base: `/o/${member.organization.slug}/audits/${audit.id}` };
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.audits_named({ number: loaded?.number ?? '' })} · ${m.recorder_title()} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function OnSite() {
  const { auditId, number, base } = useLoaderData<typeof loader>();
  const nonce = useNonce();
  return (
    <>
      <link rel="manifest" href={`${base}/on-site.webmanifest`} crossOrigin="use-credentials" />
      <header className="border-b border-line" data-print="none">
        <div className="mx-auto flex min-h-12 max-w-5xl items-center justify-between gap-4 px-4">
          <h1 className="text-base">{m.recorder_heading({ number })}</h1>
          <a href={base} className="inline-flex min-h-11 items-center">
            {m.recorder_to_audit()}
          </a>
        </div>
      </header>
      <main id="content" className="mx-auto grid max-w-5xl gap-6 px-4 py-6">
        {/* Named here so that the build includes the worker, whose own route renders no page. */}
        <div data-recorder="" data-base={base} data-audit={auditId} data-worker={shellWorker} className="grid gap-6">
          <p>{m.recorder_needs()}</p>
          <ul className="grid list-disc gap-1 ps-5">
            <li>{m.recorder_needs_script()}</li>
            <li>{m.recorder_needs_network_once()}</li>
            <li>{m.recorder_needs_passphrase()}</li>
          </ul>
        </div>
      </main>
      <script src={recorderScript} nonce={nonce} defer />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
