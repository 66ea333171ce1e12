import type { FindingGrade } from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import type { Kept } from './arrange-findings';
import type { ReportRevisit } from './findings-schema';
import type { ReportPhoto } from './schema';

/** An earlier finding as it is known beside its revisit. */
export type EarlierFinding = Pick<ReportRevisit, 'what' | 'question' | 'openedOn' | 'audit' | 'actions'> & { grade: FindingGrade };

const worstFirst = ['worse', 'open', 'closed'];

/** Revisited earlier findings with a recorded status, worse ones first. Those without a status, or deleted, are left out. */
export function arrangeRevisits(
  entries: readonly Kept<EntryValue<'revisit'>>[],
  options: { earlier: ReadonlyMap<string, EarlierFinding>; photos: readonly (ReportPhoto & { id: string })[] },
): ReportRevisit[] {
  const { earlier, photos } = options;
  return entries
    .flatMap(({ id, value: { standing, seen, methods } }): (ReportRevisit & { id: string })[] => {
      const finding = earlier.get(id);
      if (!finding || standing === null) return [];
      const isByWorkersAlone = methods.length === 1 && methods[0] === 'workers';
      return [
        {
          ...{ ...finding, id, standing, seen, sources: isByWorkersAlone ? 'several' : methods },
          photos: photos.filter(({ about }) => about === id).map(({ no }) => no),
        },
      ];
    })
    .sort((a, b) => worstFirst.indexOf(a.standing) - worstFirst.indexOf(b.standing) || (a.id < b.id ? -1 : 1))
    .map(({ id: _, ...revisit }) => revisit);
}
