import type { TenantDb } from '~/access/tenant-db.server';
import type { Entry, Mechanism, Period } from '~/lending/stakeholder-engagement/engagement-schema';
import { writeEntry, writeMechanism, writePeriod } from '~/lending/stakeholder-engagement/write-engagement.server';
import { daysAfter, monthsAfter } from '~/lending/monitoring/due-days';

type Told = Omit<Entry, 'heldOn'> & { monthsAgo: number };

const windTalks: readonly Told[] = [
  {
    ...{ monthsAgo: 7, groups: ['communities', 'indigenous'], way: 'hearing', languages: 'Spanish, Kunza interpreter', people: 64 },
    subjects: 'Dust of the access road, water for the camp, work for people of the valley.',
    answered: 'The road is wetted twice a day; water comes by truck from Calama; a third of unskilled jobs go to the valley.',
    disclosed: 'Summary of the environmental and social assessment; plan of the road',
  },
  {
    ...{ monthsAgo: 4, groups: ['contracted', 'migrants'], way: 'small-group', languages: 'Spanish, Haitian Creole', people: 22 },
    subjects: 'Money paid to agencies for the job; pay slips that nobody can read; beds in block C.',
    answered: 'Repayment within six months; slips in two languages from the next month; block D is built.',
    disclosed: 'The rule that no worker pays for a job, as a poster',
  },
  {
    ...{ monthsAgo: 2, groups: ['women'], way: 'small-group', languages: 'Spanish', people: 'under-5' },
    subjects: 'Light on the way to the washrooms, and who to turn to.',
    answered: 'Lamps were put up within a week; a woman of the operator can be called at any hour.',
    disclosed: '',
  },
];

const windWays: readonly { mechanism: Mechanism; periods: readonly (Omit<Period, 'periodFrom' | 'periodTo'> & { monthsAgo: number })[] }[] =
  [
    {
      mechanism: {
        ...{ name: 'Workers’ line of the contractor', audience: 'workers', operator: 'contractor', channels: ['person', 'box', 'phone'] },
        ...{ languages: 'Spanish, Haitian Creole', isAnonymous: 'yes', isFree: 'yes', noRetaliation: 'yes' },
        note: 'Posters in the camp and at the gate since the second month.',
      },
      periods: [
        { monthsAgo: 6, opened: 'under-5', closed: 'under-5', retaliation: 0, medianDays: null, note: 'Few knew of it.' },
        { monthsAgo: 3, opened: 9, closed: 7, retaliation: 0, medianDays: 16, note: 'Pay slips and beds, for the most part.' },
      ],
    },
    {
      mechanism: {
        ...{ name: 'Office in the village', audience: 'communities', operator: 'client', channels: ['person', 'message'] },
        ...{ languages: 'Spanish', isAnonymous: 'no', isFree: 'yes', noRetaliation: 'unknown', note: 'Open two days a week.' },
      },
      periods: [{ monthsAgo: 3, opened: 6, closed: 6, retaliation: 'unknown', medianDays: 9, note: '' }],
    },
  ];

/** The wind farm's log of engagement and its two ways to complain; of the garment loan one talk, and a way to complain that is not run yet. */
export async function fillEngagement(
  db: TenantDb,
  { wind, garment, userId, now }: { wind: string; garment: string; userId: string; now: Date },
): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  const done = (written: { kind: string }) => {
    if (written.kind !== 'written') throw new Error(`The demonstration could not record: ${JSON.stringify(written)}`);
  };
  const of = null;
  const at = (transactionId: string) => ({ transactionId, userId, now, of });
  for (const { monthsAgo, ...talk } of windTalks) done(await writeEntry(db, { ...talk, heldOn: monthsAfter(today, -monthsAgo) }, at(wind)));
  for (const [index, { mechanism, periods }] of windWays.entries()) {
    done(await writeMechanism(db, mechanism, at(wind)));
    for (const { monthsAgo, ...counts } of periods) {
      const periodFrom = monthsAfter(today, -monthsAgo);
      const period = { ...counts, periodFrom, periodTo: daysAfter(monthsAfter(periodFrom, 3), -1) };
      done(await writePeriod(db, period, { transactionId: wind, userId, now, mechanismNumber: index + 1 }));
    }
  }
  const workers: Entry = {
    ...{ heldOn: monthsAfter(today, -1), groups: ['workers', 'representatives'], way: 'meeting', languages: 'Bengali', people: 41 },
    subjects: 'Overtime in the high season, and a way to complain that the plant’s own management does not run.',
    ...{ answered: 'An independent line by January; overtime shown on the slip.', disclosed: 'Draft of the action plan, in Bengali' },
  };
  done(await writeEntry(db, workers, at(garment)));
  const line: Mechanism = {
    ...{ name: 'Participation committee of the plant', audience: 'workers', operator: 'client', channels: ['representative', 'box'] },
    ...{
      languages: 'Bengali',
      isAnonymous: 'unknown',
      isFree: 'yes',
      noRetaliation: 'no',
      note: 'An independent line is planned (line 3 of the plan).',
    },
  };
  done(await writeMechanism(db, line, at(garment)));
}
