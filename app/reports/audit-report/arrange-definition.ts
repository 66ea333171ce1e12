import { definitionElements, readDefinition } from '~/features/audit/definition';
import type { EntryValue } from '~/features/audit/entries';
import { smallestShownCount } from '../assessment-report/people-count';
import type { AuditReport, ReportDefinition } from './schema';

/**
 * The legal definition as it was walked through; null where nobody began. What rests on workers alone names no source, and its words are printed only when
 * nothing can be recorded any more and five or more were heard: of fewer, one could be told.
 */
export function arrangeDefinition(
  elements: ReadonlyMap<string, EntryValue<'element'>>,
  { interviews }: { interviews: AuditReport['interviews'] },
): ReportDefinition | null {
  if (elements.size === 0) return null;
  const states = Object.fromEntries(definitionElements.map((element) => [element, elements.get(element)?.state ?? null]));
  const isTold = interviews.state === 'told' && typeof interviews.people === 'number' && interviews.people >= smallestShownCount;
  return {
    ...readDefinition(states),
    elements: definitionElements.map((element) => {
      const { state = null, speaksFor = '', speaksAgainst = '', exceptions = [], methods = [] } = elements.get(element) ?? {};
      const isByWorkersAlone = methods.length === 1 && methods[0] === 'workers';
      const words = (text: string) => (isByWorkersAlone && !isTold && text !== '' ? null : text);
      return {
        ...{ element, state, exceptions: element === 'exceptions' ? exceptions : [] },
        ...{ speaksFor: words(speaksFor), speaksAgainst: words(speaksAgainst), sources: isByWorkersAlone ? 'several' : methods },
      };
    }),
  };
}
