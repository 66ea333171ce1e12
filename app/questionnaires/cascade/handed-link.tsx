import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';

export type HandedLink = { name: string; url: string; expiresAt: Date | string; isMailed: boolean };

/** A link that was just made for somebody, shown this once: mailed, or to be handed over by whoever made it. */
export function HandedLinkNotice({ link }: { link: HandedLink }) {
  return (
    <Notice tone="success" title={m.passing_link_for({ name: link.name })}>
      <p className="mb-2">{link.isMailed ? m.passing_link_mailed() : m.passing_link_hand_over()}</p>
      <p className="mb-2">{m.passing_link_until({ date: formatDate(link.expiresAt) })}</p>
      <input className="control w-full!" readOnly value={link.url} aria-label={m.passing_link_for({ name: link.name })} />
    </Notice>
  );
}
