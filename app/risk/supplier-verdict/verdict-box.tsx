import type { SerializeFrom } from '@remix-run/node';
import type { ReactNode } from 'react';
import { AlertSection, UpstreamSection } from '~/risk/alerts/alert-section';
import { AlertChip, UpstreamChip } from '~/risk/alerts/alert-chip';
import { shortSource } from '~/risk/alerts/labels';
import { CandidateNotice, PublicListSection } from '~/risk/supplier-pages/public-list-section';
import type { PublicLists } from '~/risk/supplier-pages/public-lists.server';
import { m } from '~/paraglide/messages';
import { BandShape } from '~/ui/band-shapes';
import { classNames } from '~/ui/class-names';
import { banRank } from '~/suppliers/registry/alert-filters';
import type { SupplierHead } from '~/suppliers/registry/read-supplier.server';
import { isCertain } from './choose-verdict';
import type { VerdictPage } from './read-verdict-page.server';
import { meaningSentence, type Named, pathSentence, verdictSentence } from './labels';

type Shown = SerializeFrom<VerdictPage>;

/** The verdict: what a buyer must know, what it means, how it reaches the organization, and the alerts behind it with source and date. */
export function VerdictBox({
  page,
  head,
  named,
  children,
}: {
  page: Shown;
  head: SerializeFrom<SupplierHead>;
  named: Named;
  children?: ReactNode;
}) {
  const { verdict, path } = page;
  const meaning = meaningSentence(verdict, { stateImposed: page.result?.stateImposed ?? [], country: head.country });
  const between = path.length === 0 ? null : path.slice(1, -1).map(({ name }) => name);
  const isSerious =
    ['import-ban', 'state-imposed', 'critical-finding', 'ban-upstream'].includes(verdict.kind) || head.reading?.band === 'severe';
  return (
    <section
      aria-labelledby="verdict"
      className={classNames(
        'rounded border border-s-4 border-line bg-surface px-4 py-3 sm:px-5',
        isSerious ? 'border-s-band-severe-mark' : 'border-s-edge',
      )}
    >
      <div className="flex items-start gap-3 sm:gap-4">
        <BandShape band={head.reading?.band ?? null} className="mt-0.5 size-7 shrink-0 sm:size-9" />
        <div className="grid min-w-0 gap-1.5">
          <h2 id="verdict">{verdictSentence(verdict, named)}</h2>
          <p>
            {meaning} {pathSentence(between)}
          </p>
          <Chips page={page} />
          {children}
        </div>
      </div>
    </section>
  );
}

/** One chip for each kind of alert, the most serious first; it leads to the first of its kind. */
function Chips({ page: { alerts, upstream } }: { page: Shown }) {
  const current = alerts.filter(({ endedAt, status }) => endedAt === null && status !== 'dismissed');
  const hasBanUpstream = upstream.some((alert) => alert.rank <= banRank && isCertain(alert));
  if (current.length === 0 && !hasBanUpstream) return null;
  const kinds = [...new Set(current.map(({ kind }) => kind))];
  return (
    <ul className="flex flex-wrap gap-2">
      {kinds.map((kind) => {
        const [first, ...others] = current.filter((alert) => alert.kind === kind);
        if (!first) return null;
        return (
          <li key={kind}>
            <a href={`#alert-${first.id}`} className="no-underline">
              <AlertChip
                kind={kind}
                isToBeConfirmed={first.status === 'open' && first.isToBeConfirmed}
                others={others.length}
                detail={shortSource(first)}
              />
            </a>
          </li>
        );
      })}
      {hasBanUpstream && (
        <li>
          <a href="#alerts-upstream" className="no-underline">
            <UpstreamChip />
          </a>
        </li>
      )}
    </ul>
  );
}

/** "Why do I see this": every alert with its comparison, source, date and decision; alerts upstream; and what public lists say besides. */
export function AlertDetails({
  page,
  lists,
  base,
  overridesHref,
  mayDecide,
  floor,
}: {
  page: Shown;
  lists: SerializeFrom<PublicLists>;
  base: string;
  overridesHref: string;
  mayDecide: boolean;
  floor: number;
}) {
  const { alerts, upstream } = page;
  if (alerts.length + upstream.length + lists.candidates.length + lists.facts.length + lists.others.length === 0) return null;
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-muted">
        {m.supplier_verdict_why_alerts()} <a href="/methodology/R3">{m.supplier_verdict_why_method()}</a>
      </p>
      <AlertSection alerts={alerts} base={base} overridesHref={overridesHref} mayDecide={mayDecide} floor={floor} />
      <UpstreamSection alerts={upstream} base={base} />
      <CandidateNotice candidates={lists.candidates} />
      <PublicListSection facts={lists.facts} others={lists.others} />
    </div>
  );
}
