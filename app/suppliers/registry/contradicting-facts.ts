import { type FactOrigin, type FactSetAside, type Given, type PlacedFacts, partyFactFields } from '#scoring';
import { shareSays } from '~/platform/privacy/protect-counts';

/** A value of a fact as a page may show it: a share that would show a small group is a word. */
export type ShownFigure = { value: unknown; source?: string; from?: FactOrigin };
/** What counts of a fact, and what was set aside for it. */
export type ContradictingFact = {
  field: string;
  counts: ShownFigure;
  aside: (ShownFigure & { because: FactSetAside<unknown>['because'] })[];
};

/** The facts of which another value is known that contradicts the one that counts. */
export function contradictingFacts(facts: PlacedFacts): ContradictingFact[] {
  return partyFactFields.flatMap((field): ContradictingFact[] => {
    const given: Given<unknown> | undefined = facts[field];
    if (!given?.setAside?.length) return [];
    const show = ({ value, source, from }: ShownFigure): ShownFigure => ({
      value: shownFigure(field, { value, ...(from ? { from } : {}) }, facts.workers?.value),
      ...(source === undefined ? {} : { source }),
      ...(from ? { from } : {}),
    });
    return [{ field, counts: show(given), aside: given.setAside.map((each) => ({ ...show(each), because: each.because })) }];
  });
}

/** A value as it may be shown: of a share that would show a small group, among all workers or at one of the sites, the word for it. */
export function shownFigure(field: string, { value, from }: ShownFigure, workers: number | undefined): unknown {
  if (!field.endsWith('Share') || typeof value !== 'number') return value;
  const ofSites = shareSays(value, from?.workers);
  if (ofSites !== 'shown') return ofSites;
  const ofAll = shareSays(value, workers);
  if (ofAll !== 'shown') return ofAll;
  return from?.withheld ? 'withheld' : value;
}

/** The facts that would show a small group, by what counts of them or by what was set aside. */
export function hiddenFacts(facts: PlacedFacts): Set<string> {
  return new Set(
    partyFactFields.filter((field) => {
      const given: Given<unknown> | undefined = facts[field];
      const figures = given ? [given, ...(given.setAside ?? [])] : [];
      return figures.some((figure) => shownFigure(field, figure, facts.workers?.value) !== figure.value);
    }),
  );
}
