import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';

type Device = {
  id: string;
  device: string;
  openedAt: Date | string;
  lastSeenAt: Date | string | null;
  revokedAt: Date | string | null;
};

/** The devices that opened a link, each with a button that locks it (`lock`, `deviceId`) for members who may. */
export function DeviceList({ devices, mayLock }: { devices: readonly Device[]; mayLock: boolean }) {
  return (
    <ul className="grid gap-2">
      {devices.map(({ id, device, openedAt, lastSeenAt, revokedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
          <span>
            {m.site_sharing_shown_device({ date: formatDate(openedAt), used: formatDate(lastSeenAt ?? openedAt) })}
            <span className="block text-xs break-all text-muted">{device}</span>
          </span>
          {revokedAt ? (
            <span className="text-muted">{m.site_sharing_shown_locked()}</span>
          ) : (
            mayLock && (
              <Form method="post">
                <input type="hidden" name="deviceId" value={id} />
                <Button name="intent" value="lock" variant="quiet" size="sm">
                  {m.site_sharing_shown_lock()}
                </Button>
              </Form>
            )
          )}
        </li>
      ))}
    </ul>
  );
}
