import type { TenantDb } from '~/access/tenant-db.server';
import type { Entry, Mechanism, Period } from '~/lending/stakeholder-engagement/engagement-schema';
import { writeEntry, writeMechanism, writePeriod } from '~/lending/stakeholder-engagement/write-engagement.server';
import { daysAfter, monthsAfter } from '~/lending/covenants/due-days';

type Told = Omit<Entry, 'heldOn'> & { monthsAgo: number };

const windEngagement: readonly Told[] = [
  {
    ...{ monthsAgo: 7, groups: ['communities', 'indigenous'], way: 'hearing', languages: 'Spanish, Kunza interpreter', people: 64 },
    subjects: 'Dust from the access road, water for the camp, jobs for people in the valley.',
    answered: 'The road is wetted twice a day; water comes by truck from Calama; a third of unskilled jobs go to the valley.',
    disclosed: 'Summary of the environmental and social assessment; plan of the road',
  },
  {
    ...{ monthsAgo: 4, groups: ['contracted', 'migrants'], way: 'small-group', languages: 'Spanish, Haitian Creole', people: 22 },
    subjects: 'Recruitment fees paid to agencies; pay slips that workers cannot read; beds in block C.',
    answered: 'Repayment within six months; pay slips in two languages from next month; block D is under construction.',
    disclosed: 'Poster on the no-fee rule',
  },
  {
    ...{ monthsAgo: 2, groups: ['women'], way: 'small-group', languages: 'Spanish', people: 'under-5' },
    subjects: 'Lighting on the way to the washrooms, and a contact for concerns.',
    answered: 'Lights were installed within a week; a female operator can be called at any hour.',
    disclosed: '',
  },
];

const windWays: readonly { mechanism: Mechanism; periods: readonly (Omit<Period, 'periodFrom' | 'periodTo'> & { monthsAgo: number })[] }[] =
  [
    {
      mechanism: {
        ...{ name: 'Contractor’s worker hotline', audience: 'workers', operator: 'contractor', channels: ['person', 'box', 'phone'] },
        ...{ languages: 'Spanish, Haitian Creole', isAnonymous: 'yes', isFree: 'yes', noRetaliation: 'yes' },
        note: 'Posters in the camp and at the gate since the second month.',
      },
      periods: [
        { monthsAgo: 6, opened: 'under-5', closed: 'under-5', retaliation: 0, medianDays: null, note: 'Low awareness.' },
        { monthsAgo: 3, opened: 9, closed: 7, retaliation: 0, medianDays: 16, note: 'Mostly pay slips and beds.' },
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

/** The wind farm's engagement log and its two grievance mechanisms; of the garment loan one engagement, and a grievance mechanism not in operation yet. */
export async function fillEngagement(
  db: TenantDb,
  { wind, garment, userId, now }: { wind: string; garment: string; userId: string; now: Date },
): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  const done = (written: { kind: string }) => {
    if (written.kind !== 'written') throw new Error(`The demonstration could not record: ${JSON.stringify(written)}`);
  };
  const of = null;
  const at = (dealId: string) => ({ dealId, userId, now, of });
  for (const { monthsAgo, ...interview } of windEngagement)
    done(await writeEntry(db, { ...interview, heldOn: monthsAfter(today, -monthsAgo) }, at(wind)));
  for (const [index, { mechanism, periods }] of windWays.entries()) {
    done(await writeMechanism(db, mechanism, at(wind)));
    for (const { monthsAgo, ...counts } of periods) {
      const periodFrom = monthsAfter(today, -monthsAgo);
      const period = { ...counts, periodFrom, periodTo: daysAfter(monthsAfter(periodFrom, 3), -1) };
      done(await writePeriod(db, period, { dealId: wind, userId, now, mechanismNumber: index + 1 }));
    }
  }
  const workers: Entry = {
    ...{ heldOn: monthsAfter(today, -1), groups: ['workers', 'representatives'], way: 'meeting', languages: 'Bengali', people: 41 },
    subjects: 'Peak-season overtime, and a grievance mechanism independent of plant management.',
    ...{ answered: 'Independent hotline by January; overtime shown on pay slips.', disclosed: 'Draft of the action plan, in Bengali' },
  };
  done(await writeEntry(db, workers, at(garment)));
  const line: Mechanism = {
    ...{ name: 'Participation committee of the plant', audience: 'workers', operator: 'client', channels: ['representative', 'box'] },
    ...{
      languages: 'Bengali',
      isAnonymous: 'unknown',
      isFree: 'yes',
      noRetaliation: 'no',
      note: 'An independent hotline is planned (action plan item 3).',
    },
  };
  done(await writeMechanism(db, line, at(garment)));
}
