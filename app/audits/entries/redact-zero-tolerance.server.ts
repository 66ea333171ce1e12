import { isRestrictedElement, restrictedBy } from '#scoring';
import { isZeroToleranceFinding, isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { placeOf } from './current-entries';
import type { AuditRecord, StoredEntry } from './read-record.server';

/**
 * A record without what answers a zero-tolerance question or tells its answer (`scoring/zero-tolerance/implied.json`): the checks of such questions, all
 * of a questionnaire that is about such a fact as a whole, the findings that name one or only a point that holds one, the elements of the legal definition that it decides, the notes and photos of all of these, every
 * earlier version of them, and their conflicts. What the team saw of it belongs in a sensitive case; nobody who is not assigned to one reads it, or reads that
 * there is something (see README).
 */
export function redactZeroTolerance(record: AuditRecord): AuditRecord {
  const heads = [...record.current.values()].flatMap(({ heads: each }) => each);
  const findings = new Set(heads.filter(isGraveEntry).map(({ key }) => key));
  const photos = new Set(heads.filter(isGraveEntry).flatMap((entry) => (entry.kind === 'finding' ? entry.value.photos : [])));
  const whole = restrictedBy(heads.flatMap((entry) => (entry.kind === 'check' ? [[entry.key, entry.value.answer] as const] : [])));
  const isGraveKey = (key: string) => isZeroToleranceQuestion(key) || whole.has(key);
  const isGrave = (entry: StoredEntry): boolean => {
    if (entry.kind === 'check') return isGraveKey(entry.key);
    if (entry.kind === 'finding') return findings.has(entry.key);
    if (entry.kind === 'element') return isRestrictedElement(entry.key);
    if (entry.kind !== 'photo' && entry.kind !== 'note') return false;
    const { about } = entry.value;
    return photos.has(entry.key) || (about !== null && (isGraveKey(about) || findings.has(about)));
  };
  const told = new Map([...record.current].filter(([, { heads: each }]) => !each.some(isGrave)));
  const isTold = ({ kind, key }: { kind: string; key: string }) => told.has(placeOf({ kind, key }));
  return { entries: record.entries.filter(isTold), current: told, conflicts: record.conflicts.filter(isTold) };
}

const isGraveEntry = ({ kind, value }: StoredEntry): boolean =>
  kind === 'finding' && isZeroToleranceFinding({ question: value.question, compliancePoint: value.point, indicator: null });
