import { useEffect, useState } from 'react';
import { isOnThisDevice } from '~/audits/recorder/on-this-device';
import { m } from '~/paraglide/messages';
import { formatMoment, formatNumber } from '~/ui/format';
import { type VisitLine, VisitLines } from './visit-lines';

/** Whether the recorder is set up in this browser, and what arrived from devices: a receipt of one says nothing about another. */
export function ThisDevice({
  auditId,
  recorder,
  devices,
  sentAt,
}: {
  auditId: string;
  recorder: string;
  devices: number;
  sentAt: Date | null;
}) {
  const [isSetUp, setSetUp] = useState<boolean | null>(null);
  useEffect(() => {
    let isShown = true;
    isOnThisDevice(auditId).then((found) => isShown && setSetUp(found));
    return () => {
      isShown = false;
    };
  }, [auditId]);
  const here: VisitLine = {
    ...{ key: 'this-device', label: m.auditor_home_this_device(), isDone: isSetUp },
    text:
      isSetUp === null ? (
        <a href={recorder}>{m.auditor_home_device_unchecked()}</a>
      ) : isSetUp ? (
        m.auditor_home_device_set_up()
      ) : (
        <>
          {m.auditor_home_device_not_set_up()} · <a href={recorder}>{m.auditor_home_device_begin()}</a>
        </>
      ),
  };
  const sent: VisitLine = {
    ...{ key: 'sent', label: m.auditor_home_devices_sent(), isDone: null },
    text:
      sentAt === null
        ? m.auditor_home_devices_none()
        : m.auditor_home_devices_last({ devices: formatNumber(devices), moment: formatMoment(sentAt) }),
  };
  return (
    <>
      <h3 className="mb-1 text-base">{m.auditor_home_device_title()}</h3>
      <VisitLines lines={[here, sent]} />
      {isSetUp === false && <p className="mt-2 text-xs text-muted">{m.home_visit_ready_hint()}</p>}
    </>
  );
}
