import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { daysText, listName, placeText, reasonText } from '~/risk/supplier-pages/listed-labels';
import { labourText } from '~/risk/alerts/match-words';
import { partyHref } from '~/suppliers/parties/party-href';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { ScoreWithInterval } from '~/ui/score-tile';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber, formatPercent } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { shownScore } from '~/ui/shown-score';
import { Unknown } from '~/ui/values';
import type { ProjectChain } from './read-project-chain.server';
import { TableLink } from '~/risk/scores/table-link';

type Chain = SerializeFrom<ProjectChain>;
type Root = NonNullable<Chain['inherited']>[number];
type Entry = Chain['goods']['entries'][number];

function PartyLink({ base, party }: { base: string; party: { kind: string; publicId: string; name: string } }) {
  const href = partyHref(base, party);
  return href ? (
    <Link to={`${href}/supply-chain`}>
      <bdi>{party.name}</bdi>
    </Link>
  ) : (
    <bdi>{party.name}</bdi>
  );
}

const stepsText = (steps: number) => (steps === 0 ? m.project_chain_itself() : m.project_chain_steps({ steps }));

/** The own and the inherited risk of each project company, kept apart (R10), with the highest-risk party upstream. */
export function ProjectInheritedSection({ chain: { inherited, unexplained }, base }: { chain: Chain; base: string }) {
  if (inherited === null)
    return (
      <Section title={m.project_chain_inherited()} id="inherited">
        <Notice tone="warning">{m.project_chain_refused()}</Notice>
      </Section>
    );
  const figure = (ends: Root['own']) =>
    ends ? (
      <span className="flex flex-wrap items-baseline gap-x-2">
        <BandBadge band={ends.band} />
        <ScoreWithInterval {...ends} />
      </span>
    ) : (
      <Unknown />
    );
  const columns: Column<Root>[] = [
    {
      key: 'company',
      header: m.deals_chain_company(),
      wraps: 'short',
      cell: (root) => (
        <>
          <PartyLink base={base} party={root} />
          {root.isClient && <span className="block text-muted">{m.project_chain_client()}</span>}
        </>
      ),
    },
    {
      key: 'workers',
      header: m.suppliers_column_workers(),
      align: 'end',
      cell: ({ workers }) => (workers === null ? <Unknown /> : formatNumber(workers)),
    },
    { key: 'own', header: m.what_if_own(), cell: ({ own }) => figure(own) },
    { key: 'inherited', header: m.what_if_inherited(), cell: (root) => figure(root.inherited) },
    { key: 'total', header: m.what_if_total(), cell: ({ total }) => figure(total) },
    {
      key: 'upstream',
      header: m.project_chain_upstream(),
      align: 'end',
      cell: ({ upstream, coverage }) => (
        <>
          {formatNumber(upstream)}
          {upstream > 0 && (
            <span className="block text-muted">
              {coverage.assumed > 0
                ? m.project_chain_assumed({ share: formatPercent(coverage.assumed) })
                : m.project_chain_scored({ share: formatPercent(coverage.scored) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'worst',
      header: m.project_chain_worst(),
      wraps: 'short',
      cell: ({ worst }) =>
        worst ? (
          <>
            <PartyLink base={base} party={worst} />
            <span className="flex flex-wrap items-baseline gap-x-2 text-muted">
              <BandBadge band={worst.band} /> {shownScore(worst.own)} · {stepsText(worst.steps)}
            </span>
          </>
        ) : (
          <span className="text-muted">{m.project_chain_worst_none()}</span>
        ),
    },
  ];
  return (
    <Section title={m.project_chain_inherited()} lead={m.project_chain_inherited_lead()} id="inherited">
      <DataTable caption={m.project_chain_inherited()} columns={columns} rows={inherited} rowKey={({ id }) => id} isStacked />
      <p className="mt-2 text-muted">
        {unexplained > 0 && <>{m.project_goods_more({ count: formatNumber(unexplained) })} · </>}
        <Link to="/methodology/R10">{m.method_rule({ rule: 'R10' })}</Link>
      </p>
    </Section>
  );
}

/** Goods, sectors and names of the project's whole chain on public lists, with the reason for each company. */
export function ProjectGoodsSection({ goods, base }: { goods: Chain['goods']; base: string }) {
  const candidates = goods.entries.filter(({ isCandidate }) => isCandidate);
  const rest = goods.entries.filter(({ isCandidate }) => !isCandidate);
  return (
    <Section title={m.project_goods_title()} lead={m.project_goods_lead()} id="goods">
      <p className="mb-4 text-muted">
        {goods.looked < goods.all
          ? m.project_goods_looked_part({ looked: formatNumber(goods.looked), all: formatNumber(goods.all) })
          : m.project_goods_looked({ count: goods.all })}{' '}
        {goods.silent > 0 && m.project_goods_silent({ count: goods.silent })}
      </p>
      {candidates.length > 0 && (
        <div className="mb-6">
          <Notice tone="warning" title={m.project_goods_candidates({ count: candidates.length })}>
            <EntryList entries={candidates} base={base} />
            <p className="mt-2">{m.suppliers_candidate_text()}</p>
          </Notice>
        </div>
      )}
      {goods.entries.length === 0 ? <p className="text-muted">{m.project_goods_none()}</p> : <EntryList entries={rest} base={base} />}
    </Section>
  );
}

function EntryList({ entries, base }: { entries: readonly Entry[]; base: string }) {
  return (
    <ul className="grid gap-4">
      {entries.map((entry) => (
        <li key={entry.key}>
          <p>
            <span className="font-semibold" lang="en">
              {entry.subject}
            </span>{' '}
            · <TableLink href={entry.href}>{listName(entry.list)}</TableLink> · {labourText(entry.labour)}
          </p>
          <p className="text-sm text-muted">
            {daysText(entry)}.{entry.confidence === 'memory' && ` ${m.suppliers_listed_recalled()}`}
          </p>
          <ul className="mt-1 ms-4 grid list-disc gap-1">
            {entry.where.map((party) => (
              <li key={party.publicId}>
                <PartyLink base={base} party={party} /> <span className="text-muted">({stepsText(party.steps)})</span>{' '}
                <span className="text-sm text-muted">
                  {reasonText(party.match)} {entry.isCandidate && placeText(party.match)}
                </span>
              </li>
            ))}
            {entry.inAll > entry.where.length && (
              <li className="text-muted">{m.project_goods_more({ count: formatNumber(entry.inAll - entry.where.length) })}</li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}
