import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { memberLocale } from '~/locales/member-locales';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { formatDate } from '~/ui/format';
import { gradeLabel } from '~/findings/findings/labels';
import { findingGradeSchema } from '#scoring';
import { measureOf } from './measure-of';
import { lockPlan, nextNumber, type PlanClosed } from './lock-plan.server';
import { offerSources, type Source } from './offer-sources.server';
import { mostLines } from './plan-lists';

export type TakenUp =
  | { kind: 'taken'; lines: number }
  | PlanClosed
  | { kind: 'refused'; code: 'nothing-chosen' | 'already-taken' | 'too-many-lines' };

/** A draft item from a source: its text and its completion measure. A person adds owner, due date and cost. */
function beginOf(source: Source) {
  if (source.kind === 'item') {
    const gap = source.isPartly ? m.esap_reason_partly : m.esap_reason_not_met;
    return {
      action: measureOf(source.key, memberLocale(getLocale())) ?? m.esap_action_of_item({ text: source.words }),
      reason: gap({ item: source.key, text: source.words }),
      reference: source.key,
    };
  }
  const { party, grade, openedOn, words, reference } = source;
  const facts = { party, grade: gradeLabel(findingGradeSchema.parse(grade)), date: formatDate(openedOn) };
  return {
    action: words === '' ? m.esap_action_of_hidden({ party }) : m.esap_action_of_finding({ text: words }),
    reason: m.esap_reason_finding(facts),
    reference: reference.slice(0, 200),
  };
}

/**
 * Makes a line of each source named (the key of an unmet item, or the id of a finding), or of all that have none. Never twice of the same: what a line
 * takes up already is left out, and refused where nothing else is named. With `leaveOut`, the line is dropped at once for that reason.
 */
export async function importFromSources(
  db: TenantDb,
  options: { dealId: string; keys: readonly string[] | 'all'; leaveOut?: string; userId: string; now: Date },
): Promise<TakenUp> {
  const { dealId, keys, leaveOut, userId } = options;
  const locked = await lockPlan(db, dealId);
  if (locked.kind !== 'found') return locked;
  const sources = await offerSources(db, locked.found);
  const named = keys === 'all' ? sources : sources.filter(({ key }) => keys.includes(key));
  if (named.length === 0) return { kind: 'refused', code: 'nothing-chosen' };
  const fresh = named.filter(({ taken }) => !taken);
  if (fresh.length === 0) return { kind: 'refused', code: 'already-taken' };
  const first = await nextNumber(db, dealId);
  if (first - 1 + fresh.length > mostLines) return { kind: 'refused', code: 'too-many-lines' };
  await db.esapItem.createMany({
    data: fresh.map((source, at) => {
      const { action, ...rest } = beginOf(source);
      return {
        ...{ dealId, number: first + at, action: action.slice(0, 4_000), ...rest, createdById: userId, createdAt: options.now },
        ...(source.kind === 'item' ? { itemKey: source.key } : { findingId: source.key }),
        ...(leaveOut ? { status: 'dropped', statusReason: leaveOut } : {}),
      };
    }),
  });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: dealId,
    act: leaveOut ? 'leave-out-of-plan' : 'add-plan-lines',
    userId,
    after: { planItems: fresh.map((_, at) => first + at).join(', '), ...(leaveOut ? { reason: leaveOut } : {}) },
  });
  return { kind: 'taken', lines: fresh.length };
}
