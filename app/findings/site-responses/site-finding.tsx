import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import type { FormFailure } from '~/ui/form-values';
import type { SiteFinding } from './read-site.server';
import { ExtensionForm, ProgressForm, ProposeForm, ReplyForm } from './site-forms';
import { siteAction, siteExtent, siteGrade, sitePeople, siteReply, siteStatus, siteTimescale, siteVerdict } from './site-texts';

type Shown = {
  asker: string;
  base: string;
  finding: SiteFinding;
  mayReply: boolean;
  isSent: boolean;
  accept: string;
  failure: FormFailure | undefined;
  kept: readonly { id: string; fileName: string }[];
};

/** One finding at the site: what was found, the reply, what will be done, how far it is, and all that was sent. */
export function SiteFindingPage({ asker, base, finding, mayReply, isSent, accept, failure, kept }: Shown) {
  const of = (intent: string, actionId?: string) =>
    failure?.values.intent?.[0] === intent && (actionId === undefined || failure.values.actionId?.[0] === actionId) ? failure : undefined;
  const isOpen = !finding.isWithdrawn && finding.status !== 'verified';
  return (
    <div className="grid gap-6 text-base">
      <nav>
        <Link to={base} className="inline-flex min-h-11 items-center">
          {m.site_sharing_back()}
        </Link>
      </nav>
      {isSent && (
        <Notice tone="success" isLive>
          {m.site_sharing_sent({ asker })}
        </Notice>
      )}
      <header className="grid gap-2">
        <h1 className="whitespace-pre-line">
          <bdi>{finding.text}</bdi>
        </h1>
        <p className="flex flex-wrap gap-x-4 text-muted">
          <strong className="font-semibold text-ink">{siteGrade(finding.grade)}</strong>
          {finding.extent && <span>{siteExtent(finding.extent)}</span>}
          <span>{siteStatus(finding)}</span>
        </p>
        {finding.people && <p>{m.site_sharing_people({ people: sitePeople(finding.people) })}</p>}
        {finding.lawReference && <p>{m.site_sharing_law({ reference: finding.lawReference })}</p>}
        {finding.codeReference && <p>{m.site_sharing_code({ reference: finding.codeReference })}</p>}
      </header>
      <Wordings finding={finding} asker={asker} />
      {finding.isWithdrawn && <Notice tone="info">{m.site_sharing_withdrawn()}</Notice>}
      <section aria-labelledby="reply" className="grid gap-3">
        <h2 id="reply">{m.site_sharing_reply_title()}</h2>
        <Reply reply={finding.reply} asker={asker} />
        {!finding.isWithdrawn &&
          (mayReply ? (
            <ReplyForm reply={finding.reply} asker={asker} failure={of('reply')} />
          ) : (
            finding.reply?.repliedOn && !finding.reply.verdict && <p className="text-muted">{m.site_sharing_reply_fixed()}</p>
          ))}
      </section>
      <section aria-labelledby="plan" className="grid gap-4">
        <h2 id="plan">{m.site_sharing_plan_title()}</h2>
        {finding.actions.length === 0 && <p className="text-muted">{m.site_sharing_plan_none()}</p>}
        {finding.actions.map((action) => (
          <article key={action.id} id={`action-${action.id}`} className="grid gap-2 border-s-4 border-line ps-4">
            <p className="whitespace-pre-line">
              <bdi>{action.action}</bdi>
            </p>
            <p className="flex flex-wrap gap-x-4 text-muted">
              <strong className="font-semibold text-ink">{siteAction(action.status)}</strong>
              <span>{m.site_sharing_action_due({ date: formatDate(action.dueOn) })}</span>
              <bdi>{action.owner}</bdi>
            </p>
            {action.extensions.map(({ newDueOn, state, answer }) => (
              <p key={`${newDueOn}-${state}`}>
                {state === 'approved'
                  ? m.site_sharing_extension_granted({ date: formatDate(newDueOn) })
                  : state === 'rejected'
                    ? m.site_sharing_extension_refused({ date: formatDate(newDueOn) })
                    : state === 'open' && m.site_sharing_extension_waiting({ date: formatDate(newDueOn), asker })}{' '}
                <bdi>{answer}</bdi>
              </p>
            ))}
            {isOpen && (action.status === 'pending' || action.status === 'in-progress') && (
              <>
                <ProgressForm actionId={action.id} accept={accept} failure={of('progress', action.id)} kept={kept} />
                <ExtensionForm actionId={action.id} dueOn={action.dueOn} failure={of('extension', action.id)} />
              </>
            )}
          </article>
        ))}
        {isOpen && <ProposeForm failure={of('propose')} />}
        <p className="text-muted">{m.site_sharing_checked_by_other()}</p>
      </section>
      <History messages={finding.messages} asker={asker} />
    </div>
  );
}

