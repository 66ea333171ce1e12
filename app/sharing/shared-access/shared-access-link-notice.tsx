import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';

type OfferedLink = { sharedAccessId: string; email: string; url: string; mailed: string };

/** The link of a new offer, shown only once: whether it was mailed, the address to pass on, and a link to the shared access. */
export function SharedAccessLinkNotice({ link, base }: { link: OfferedLink; base: string }) {
  const title = m.shared_access_link_title({ email: link.email });
  return (
    <>
      <Notice tone={link.mailed === 'bounced' ? 'warning' : 'success'} title={title} isLive>
        {link.mailed === 'mailed' && <p className="mb-2">{m.requests_link_mailed({ email: link.email })}</p>}
        {link.mailed === 'bounced' && <p className="mb-2">{m.requests_link_bounced({ email: link.email })}</p>}
        <p className="mb-2">{m.shared_access_link_once()}</p>
        <input className="control w-full!" readOnly value={link.url} aria-label={title} />
      </Notice>
      <div className="mt-4">
        <LinkButton to={`${base}/shared-access/${link.sharedAccessId}`} variant="primary">
          {m.shared_access_see_grant()}
        </LinkButton>
      </div>
    </>
  );
}
