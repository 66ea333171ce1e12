import { m } from '~/paraglide/messages';
import { CopyField } from '~/ui/copy-field';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';

export type ShownLink = {
  supplier: string;
  url: string;
  expiresAt: Date | string;
  mailed: 'mailed' | 'bounced' | 'no-mail';
  email: string | null;
};

/** A link that was just made, shown this once, and what became of its letter. */
export function LinkNotice({ link }: { link: ShownLink }) {
  const title = m.requests_link_for({ supplier: link.supplier });
  return (
    <div className="mb-6">
      <Notice tone={link.mailed === 'bounced' ? 'warning' : 'success'} title={title} isLive>
        {link.email && link.mailed === 'mailed' && <p className="mb-2">{m.requests_link_mailed({ email: link.email })}</p>}
        {link.email && link.mailed === 'bounced' && <p className="mb-2">{m.requests_link_bounced({ email: link.email })}</p>}
        <p className="mb-2">{m.requests_link_shown_once({ date: formatDate(link.expiresAt) })}</p>
        <CopyField value={link.url} label={title} />
      </Notice>
    </div>
  );
}