/** Notes that the text changed since it was first shown, when, and the earlier text. */
function Wordings({ finding, asker }: { finding: SiteFinding; asker: string }) {
  if (!finding.rewordedOn) return null;
  return (
    <Notice tone="warning" title={m.auditpapers_site_reworded({ asker, date: formatDate(finding.rewordedOn) })}>
      {finding.wordings.map(({ text, until }) => (
        <details key={`${until} ${text}`}>
          <summary className="min-h-11 cursor-pointer py-3">{m.auditpapers_site_before({ date: formatDate(until) })}</summary>
          <blockquote className="border-s-4 border-line ps-4 whitespace-pre-line">
            <bdi>{text}</bdi>
          </blockquote>
        </details>
      ))}
    </Notice>
  );
}

function Reply({ reply, asker }: { reply: SiteFinding['reply']; asker: string }) {
  if (!reply?.repliedOn || !reply.kind) return null;
  return (
    <div className="grid gap-2 border-s-4 border-edge ps-4">
      <p className="font-semibold">{siteReply(reply.kind)}</p>
      <p className="whitespace-pre-line">
        <bdi>{reply.text}</bdi>
      </p>
      <p className="text-muted">
        <bdi>{reply.repliedBy}</bdi> · {m.site_sharing_replied({ date: formatDate(reply.repliedOn) })}
      </p>
      {reply.verdict && (
        <p>
          <strong className="font-semibold">{m.site_sharing_answered({ asker })}</strong> {siteVerdict(reply.verdict)}{' '}
          <bdi>{reply.answer}</bdi>
        </p>
      )}
    </div>
  );
}

const kindOf = {
  reply: m.site_sharing_reply_title,
  action: m.site_sharing_propose,
  progress: m.site_sharing_progress,
  extension: m.site_sharing_extension,
} as const;

function History({ messages, asker }: { messages: SiteFinding['messages']; asker: string }) {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="sent" className="grid gap-3">
      <h2 id="sent">{m.site_sharing_history()}</h2>
      <ol className="grid gap-4">
        {messages.map((message) => (
          <li key={message.id} className="grid gap-1 border-b border-line pb-3">
            <p className="text-muted">
              {formatDate(message.sentAt)} · {Object.entries(kindOf).find(([kind]) => kind === message.kind)?.[1]()} ·{' '}
              <bdi>{message.by}</bdi>
            </p>
            {message.replyKind && <p className="font-semibold">{siteReply(message.replyKind)}</p>}
            {message.rootCause && (
              <p>
                {m.site_sharing_root()} <bdi>{message.rootCause}</bdi>
              </p>
            )}
            <p className="whitespace-pre-line">
              <bdi>{message.text}</bdi>
            </p>
            {message.timescale && (
              <p>
                {siteTimescale(message.timescale)} · <bdi>{message.owner}</bdi>
              </p>
            )}
            {message.isDone && <p className="font-semibold">{m.site_sharing_progress_done()}</p>}
            {message.files.length > 0 && (
              <ul className="text-muted">
                {message.files.map((name) => (
                  <li key={name}>
                    <bdi>{name}</bdi>
                  </li>
                ))}
              </ul>
            )}
            {(message.kind === 'action' || message.kind === 'progress') && (
              <p>
                {message.verdict === 'accepted'
                  ? m.site_sharing_accepted({ asker })
                  : message.verdict === 'returned'
                    ? m.site_sharing_returned({ asker })
                    : m.site_sharing_waiting({ asker })}{' '}
                <bdi>{message.answer}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
