import { basisTerm } from '~/platform/terms/glossary-terms';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { shownScore } from '~/ui/shown-score';
import { AlertChip, UpstreamChip } from '~/risk/alerts/alert-chip';
import type { SupplierColumn } from '~/suppliers/registry/list-columns';
import { factName } from '~/suppliers/facts/fact-labels';
import { spendLabel } from '~/suppliers/fields/definition/spend-text';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { BasisMark } from '~/ui/basis-mark';
import type { Column } from '~/ui/data-table';
import { formatDate, formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { IntervalBar } from '~/ui/interval-bar';
import { ScoreTile } from '~/ui/score-tile';
import { initials } from '~/ui/initials';
import { CountryText, NumberText, Unknown } from '~/ui/values';
import type { ShownSupplier } from './read-list-page.server';
import { PlaceText } from './score-cells';

type Context = { base: string; sectors: Readonly<Record<string, string>>; scored: number | null; today: string };

/** A column of the list by its key. */
export function supplierColumn(key: SupplierColumn, context: Context): Column<ShownSupplier> {
  const { base, sectors, scored, today } = context;
  const head = { key, header: supplierColumnName(key, scored) };
  switch (key) {
    case 'place':
      return {
        ...head,
        sortKey: 'place',
        cell: (row) => (row.band === null ? null : <PlaceText row={row} scored={scored ?? 0} isShort />),
      };
    case 'child':
      return { ...head, sortKey: 'child', cell: (row) => (row.childBand === null ? null : <ChildScore row={row} />) };
    case 'alerts':
      return { ...head, sortKey: 'alerts', cell: (row) => alertsOf(row, `${base}/${row.publicId}#alerts`) };
    case 'basis':
      return { ...head, term: basisTerm, cell: ({ basis }) => (basis === null ? null : <BasisMark basis={basis} />) };
    case 'country':
      return { ...head, sortKey: 'country', wraps: 'short', cell: (row) => <CountryText code={row.country} /> };
    case 'sector':
      return {
        ...{ ...head, sortKey: 'sector', isWideOnly: true, wraps: 'short' },
        cell: ({ sector }) => (sector ? <Sector title={sectors[sector] ?? sector} /> : <Unknown />),
      };
    case 'tier':
      return { ...head, sortKey: 'tier', align: 'end', cell: (row) => <Tier {...row} /> };
    case 'workers':
      return { ...head, sortKey: 'workers', align: 'end', cell: (row) => <NumberText value={row.workers} /> };
    case 'spend':
      return {
        ...{ ...head, sortKey: 'spend', align: 'end' },
        cell: ({ annualSpend }) => (annualSpend === null ? null : spendLabel(annualSpend)),
      };
    case 'findings':
      return { ...head, align: 'end', cell: (row) => findingsOf(row, `${base}/${row.publicId}/findings`) };
    case 'audit':
      return {
        ...head,
        cell: ({ auditedOn }) => (auditedOn === null ? null : formatDate(auditedOn)),
      };
    case 'tags':
      return { ...head, wraps: 'short', cell: ({ tags }) => (tags.length === 0 ? null : <Tags tags={tags} />) };
    case 'owner':
      return { ...head, cell: ({ owner }) => (owner === null ? null : <Owner name={owner} />) };
    case 'due':
      return { ...head, cell: ({ dueOn }) => (dueOn === null ? null : <Due dueOn={dueOn} today={today} />) };
  }
}

const names = {
  child: m.suppliers_child,
  alerts: m.alerts_title,
  basis: m.suppliers_column_basis,
  country: m.suppliers_column_country,
  sector: m.suppliers_column_sector,
  tier: m.suppliers_column_tier,
  workers: m.suppliers_column_workers,
  spend: () => factName('annualSpend'),
  findings: m.lists_column_findings,
  audit: m.lists_column_audit,
  tags: m.lists_column_tags,
  owner: m.lists_column_owner,
  due: m.lists_column_due,
} satisfies Record<Exclude<SupplierColumn, 'place'>, () => string>;

/** The heading of a column. `scored`: among how many suppliers ranks are. */
export function supplierColumnName(key: SupplierColumn, scored: number | null = null): string {
  if (key !== 'place') return names[key]();
  return scored === null ? m.lists_column_rank() : m.suppliers_column_place({ count: formatNumber(scored) });
}

/** The score in its tile with its band, and where its interval lies; a supplier that is not scored asks for facts. */
export function ScoreCell({ row, href }: { row: ShownSupplier; href: string | undefined }) {
  const { score, scoreLow: low, scoreHigh: high } = row;
  if (score === null || low === null || high === null)
    return (
      <span className="flex items-center gap-2">
        <ScoreTile score={null} isBeside />
        <span className="text-muted">{m.shell_band_none()}</span>
        {href !== undefined && <Link to={href}>{m.lists_add_facts()}</Link>}
      </span>
    );
  const [point = 0, from = 0, to = 0] = [score, low, high].map(shownScore);
  return (
    <span className="score-cell" title={m.shell_interval_full({ point, low: from, high: to })}>
      <ScoreTile score={score} isBeside />
      <BandBadge band={row.band} />
      <IntervalBar score={score} low={low} high={high} />
      <span className="sr-only">{m.shell_interval({ low: from, high: to })}</span>
    </span>
  );
}

/** At most two lines: ISIC titles can be a dozen words long. */
function Sector({ title }: { title: string }) {
  return (
    <span className="line-clamp-2" title={title}>
      {title}
    </span>
  );
}

/** A score without an interval of its own, and its band. */
function ChildScore({ row: { childScore, childBand } }: { row: ShownSupplier }) {
  return (
    <span className="grid justify-items-start">
      {childScore !== null && <span className="font-semibold">{shownScore(childScore)}</span>}
      <BandBadge band={childBand} />
    </span>
  );
}

/** The most serious alert of a supplier, how many other kinds there are, and whether a ban lies further up its chain. */
function alertsOf({ alerts, isToBeConfirmed, hasBanUpstream = false }: ShownSupplier, href: string): ReactNode {
  const [first, ...others] = alerts;
  if (!first && !hasBanUpstream) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {first && (
        <Link to={href} className="no-underline">
          <AlertChip kind={first} isToBeConfirmed={isToBeConfirmed} others={others.length} />
        </Link>
      )}
      {hasBanUpstream && <UpstreamChip />}
    </span>
  );
}

