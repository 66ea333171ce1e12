import type { FactSetAside, Given, PartyFacts, SourceRef } from '#scoring';
import { type ReportedField, reportedFacts } from '~/suppliers/fields/reported/reported-facts';
import { sectorName } from '~/locales/sector-names';
import { showPeople, showShare } from '~/suppliers/fields/reported/people-count';
import type { ReportSource } from './parts-schema';
import type { FactValue } from '~/suppliers/fields/reported/fact-value';
import type { AssessmentReport } from './schema';

type FactRow = AssessmentReport['facts'][number];
/** `numberOf` gives the number, from 1, that a source has in the report; null when there is none. */
type ArrangedFacts = { facts: FactRow[]; sources: ReportSource[]; numberOf: (ref: SourceRef | undefined) => number | null };

/** Reported fields that no score was made from. */
export type OtherFacts = Readonly<Partial<Record<ReportedField, Given<unknown>>>>;

/** Lists known facts in a fixed order with what may be shown of each, and numbers the sources they point to in the order of first use, from 1. */
export function arrangeFacts(
  facts: PartyFacts,
  sources: Readonly<Record<SourceRef, ReportSource>>,
  { locale, others = {} }: { locale: AssessmentReport['locale']; others?: OtherFacts },
): ArrangedFacts {
  const rows: FactRow[] = [];
  const used: ReportSource[] = [];
  const numberOf = (ref: SourceRef | undefined): number | null => {
    const source = ref === undefined ? undefined : sources[ref];
    if (source === undefined) return null;
    const known = used.findIndex((each) => JSON.stringify(each) === JSON.stringify(source));
    return known >= 0 ? known + 1 : used.push(source);
  };
  const known: Readonly<Partial<Record<ReportedField, Given<unknown>>>> = { ...others, ...facts };
  for (const { field, type } of reportedFacts) {
    const given = known[field];
    const value = given && showFact(type, given.value, { workers: facts.workers?.value, locale });
    if (given && value) rows.push({ field, value, source: numberOf(given.source) });
  }
  return { facts: rows, sources: used, numberOf };
}

const texts = (value: unknown): string[] => [value].flat().filter((each) => typeof each === 'string');

/** What may be shown of a value, by the type of its field; null where nothing may. */
function showFact(
  type: string,
  value: unknown,
  { workers, locale }: { workers: number | undefined; locale: AssessmentReport['locale'] },
): FactValue | null {
  if (typeof value === 'number') {
    if (type === 'share') return showShare(value, workers);
    return type === 'people' || type === 'group' ? showPeople(value) : { kind: 'ratio', ratio: value };
  }
  if (value === 'under-5') return { kind: 'few' };
  if (type === 'group' || type === 'groups-by-country') return null;
  if (type === 'sector')
    return texts(value).map((code): FactValue => ({ kind: 'sector', code, title: sectorName(code, { locale }) }))[0] ?? null;
  if (type === 'country' || type === 'countries') return { kind: 'countries', codes: texts(value) };
  return type === 'choice' || type === 'choices' ? { kind: 'choices', codes: texts(value) } : { kind: 'texts', texts: texts(value) };
}

/** The fields of which a value would show a count under five, one that was set aside too. */
export function hiddenFields(rows: readonly FactRow[], facts: PartyFacts): Set<string> {
  const isHidden = ({ kind }: FactValue) => kind === 'few' || kind === 'nearly-all';
  const isAside = (field: FactRow['field']) => {
    const given: Readonly<Partial<Record<ReportedField, Given<unknown>>>> = facts;
    const aside: readonly FactSetAside<unknown>[] = given[field]?.setAside ?? [];
    return aside.some(
      ({ value, from }) =>
        from?.withheld === true ||
        (field.endsWith('Share') && typeof value === 'number' && isHidden(showShare(value, from?.workers ?? facts.workers?.value))),
    );
  };
  return new Set(rows.filter(({ value, field }) => isHidden(value) || isAside(field)).map(({ field }) => field));
}
