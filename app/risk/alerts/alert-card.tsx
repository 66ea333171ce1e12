import { Term } from '~/ui/term';
import { alertToBeConfirmedTerm } from '~/platform/terms/glossary-terms';
import { Link } from '@remix-run/react';
import { raiseHref } from '~/platform/navigation/raise-href';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { DateText } from '~/ui/values';
import type { FormFailure } from '~/ui/form-values';
import { AlertChip } from './alert-chip';
import type { AlertBasis } from './basis';
import { ComparisonTable } from './comparison-table';
import { DecisionForm } from './decision-form';
import { isByName } from './is-by-name';
import type { ShownAlert } from './read-alerts.server';
import { meaningOf, sinceText, sourceText, statusName, statusText, titleText, whyText } from './labels';

type Moment = Date | string;
/** An alert as it comes to the page. */
export type AlertOnPage = Omit<ShownAlert, 'firstSeenAt' | 'lastSeenOn' | 'endedAt' | 'decidedAt'> & {
  firstSeenAt: Moment;
  lastSeenOn: Moment;
  endedAt: Moment | null;
  decidedAt: Moment | null;
};

/**
 * All of one alert: what, why, from which row of which list, since when, what it means for goods and for people, what to do, who decided and why, and the
 * form of the decision. `base`: address of the organization. `isAlone`: on its own page, all of it open.
 */
export function AlertCard({
  alert,
  base,
  overridesHref,
  mayDecide,
  floor,
  isAlone = false,
  failure,
}: {
  alert: AlertOnPage;
  base: string;
  overridesHref: string;
  mayDecide: boolean;
  floor: number;
  isAlone?: boolean;
  failure?: FormFailure | undefined;
}) {
  const { id, kind, basis, status, endedAt, isToBeConfirmed } = alert;
  const page = `${base}/alerts/${id}`;
  const isHeld = status === 'confirmed' && alert.override === 'in-force';
  return (
    <article aria-labelledby={`alert-${id}`} className="grid content-start gap-2 border-b border-line pb-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <AlertChip kind={kind} isToBeConfirmed={isToBeConfirmed && status === 'open'} />
        <span className="text-sm text-muted">
          {isToBeConfirmed && status === 'open' && endedAt === null && isAlone ? (
            <Term of={alertToBeConfirmedTerm}>{statusText({ status, isToBeConfirmed, endedAt })}</Term>
          ) : (
            statusText({ status, isToBeConfirmed, endedAt })
          )}
        </span>
      </div>
      <h3 id={`alert-${id}`} className="text-base font-semibold">
        {isAlone ? titleText(kind, basis) : <Link to={page}>{titleText(kind, basis)}</Link>}
      </h3>
      <Facts alert={alert} base={base} />
      {isByName({ kind, comparisons: basis.comparisons }) && <ComparisonTable basis={basis} />}
      <Decided alert={alert} overridesHref={overridesHref} />
      <details open={isAlone}>
        <summary className="cursor-pointer text-accent">{m.alerts_meaning()}</summary>
        <Meaning kind={kind} basis={basis} />
      </details>
      {mayDecide && alert.showsStateImposed && status !== 'dismissed' && endedAt === null && (
        <p data-print="none">
          <Link to={raiseHref(overridesHref.replace(/\/score\/overrides$/, ''), { kind: 'alert', id })}>
            {m.alerts_raise_state_imposed()}
          </Link>
        </p>
      )}
      {mayDecide && !isHeld && (
        <details open={failure !== undefined || (isAlone && status === 'open')} data-print="none">
          <summary className="cursor-pointer text-accent">{status === 'open' ? m.alerts_decide() : m.alerts_decide_again()}</summary>
          <DecisionForm
            alert={{ ...alert, isEnded: endedAt !== null }}
            action={page}
            from={isAlone ? 'alert' : 'supplier'}
            floor={floor}
            failure={failure}
          />
        </details>
      )}
    </article>
  );
}

