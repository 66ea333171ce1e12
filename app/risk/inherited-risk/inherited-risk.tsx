import { Link } from '@remix-run/react';
import { overrideLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { ScoreWithInterval } from '~/ui/score-tile';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { shownScore } from '~/ui/shown-score';
import { PercentText, Unknown } from '~/ui/values';
import { partyHref } from '~/suppliers/parties/party-href';
import type { Inherited, PathParty } from './read-inherited.server';

/** A part with one decimal where it is small. */
const partText = (part: number) => formatPercent(part, { digits: part < 0.1 ? 1 : 0 });

type Known = Extract<Inherited, { status: 'known' }>;

/** Own risk, inherited risk and total of a party, kept apart; then the highest-risk path, overrides upstream, who passes on most, and leverage. */
export function InheritedRisk({ inherited, base }: { inherited: Inherited; base: string }) {
  if (inherited.status === 'refused')
    return (
      <Notice tone="warning" title={m.what_if_network_problem()}>
        <span lang="en">{inherited.problem}</span>
      </Notice>
    );
  if (inherited.upstream === 0) return <p className="text-muted">{m.what_if_inherited_none()}</p>;
  return (
    <div className="grid grid-cols-1 gap-8">
      <Figures inherited={inherited} />
      <WorstPath inherited={inherited} base={base} />
      <OverridesUpstream inherited={inherited} base={base} />
      <Drivers inherited={inherited} base={base} />
      <Leverage inherited={inherited} base={base} />
    </div>
  );
}

function Figures({ inherited }: { inherited: Known }) {
  const { node, bands, unscored, upstream, linksWithoutShare } = inherited;
  const figure = (name: 'own' | 'inherited' | 'total') => {
    const ends = node[name];
    // A total that rests on the prior alone means nothing about the party.
    if (ends === null || bands[name] === null) return name === 'own' ? <BandBadge band={null} /> : <Unknown />;
    return (
      <span className="inline-flex flex-wrap items-baseline gap-x-3">
        <BandBadge band={bands[name]} /> <ScoreWithInterval {...ends} />
      </span>
    );
  };
  return (
    <div className="grid grid-cols-1 gap-4">
      <KeyValueList
        columns={3}
        pairs={[
          { key: 'own', label: m.what_if_own(), value: figure('own'), note: m.what_if_own_note() },
          { key: 'inherited', label: m.what_if_inherited(), value: figure('inherited'), note: m.what_if_inherited_note() },
          {
            key: 'total',
            label: m.what_if_total(),
            value: figure('total'),
            note: node.own === null ? m.what_if_total_note_unknown() : m.what_if_total_note(),
          },
        ]}
      />
      <p className="text-muted">
        {m.what_if_coverage({
          linked: formatPercent(node.coverage.linked),
          scored: formatPercent(node.coverage.scored),
          assumed: formatPercent(node.coverage.assumed),
        })}{' '}
        {m.what_if_upstream_counts({
          upstream: formatNumber(upstream),
          unscored: formatNumber(unscored),
          links: formatNumber(linksWithoutShare),
        })}{' '}
        <Link to="/methodology/R10">{m.method_rule({ rule: 'R10' })}</Link>
      </p>
    </div>
  );
}

function WorstPath({ inherited, base }: { inherited: Known; base: string }) {
  const { worst, strongest } = inherited;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <div>
        <h3 className="mb-1 text-base font-semibold">{m.what_if_worst_title()}</h3>
        {worst ? (
          <>
            <Path path={worst.path} base={base} />
            <p className="mt-1">
              <BandBadge band={worst.band} /> <strong>{shownScore(worst.own)}</strong>{' '}
              <span className="text-muted">{m.what_if_worst_note()}</span>
            </p>
          </>
        ) : (
          <p className="text-muted">{m.what_if_worst_none()}</p>
        )}
      </div>
      {strongest && (
        <div>
          <h3 className="mb-1 text-base font-semibold">{m.what_if_strongest_title()}</h3>
          <Path path={strongest.path} base={base} />
          <p className="mt-1 text-muted">{m.what_if_strongest_note({ points: shownScore(strongest.points) })}</p>
        </div>
      )}
    </div>
  );
}

