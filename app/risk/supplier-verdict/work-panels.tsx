import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { partyHref } from '~/suppliers/parties/party-href';
import { gradeLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { BandShape } from '~/ui/band-shapes';
import { formatCountry, formatDate, formatNumber, formatPercent } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { ScoreTile } from '~/ui/score-tile';
import { Panel } from './panel';
import type { VerdictPage } from './read-verdict-page.server';

type Shown = SerializeFrom<VerdictPage>;
type Step = Shown['path'][number];

/** How the goods reach the organization, which comes first; each party with its score, the supplier itself last. */
export function PathPanel({ path, base, chainHref, mayEdit }: { path: Shown['path']; base: string; chainHref: string; mayEdit: boolean }) {
  const steps = path.toReversed();
  return (
    <Panel title={m.supplier_verdict_path_title()} actions={<Link to={chainHref}>{m.supplier_verdict_path_chain()}</Link>}>
      {steps.length === 0 ? (
        <p className="text-muted">
          {m.supplier_verdict_path_none()} {mayEdit && <Link to={chainHref}>{m.supplier_verdict_path_add()}</Link>}
        </p>
      ) : (
        <ol>
          {steps.map((step, at) => (
            <li key={step.publicId} className="flex items-center gap-3 py-1.5">
              {step.kind === 'buyer' ? (
                <Icon name="organization" className="size-5 shrink-0" />
              ) : (
                <BandShape band={step.band} className="size-5 shrink-0" />
              )}
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">
                  {at === steps.length - 1 || step.kind === 'buyer' ? (
                    <bdi>{step.name}</bdi>
                  ) : (
                    <Link to={partyHref(base, step) ?? base} className="text-ink">
                      <bdi>{step.name}</bdi>
                    </Link>
                  )}
                </span>
                <span className="block text-xs text-muted">{stepNote(step, steps[at - 1])}</span>
              </span>
              {step.kind !== 'buyer' && <ScoreTile score={step.score} />}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** Tier and country of a party, and the share of what its customer buys; the link of a step is with the party before it on the way to the organization. */
function stepNote(step: Step, customer: Step | undefined): string {
  if (step.kind === 'buyer') return m.supplier_verdict_path_you();
  const share = customer?.share;
  return [
    m.supplier_verdict_tier({ tier: formatNumber(step.tier) }),
    step.country && formatCountry(step.country),
    customer?.product,
    share !== null && share !== undefined
      ? customer?.kind === 'buyer'
        ? m.supplier_verdict_path_your_share({ share: formatPercent(share) })
        : m.supplier_verdict_path_share({ share: formatPercent(share) })
      : null,
    customer?.isInferred ? m.supplier_verdict_path_inferred() : null,
  ]
    .filter((part) => part)
    .join(' · ');
}

const icons = { action: 'check', request: 'link', response: 'response' } as const;

/** What is under way, the nearest due day first. */
export function WorkPanel({ work, base, allHref }: { work: Shown['work']; base: string; allHref: string }) {
  const { rows, all } = work;
  return (
    <Panel
      title={m.supplier_verdict_work_title()}
      actions={all > rows.length ? <Link to={allHref}>{m.supplier_verdict_work_all({ count: formatNumber(all) })}</Link> : undefined}
    >
      {rows.length === 0 && <p className="text-muted">{m.supplier_verdict_work_none()}</p>}
      <ul>
        {rows.map(({ kind, id, text, who, dueOn, isLate }) => (
          <li key={id} className="flex items-start gap-3 border-b border-line py-2">
            <Icon name={icons[kind]} className="mt-0.5 shrink-0" />
            <span className="min-w-0 flex-1">
              <Link to={workHref(kind, { id, base })} className="line-clamp-2 font-semibold text-ink">
                {kind === 'action' ? text : workWords[kind]({ questionnaire: text })}
              </Link>
              <span className="flex flex-wrap gap-x-3 text-xs text-muted">
                {who && <bdi>{who}</bdi>}
                {dueOn &&
                  (isLate ? (
                    <span className="inline-flex items-center gap-1 text-warning">
                      <Icon name="clock" className="size-3.5" />
                      {m.supplier_verdict_work_late({ date: formatDate(dueOn) })}
                    </span>
                  ) : (
                    <span>{m.supplier_verdict_work_due({ date: formatDate(dueOn) })}</span>
                  ))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const workWords = { request: m.supplier_verdict_work_request, response: m.supplier_verdict_work_response };
const workPaths = { action: 'corrective-actions', request: 'requests', response: 'responses' } as const;
const workHref = (kind: keyof typeof workPaths, { id, base }: { id: string; base: string }): string => `${base}/${workPaths[kind]}/${id}`;

/** Open findings, the gravest first. `isUnaudited`: the reader may see audits, and there is none. */
export function FindingsPanel({
  findings,
  base,
  allHref,
  isUnaudited,
}: {
  findings: Shown['findings'];
  base: string;
  allHref: string;
  isUnaudited: boolean;
}) {
  const { rows, all } = findings;
  if (all === 0)
    return (
      <Panel title={m.supplier_verdict_findings_none()}>
        {isUnaudited && <p className="text-muted">{m.supplier_verdict_findings_unaudited()}</p>}
      </Panel>
    );
  return (
    <Panel
      title={m.supplier_verdict_findings_title({ count: all })}
      actions={<Link to={allHref}>{m.supplier_verdict_findings_all()}</Link>}
    >
      <ul>
        {rows.map(({ id, title, lang, grade, openedAt }) => (
          <li key={id} className="border-b border-line py-2">
            <Link to={`${base}/findings/${id}`} lang={lang} className="line-clamp-2 font-semibold text-ink">
              {title}
            </Link>
            <span className="text-xs text-muted">
              {gradeLabel(grade)} · {formatDate(openedAt)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