/** The computed tier; the declared one beside it where it differs, and alone where no path is known. */
export function Tier({ tier, declaredTier }: { tier: number | null; declaredTier: number | null }) {
  if (tier === null && declaredTier === null) return <Unknown />;
  if (declaredTier === null || declaredTier === tier) return tier;
  return (
    <span className="inline-grid">
      <span>{tier ?? <Unknown />}</span> <span className="text-xs text-muted">{m.suppliers_tier_declared({ tier: declaredTier })}</span>
    </span>
  );
}

function findingsOf({ openFindings }: ShownSupplier, href: string): ReactNode {
  return openFindings === 0 ? null : <Link to={href}>{formatNumber(openFindings)}</Link>;
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {tags.map((tag) => (
        <bdi key={tag} className="rounded-sm border border-line px-1.5 text-xs">
          {tag}
        </bdi>
      ))}
    </span>
  );
}

/** A person by the first letters of the first and last name; in full on hover and for screen readers. */
function Owner({ name }: { name: string }) {
  return (
    <span title={name} className="inline-flex">
      <span aria-hidden="true" className="grid size-6 place-items-center rounded-full border border-line bg-sunken text-xs font-semibold">
        {initials(name)}
      </span>
      <span className="sr-only">{name}</span>
    </span>
  );
}

/** The earliest due date; a clock when it has passed. */
function Due({ dueOn, today }: { dueOn: string; today: string }) {
  if (dueOn >= today) return formatDate(dueOn);
  return (
    <span className="inline-flex items-center gap-1 text-warning">
      <Icon name="clock" label={m.lists_overdue()} />
      {formatDate(dueOn)}
    </span>
  );
}