function OverridesUpstream({ inherited, base }: { inherited: Known; base: string }) {
  const { overrides, overridesInAll } = inherited;
  return (
    <div>
      <h3 className="mb-1 text-base font-semibold">{m.what_if_overrides_title()}</h3>
      {overrides.length === 0 ? (
        <p className="text-muted">{m.what_if_overrides_none()}</p>
      ) : (
        <ul className="grid gap-3">
          {overrides.map(({ code, path }) => (
            <li key={`${code} ${path.map(({ publicId }) => publicId).join(' ')}`} className="border-s-2 border-danger ps-3">
              <p className="font-semibold">
                {code} · {overrideLabel(code)}
              </p>
              <Path path={path} base={base} />
            </li>
          ))}
        </ul>
      )}
      {overridesInAll > overrides.length && (
        <p className="mt-2 text-muted">{m.what_if_more({ count: formatNumber(overridesInAll - overrides.length) })}</p>
      )}
    </div>
  );
}

/** A way upstream, from the buyer on; each step with the part that comes from there. */
function Path({ path, base }: { path: readonly PathParty[]; base: string }) {
  return (
    <ol className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      {path.map((party, index) => (
        <li key={party.publicId} className="inline-flex items-baseline gap-2">
          {index > 0 && (
            <span className="text-xs text-muted">
              ← {party.share === null ? '' : formatPercent(party.share)}
              {party.isAssumed && ` (${m.what_if_assumed()})`}
            </span>
          )}{' '}
          <PartyLink party={party} base={base} />
        </li>
      ))}
    </ol>
  );
}

function PartyLink({ party, base }: { party: { kind: string; publicId: string; name: string }; base: string }) {
  const href = partyHref(base, party);
  return href ? <Link to={`${href}/supply-chain`}>{party.name}</Link> : <bdi>{party.name}</bdi>;
}

function Drivers({ inherited, base }: { inherited: Known; base: string }) {
  const sum = inherited.node.inherited?.score ?? 0;
  const columns: Column<Known['drivers'][number]>[] = [
    { key: 'name', header: m.suppliers_column_name(), wraps: true, cell: (party) => <PartyLink party={party} base={base} /> },
    {
      key: 'share',
      header: m.what_if_column_bought(),
      align: 'end',
      cell: ({ share, isAssumed }) => (
        <>
          {partText(share)} {isAssumed && <span className="text-xs text-muted">{m.what_if_assumed()}</span>}
        </>
      ),
    },
    {
      key: 'part',
      header: m.what_if_column_passed_on(),
      align: 'end',
      cell: ({ points }) => <strong>{sum === 0 ? '–' : partText(points / sum)}</strong>,
    },
  ];
  return (
    <div>
      <h3 className="mb-1 text-base font-semibold">{m.what_if_drivers_title()}</h3>
      <DataTable
        caption={m.what_if_drivers_title()}
        columns={columns}
        rows={inherited.drivers}
        rowKey={({ publicId, points, share }) => `${publicId} ${points} ${share}`}
        empty={<p className="text-muted">{m.what_if_inherited_none()}</p>}
      />
    </div>
  );
}

function Leverage({ inherited, base }: { inherited: Known; base: string }) {
  const known = inherited.leverage.filter(({ outputShare }) => outputShare !== null);
  const columns: Column<Known['leverage'][number]>[] = [
    { key: 'name', header: m.suppliers_column_name(), wraps: true, cell: (party) => <PartyLink party={party} base={base} /> },
    {
      key: 'share',
      header: m.what_if_column_leverage(),
      align: 'end',
      cell: ({ outputShare }) => <PercentText value={outputShare} />,
    },
  ];
  return (
    <div>
      <h3 className="mb-1 text-base font-semibold">{m.what_if_leverage_title()}</h3>
      {known.length === 0 ? (
        <p className="text-muted">{m.what_if_leverage_unknown()}</p>
      ) : (
        <DataTable
          caption={m.what_if_leverage_title()}
          columns={columns}
          rows={inherited.leverage}
          rowKey={({ publicId, outputShare }) => `${publicId} ${outputShare}`}
        />
      )}
    </div>
  );
}
