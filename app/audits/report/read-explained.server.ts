import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { readContradictions } from '~/audits/consistency/read-contradictions.server';
import { ruleOf } from '~/audits/consistency/catalogue';
import { ruleIdOfKey, subjectsOfKey } from '~/audits/entries/explanation-key';
import type { Checked } from '~/audits/entries/check-record.server';
import { currentByKey } from '~/audits/entries/read-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { namePeople } from '~/platform/activity/name-people.server';

const explainedSchema = z.object({
  rule: z.string(),
  /** The questions that contradicted each other. */
  questions: z.array(z.string()),
  state: z.enum(['explained', 'resolved']),
  explanation: z.string(),
  by: z.string().nullable(),
  on: z.iso.date(),
});
export type Explained = z.infer<typeof explainedSchema>;
const frozenSchema = z.object({ contradictions: z.array(explainedSchema).optional() }).nullable();

/**
 * Contradictions that the team explained, in the order of their keys; *resolved* where the entries agree since. Those near zero-tolerance questions stay with
 * the team. Of an approved audit as on approval: what is known of a site later is no part of its reports.
 */
export async function readExplained(
  db: TenantDb,
  audit: FoundAudit,
  checked: Pick<Checked, 'record' | 'explanations'>,
): Promise<Explained[]> {
  const { place } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { place: true } });
  const frozen = frozenSchema.parse(place);
  return frozen === null ? explainedNow(db, audit, checked) : (frozen.contradictions ?? []);
}

/** The same as the record reads now. */
export async function explainedNow(
  db: TenantDb,
  audit: FoundAudit,
  checked: Pick<Checked, 'record' | 'explanations'>,
): Promise<Explained[]> {
  const hits = await readContradictions(db, audit, checked, { isForTeam: false });
  const entries = [...currentByKey(checked.record, 'explanation')].sort(([a], [b]) => (a < b ? -1 : 1));
  const people = await namePeople(db, [...new Set(entries.map(([, { byUserId }]) => byUserId))]);
  return entries.flatMap(([key, { value, byUserId, receivedAt }]) => {
    const hit = hits.find((each) => each.key === key);
    const rule = ruleOf(ruleIdOfKey(key));
    if (!rule || (hit && hit.state !== 'explained')) return [];
    const named = hit ? hit.inputs.map((input) => input.key) : subjectsOfKey(key);
    return {
      ...{ rule: rule.id, questions: named.filter(isQuestion), state: hit ? ('explained' as const) : ('resolved' as const) },
      ...{ explanation: value.text, by: people.get(byUserId) ?? null, on: receivedAt.toISOString().slice(0, 10) },
    };
  });
}

/** Codes of questions; figures of lists, plans and records are not printed. */
const isQuestion = (key: string): boolean => /^[A-Z][A-Z0-9]*[-.\d]/.test(key);
