import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';

export type HandedLink = { name: string; url: string; expiresAt: Date | string; isMailed: boolean };

/** A new link, shown once: emailed, or passed on by the person who made it. */
export function HandedLinkNotice({ link }: { link: HandedLink }) {
  return (
    <Notice tone="success" title={m.cascade_link_for({ name: link.name })}>
      <p className="mb-2">{link.isMailed ? m.cascade_link_mailed() : m.cascade_link_hand_over()}</p>
      <p className="mb-2">{m.cascade_link_until({ date: formatDate(link.expiresAt) })}</p>
      <input className="control w-full!" readOnly value={link.url} aria-label={m.cascade_link_for({ name: link.name })} />
    </Notice>
  );
}