function Facts({ alert, base }: { alert: AlertOnPage; base: string }) {
  const { kind, basis, sites, href, firstSeenAt, lastSeenOn, endedAt } = alert;
  return (
    <KeyValueList
      pairs={[
        {
          key: 'why',
          label: m.alerts_why(),
          value: (
            <ul className="grid gap-1">
              {basis.comparisons.map((comparison) => (
                <li key={`${comparison.site} ${comparison.of} ${comparison.given} ${comparison.by}`}>
                  <Of comparison={comparison} sites={sites} base={base} /> {whyText(comparison, kind)}
                </li>
              ))}
              {basis.madeWith !== null && <li>{m.suppliers_match_made_with({ input: basis.madeWith })}</li>}
            </ul>
          ),
        },
        ...(basis.via
          ? [{ key: 'path', label: m.alerts_path(), value: <Path via={basis.via} subject={basis.subject} base={base} /> }]
          : []),
        {
          key: 'source',
          label: m.alerts_source_row(),
          value: <Link to={href.startsWith('/') ? href : `${base}/${href}`}>{sourceText(alert)}</Link>,
          ...(basis.confidence === 'memory' ? { note: m.suppliers_listed_recalled() } : {}),
        },
        { key: 'since', label: m.alerts_since(), value: sinceText(kind, basis) },
        {
          key: 'seen',
          label: m.alerts_first_seen(),
          value: <DateText value={firstSeenAt} />,
          note:
            endedAt !== null ? (
              m.alerts_ended_on({ date: formatDate(endedAt) })
            ) : (
              <>
                {m.alerts_last_seen()} <DateText value={lastSeenOn} />
              </>
            ),
        },
      ]}
    />
  );
}

/** From the supplier's own recruiter down to the sub-agent that the alert is about. */
function Path({ via, subject, base }: { via: NonNullable<AlertBasis['via']>; subject: string; base: string }) {
  return (
    <span className="flex flex-wrap gap-x-1.5">
      {via.map(({ publicId, name }) => (
        <span key={publicId}>
          <Link to={`${base}/labour-recruiters/${publicId}`}>
            <bdi>{name}</bdi>
          </Link>{' '}
          ←
        </span>
      ))}
      <bdi>{subject}</bdi>
    </span>
  );
}

function Of({
  comparison: { of, site },
  sites,
  base,
}: {
  comparison: AlertBasis['comparisons'][number];
  sites: AlertOnPage['sites'];
  base: string;
}) {
  if (of === 'parent-company') return <span className="text-muted">{m.alerts_why_of_parent()}</span>;
  if (of === 'recruiter') return <span className="text-muted">{m.alerts_why_of_recruiter()}</span>;
  const named = site === null ? undefined : sites[site];
  if (of !== 'site' || !named) return null;
  return (
    <Link to={`${base}/sites/${named.publicId}`}>
      <bdi>{m.alerts_why_of_site({ site: named.name })}</bdi>
    </Link>
  );
}

function Meaning({ kind, basis }: Pick<AlertOnPage, 'kind' | 'basis'>) {
  const { goods, people, act } = meaningOf(kind, basis);
  return (
    <dl className="mt-2 grid max-w-prose gap-2">
      {[
        [m.alerts_people(), people],
        [m.alerts_goods(), goods],
        [m.alerts_do(), act],
      ].map(([label, text]) => (
        <div key={label}>
          <dt className="font-semibold">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Decided({ alert, overridesHref }: { alert: AlertOnPage; overridesHref: string }) {
  const { status, decidedBy, decidedAt, reason, override } = alert;
  return (
    <>
      {decidedAt !== null && (
        <p>
          {m.alerts_decided({
            status: statusName(status),
            name: decidedBy ?? m.alerts_decided_former(),
            date: formatDate(decidedAt),
            reason: reason ?? '',
          })}
        </p>
      )}
      {override === 'lifted' && <p className="text-muted">{m.alerts_override_lifted()}</p>}
      {override === 'in-force' && (
        <p className="text-muted">
          {m.alerts_override_in_force()} <Link to={overridesHref}>{m.alerts_override_view()}</Link>
        </p>
      )}
    </>
  );
}
