import { isStopping } from '~/audits/gate/check-gate';
import { showStops } from '~/audits/gate/show-stops';
import { StopCard } from '~/audits/gate/stop-card';
import { m } from '~/paraglide/messages';
import { stopsOf } from './record-on-device';
import type { Recording } from './recording';
import { useRecorder } from './recorder-context';
import { askedNow } from './proposals';
import { ViewTitle } from './view-title';

export const openStops = (recording: Recording): number => stopsOf(recording, askedNow(recording)).filter(isStopping).length;

/** What will stop the conclusion, while the team can still resolve it on site: computed on the device, without network. */
export function GateView() {
  const { recording, base } = useRecorder();
  const stops = showStops(stopsOf(recording, askedNow(recording)), { seesFigures: true });
  return (
    <>
      <ViewTitle lead={m.gate_device_lead()}>{m.gate_device_title()}</ViewTitle>
      {stops.length === 0 && <p className="text-muted">{m.gate_device_none()}</p>}
      <div className="grid gap-4">
        {stops.map((stop) => (
          <StopCard key={stop.key} stop={stop} />
        ))}
      </div>
      {stops.some((stop) => stop.isStopping) && (
        <p>
          <a href={`${base}/conclusion#gate`} className="inline-flex min-h-11 items-center">
            {m.gate_device_online()}
          </a>
        </p>
      )}
    </>
  );
}
