import { foldHeader } from '../fold-header';
import { type Cleaned, clean, flag } from '../problems';
import { cleanCount, type NumberHabit } from './number';
import { cleanShare, type ShareHabit, signed } from './share';
import { saysNothing } from './text';

/** A header that calls its column a share, folded. */
const ofShare =
  /percent|\bpct\b|share|\bratio\b|\brate\b|proportion|anteil|quote|prozent|\bparts?\b|\btaux\b|porcentaje|proporcion|\bcuota\b|porcentagem|proporcao|\btaxa\b|percentuale|\bquota\b|aandeel|ty le|ty trong|oran|yuzde|persen|比例|占比|比率|率|비율|শতাংশ|অনুপাত/;
/** A header that calls its column a number of people, folded. */
const ofPeople =
  /\b(?:number|no of|nb|nr of|count|headcount|total|anzahl|zahl|nombre|effectifs?|numero|cantidad|quantidade|aantal|so luong|so|tong so|jumlah|sayisi|persons?|people|staff)\b|worker|employee|operator|labou?rer|arbeiter|arbeitnehmer|beschaftigte|mitarbeiter|travailleu|ouvrier|salarie|trabajador|obrer|emplead|trabalhador|funcionari|lavorator|dipendent|werknemer|lao dong|cong nhan|calisan|\bisci|pekerja|karyawan|buruh|人数|人數|女工|员工|員工|工人|労働者|근로자|শ্রমিক|সংখ্যা/;

type Row = { cell: string; workers: number | null };

/**
 * Whether a column of women, migrants or agency workers contains numbers of people and no shares: whole numbers without a percent sign under a header that
 * names no share, of which one is above 100, or none above the workforce of its row. `isSure` false: they could be percentages too, and are read as such.
 */
export function countsPeople(header: string, rows: readonly Row[], numbers: NumberHabit): { isCount: boolean; isSure: boolean } {
  const name = foldHeader(header);
  const telling = rows.filter(({ cell }) => !saysNothing(cell));
  const counts = telling.flatMap(({ cell, workers }) => {
    const people = signed.test(cell) ? null : cleanCount(cell, numbers).value;
    return people === null ? [] : [{ people, workers }];
  });
  if (counts.length === 0 || counts.length < telling.length || ofShare.test(name)) return { isCount: false, isSure: true };
  if (counts.some(({ people }) => people > 100)) return { isCount: true, isSure: true };
  const known = counts.flatMap(({ people, workers }) => (workers === null ? [] : [{ people, workers }]));
  const isWithin = known.length > 0 && known.every(({ people, workers }) => people <= workers);
  if (!isWithin || counts.every(({ people }) => people <= 1)) return { isCount: false, isSure: true };
  const isLimited = known.some(({ workers }) => workers < 100);
  return isLimited || ofPeople.test(name) ? { isCount: true, isSure: isLimited } : { isCount: false, isSure: false };
}

/** A share of the people of a row, which its column writes as a share or as a number of them. Without the number of all of them it stays unknown. */
export function cleanPeopleShare(cell: string, habit: ShareHabit, workers: number | null): Cleaned<number> {
  if (habit.unsigned !== 'people' || signed.test(cell)) return cleanShare(cell, habit);
  const { value: people, problems } = cleanCount(cell, habit.numbers);
  if (people === null) return { value: null, problems: problems.map((problem) => ({ ...problem, severity: 'warning' })) };
  if (workers === null) return flag<number>(null, 'people-without-workforce', 'warning', { value: cell });
  if (people > workers) return flag<number>(null, 'people-over-workforce', 'warning', { value: cell, workers });
  if (workers === 0) return clean<number>(null);
  const share = Math.round((people / workers) * 1e6) / 1e6;
  return flag(share, 'share-of-people', 'warning', { value: cell, workers, readAs: `${Math.round(share * 1e3) / 10} %` });
}
