import { isRestrictedElement, restrictedBy } from '#scoring';
import { isZeroToleranceFinding, isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';

import { placeOf, type Recorded } from './current-entries';
import { ruleIdOfKey, rulesNearZeroTolerance, subjectsOfKey } from './explanation-key';
import type { AuditRecord, StoredEntry } from './read-record.server';

/**
 * A record without anything that answers a zero-tolerance question or reveals its answer (`scoring/zero-tolerance/implied.json`): its checks; every check of a
 * questionnaire that is about such a fact as a whole; findings that name one, or only a point that contains one; the elements of the legal definition that it
 * decides; their notes, photos, replies to reviewers, earlier versions and conflicts. What the team observed belongs in a sensitive case: only people assigned to it can read it, or
 * learn that it exists (see README).
 */
export function redactZeroTolerance(record: AuditRecord): AuditRecord {
  const heads = [...record.current.values()].flatMap(({ heads: each }) => each);
  const findings = new Set(heads.filter(isZeroToleranceEntry).map(({ key }) => key));
  const photos = new Set(heads.filter(isZeroToleranceEntry).flatMap((entry) => (entry.kind === 'finding' ? entry.value.photos : [])));
  const whole = restrictedBy(heads.flatMap((entry) => (entry.kind === 'check' ? [[entry.key, entry.value.answer] as const] : [])));
  const isZeroToleranceKey = (key: string) => isZeroToleranceQuestion(key) || whole.has(key);
  const isZeroTolerance = (entry: StoredEntry): boolean => {
    if (entry.kind === 'check') return isZeroToleranceKey(entry.key);
    if (entry.kind === 'finding' || entry.kind === 'planLine') return findings.has(entry.key);
    if (entry.kind === 'signedPlan') return entry.value.plan.rows.some(({ finding }) => findings.has(finding));
    if (entry.kind === 'element') return isRestrictedElement(entry.key);
    // An explanation near such a question stays with the team.
    if (entry.kind === 'explanation')
      return (
        rulesNearZeroTolerance.has(ruleIdOfKey(entry.key)) ||
        subjectsOfKey(entry.key).some((key) => isZeroToleranceKey(key) || findings.has(key))
      );
    if (entry.kind !== 'photo' && entry.kind !== 'note' && entry.kind !== 'review-reply') return false;
    const { about } = entry.value;
    return photos.has(entry.key) || (about !== null && (isZeroToleranceKey(about) || findings.has(about)));
  };
  // A shown answer does not name a source that is withheld.
  const withoutSources = (entry: StoredEntry): StoredEntry => {
    if (entry.kind !== 'check' || !entry.value.from?.some(({ question }) => isZeroToleranceKey(question))) return entry;
    const { from: _from, ...value } = entry.value;
    return { ...entry, value };
  };
  const redact = (recorded: Recorded<StoredEntry>) => ({ ...recorded, heads: recorded.heads.map(withoutSources) });
  const shown = new Map(
    [...record.current].flatMap(([place, recorded]) => (recorded.heads.some(isZeroTolerance) ? [] : [[place, redact(recorded)] as const])),
  );
  const isShown = ({ kind, key }: { kind: string; key: string }) => shown.has(placeOf({ kind, key }));
  return {
    entries: record.entries.filter(isShown).map(withoutSources),
    current: shown,
    conflicts: record.conflicts.filter(isShown).map(redact),
  };
}

const isZeroToleranceEntry = ({ kind, value }: StoredEntry): boolean =>
  kind === 'finding' && isZeroToleranceFinding({ question: value.question, compliancePoint: value.point, indicator: null });
