import type { FactSetAside, Given, PartyFacts, SourceRef } from '#scoring';
import { sectorName } from '~/locales/sector-names';
import { showPeople, showShare } from '~/reports/assessment-report/people-count';
import type { FactValue, ReportSource } from '~/reports/assessment-report/parts-schema';
import type { AssessmentReport } from '~/reports/assessment-report/schema';

type FactRow = AssessmentReport['facts'][number];
/** `numberOf` gives the number, from 1, that a source has in the report; null when there is none. */
type ArrangedFacts = { facts: FactRow[]; sources: ReportSource[]; numberOf: (ref: SourceRef | undefined) => number | null };

/** Lists known facts in a fixed order with what may be shown of each, and numbers the sources they point to in the order of first use, from 1. */
export function arrangeFacts(
  facts: PartyFacts,
  sources: Readonly<Record<SourceRef, ReportSource>>,
  { locale }: { locale: AssessmentReport['locale'] },
): ArrangedFacts {
  const rows: FactRow[] = [];
  const used: ReportSource[] = [];
  const numberOf = (ref: SourceRef | undefined): number | null => {
    const source = ref === undefined ? undefined : sources[ref];
    if (source === undefined) return null;
    const known = used.findIndex((each) => JSON.stringify(each) === JSON.stringify(source));
    return known >= 0 ? known + 1 : used.push(source);
  };
  const add = <T>(field: FactRow['field'], given: Given<T> | undefined, show: (value: T) => FactValue) => {
    if (given !== undefined) rows.push({ field, value: show(given.value), source: numberOf(given.source) });
  };
  const workers = facts.workers?.value;
  const share = (value: number) => showShare(value, workers);
  const choice = (value: string): FactValue => ({ kind: 'choices', codes: [value] });
  add('countries', facts.countries, (codes) => ({ kind: 'countries', codes }));
  add('sector', facts.sector, (code) => ({ kind: 'sector', code, title: sectorName(code, { locale }) }));
  add('products', facts.products, (texts) => ({ kind: 'texts', texts }));
  add('workers', facts.workers, showPeople);
  add('migrantShare', facts.migrantShare, share);
  add('internalMigrantShare', facts.internalMigrantShare, share);
  add('agencyShare', facts.agencyShare, share);
  add('migrantOrigins', facts.migrantOrigins, (codes) => ({ kind: 'countries', codes }));
  add('subcontracting', facts.subcontracting, choice);
  add('housing', facts.housing, choice);
  add('peakRatio', facts.peakRatio, (ratio) => ({ kind: 'ratio', ratio }));
  add('vulnerableGroups', facts.vulnerableGroups, (codes) => ({ kind: 'choices', codes }));
  add('workerVoice', facts.workerVoice, choice);
  return { facts: rows, sources: used, numberOf };
}

/** The fields of which a value would show a count under five, one that was set aside too. */
export function hiddenFields(rows: readonly FactRow[], facts: PartyFacts): Set<string> {
  const isHidden = ({ kind }: FactValue) => kind === 'few' || kind === 'nearly-all';
  const isAside = (field: FactRow['field']) => {
    const aside: readonly FactSetAside<unknown>[] = facts[field]?.setAside ?? [];
    return aside.some(
      ({ value, from }) =>
        from?.withheld === true ||
        (field.endsWith('Share') && typeof value === 'number' && isHidden(showShare(value, from?.workers ?? facts.workers?.value))),
    );
  };
  return new Set(rows.filter(({ value, field }) => isHidden(value) || isAside(field)).map(({ field }) => field));
}
