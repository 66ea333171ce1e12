import { isRestrictedElement } from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import { isFiveOrMore } from './people-schema';
import type { AuditReport, ReportDefinition } from './schema';
import { definitionElements } from './vocabulary';

/** The legal definition as recorded, and its result. */
export type DefinitionRecorded = Pick<ReportDefinition, 'reading' | 'because'> & { elements: ReadonlyMap<string, EntryValue<'element'>> };

/**
 * The legal definition as printed; null where none was recorded. An element that rests on workers alone names no source, and its text is printed only after
 * approval with five or more interviewees: of fewer, one could be identified. An element that would reveal the answer to a zero-tolerance question is not
 * stated, and neither is the result.
 */
export function arrangeDefinition(
  recorded: DefinitionRecorded | null,
  { interviews }: { interviews: AuditReport['interviews'] },
): ReportDefinition | null {
  if (recorded === null) return null;
  const { elements } = recorded;
  const isReported = interviews.state === 'told' && isFiveOrMore(interviews.people);
  return {
    ...{ isNotStated: true as const, reading: 'open' as const, because: [] },
    elements: definitionElements.map((element) => {
      if (isRestrictedElement(element)) return { ...{ isNotStated: true as const, element, state: null, exceptions: [] }, ...silent };
      const { state = null, speaksFor = '', speaksAgainst = '', exceptions = [], methods = [] } = elements.get(element) ?? {};
      const isByWorkersAlone = methods.length === 1 && methods[0] === 'workers';
      const words = (text: string) => (isByWorkersAlone && !isReported && text !== '' ? null : text);
      return {
        ...{ element, state, exceptions: element === 'exceptions' ? exceptions : [] },
        ...{ speaksFor: words(speaksFor), speaksAgainst: words(speaksAgainst), sources: isByWorkersAlone ? 'several' : methods },
      };
    }),
  };
}

const silent = { speaksFor: '', speaksAgainst: '', sources: [] };
