import type { AlertKind, Band, Basis, Component, RuleId } from '#scoring';

/** A current alert of the supplier: one that has not ended and was not dismissed. */
export type VerdictAlert = {
  kind: AlertKind;
  status: 'open' | 'confirmed';
  isToBeConfirmed: boolean;
  subject: string;
};
/** What moves a score, by the rule it follows. */
export type Driver = { id: Component['id'] | 'findings' | 'overrides'; points: number; rule: RuleId };

export type VerdictGiven = {
  /** The most serious first. */
  alerts: readonly VerdictAlert[];
  /** The most serious import ban of a supplier further up the chain that needs no confirmation. */
  banUpstream: { name: string; subject: string; tiersUp: number } | null;
  /** A region under a presumption, an override for state-imposed labour, or a confirmed alert: not the mark of a whole country. */
  isStateImposed: boolean;
  /** Open critical findings, the newest first, by what is wrong. */
  critical: readonly { title: string }[];
  score: { band: Band; basis: Basis | null; driver: Driver['id'] | null } | null;
  /** Facts without which there is no score. */
  missing: readonly string[];
};

export type Verdict =
  | { kind: 'import-ban'; by: 'region' | 'entity' | 'order'; isConfirmed: boolean; subject: string }
  | { kind: 'state-imposed' }
  | { kind: 'critical-finding'; title: string; count: number }
  | { kind: 'ban-upstream'; name: string; subject: string; tiersUp: number }
  | { kind: 'at-risk'; band: 'severe' | 'high' | 'elevated'; driver: Driver['id'] | null }
  | { kind: 'to-confirm'; by: 'region' | 'entity' | 'order'; subject: string }
  | { kind: 'not-scored'; missing: readonly string[] }
  | { kind: 'rated'; band: 'moderate' | 'low'; basis: Basis | null };

const bans: Partial<Record<AlertKind, 'region' | 'entity' | 'order'>> = {
  'presumed-region': 'region',
  'listed-entity': 'entity',
  'import-order': 'order',
};

/** Whether an alert counts without a person's confirmation, or has it. */
export const isCertain = ({ status, isToBeConfirmed }: Pick<VerdictAlert, 'status' | 'isToBeConfirmed'>): boolean =>
  status === 'confirmed' || !isToBeConfirmed;

/**
 * What a buyer must know of a supplier, one thing: the first rule that applies, in this order. A ban comes before a finding, a finding before a score, and what a
 * person has yet to confirm never hides what is certain. Nothing known is never good news: there is no verdict without risk. Pure.
 */
export function chooseVerdict({ alerts, banUpstream, isStateImposed, critical, score, missing }: VerdictGiven): Verdict {
  const banning = alerts.flatMap((alert) => {
    const by = bans[alert.kind];
    return by ? [{ alert, by }] : [];
  });
  const ban = banning.find(({ alert }) => isCertain(alert));
  if (ban) {
    const { subject, status } = ban.alert;
    return { kind: 'import-ban', by: ban.by, isConfirmed: status === 'confirmed', subject };
  }
  if (isStateImposed) return { kind: 'state-imposed' };
  const [finding] = critical;
  if (finding) return { kind: 'critical-finding', title: finding.title, count: critical.length };
  if (banUpstream) return { kind: 'ban-upstream', ...banUpstream };
  if (score?.band === 'severe' || score?.band === 'high') return { kind: 'at-risk', band: score.band, driver: score.driver };
  const [match] = banning;
  if (match) return { kind: 'to-confirm', by: match.by, subject: match.alert.subject };
  if (!score) return { kind: 'not-scored', missing };
  const { band, basis, driver } = score;
  return band === 'low' || band === 'moderate' ? { kind: 'rated', band, basis } : { kind: 'at-risk', band, driver };
}
