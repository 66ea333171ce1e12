import type { Band, Basis, HasScore } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { showFindings } from '~/findings/findings/show-findings.server';
import { isOfThisMethod, storedResultSchema } from '~/questionnaires/responses/schema';
import { readSupplierAlerts, type ShownAlert } from '~/risk/alerts/read-alerts.server';
import { readUpstreamAlerts, type UpstreamAlert } from '~/risk/alerts/upstream-alerts.server';
import { banRank } from '~/suppliers/registry/alert-filters';
import { chooseVerdict, type Verdict } from './choose-verdict';
import { mainDriver } from './drivers-of';

type Reading = { band: Band; basis: Basis | null };
type Given = {
  alerts: readonly ShownAlert[];
  upstream: readonly UpstreamAlert[];
  result: HasScore | null;
  /** Open critical findings, the newest first. */
  critical: readonly { title: string }[];
  reading: Reading | null;
  missing: readonly string[];
};

/** The verdict on what was read of a supplier: its own alerts, those upstream, its score and its findings. Pure. */
export function verdictOf({ alerts, upstream, result, critical, reading, missing }: Given): Verdict {
  const current = alerts.flatMap((alert) =>
    alert.endedAt === null && alert.status !== 'dismissed' ? [{ ...alert, status: alert.status, subject: alert.basis.subject }] : [],
  );
  const ban = upstream.find(({ rank, status, isToBeConfirmed }) => rank <= banRank && (status === 'confirmed' || !isToBeConfirmed));
  return chooseVerdict({
    alerts: current,
    banUpstream: ban ? { name: ban.name, subject: ban.basis.subject, tiersUp: ban.tiersUp } : null,
    isStateImposed: isStateImposed(result, alerts),
    critical,
    score: reading && { band: reading.band, basis: reading.basis, driver: (result && mainDriver(result)?.id) ?? null },
    missing: reading ? [] : missing,
  });
}

/** The verdict on a supplier alone, the same as on its page. A constant number of queries. */
export async function readVerdict(
  db: TenantDb,
  { partyId, scoreId, reading }: { partyId: string; scoreId: string | null; reading: Reading | null },
): Promise<Verdict> {
  const score =
    scoreId === null ? null : await db.score.findFirst({ where: { id: scoreId }, select: { engineVersion: true, result: true } });
  const findings = await showFindings(db, { partyId, status: 'unsolved' });
  const result = score && isOfThisMethod(score.engineVersion) ? storedResultSchema.parse(score.result) : null;
  return verdictOf({
    alerts: await readSupplierAlerts(db, partyId),
    upstream: await readUpstreamAlerts(db, partyId),
    result: result?.status === 'scored' ? result : null,
    critical: findings.rows.filter(({ grade }) => grade === 'critical'),
    reading,
    missing: result?.status === 'not-scored' ? result.missing : [],
  });
}

/**
 * Labour that a state imposes at this supplier: its region, an override in force, or an alert that a person confirmed. That a report names the government of the
 * country is true of every supplier there, and is shown beside the score.
 */
const isStateImposed = (result: HasScore | null, alerts: readonly { kind: string; status: string; endedAt: unknown }[]): boolean =>
  (result?.stateImposed.some(({ reason }) => reason === 'region') ?? false) ||
  (result?.overrides.some(({ code, state }) => code === 'O5' && state === 'in-force') ?? false) ||
  alerts.some(({ kind, status, endedAt }) => kind === 'state-imposed' && status === 'confirmed' && endedAt === null);
