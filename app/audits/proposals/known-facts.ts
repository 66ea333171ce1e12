import { type FactAnswers, tickAnswer } from '#scoring';
import type { EntriesOf } from '~/audits/consistency/from-entries';
import type { ConsistencyContext } from '~/audits/consistency/record';

type Context = Pick<ConsistencyContext, 'plan' | 'site'>;

/** Questions that the plan of an audit, the site record or other entries answer. */
export const fromRecord: ReadonlySet<string> = new Set([
  ...[
    'BW.PI.a',
    'BW.PI.b',
    'BW.PI.c',
    'BW.PI.k',
    'BW.PI.l',
    'BW.PI.m',
    'BW.PI.n',
    'BW.PI.n.1',
    'BW.PI.o',
    'BW.PI.o.1',
    'BW.PI.q',
    'BW.PI.s',
  ],
  ...['HL.1', 'HL.2', 'HL.3', 'HL.4', 'D0.c', 'D0.d', 'D0.e', 'D0.f', 'D0.g', 'D0.h'],
]);

/** Answers that need no question: they are known from the plan, the site record or other entries. What is unknown is left out. Pure. */
export function knownFacts({ plan, site }: Context, entriesOf: EntriesOf, withheld: ReadonlySet<string>): FactAnswers {
  return {
    ...fromPlan(plan),
    ...fromSite(site),
    ...fromInterviews(entriesOf),
    ...fromPractices(entriesOf),
    ...fromSigns(entriesOf, withheld),
  };
}

const notices: Partial<Record<string, string>> = { announced: 'date', 'semi-announced': 'window', unannounced: 'none' };

function fromPlan({ announcement, startsOn, endsOn, personDays }: Context['plan']): FactAnswers {
  // A semi-announced audit was announced: the site knew the period.
  const kind = announcement === 'unannounced' ? 'audit-unannounced' : 'audit-announced';
  return {
    ...{ 'BW.PI.a': kind, 'BW.PI.b': startsOn, 'BW.PI.c': personDays, 'BW.PI.s': notices[announcement] },
    ...{ 'HL.1': kind, 'HL.2': endsOn, 'HL.4': kind },
  };
}

function fromSite(site: Context['site']): FactAnswers {
  const figures = new Map(site.map(({ key, value }) => [key.replace('site.', ''), value]));
  const workers = numberOf(figures.get('workers'));
  const share = (name: string) => {
    const part = numberOf(figures.get(name));
    return workers === undefined || part === undefined ? undefined : Math.round(workers * part);
  };
  const women = share('femaleShare');
  const presence = (name: string) => {
    const value = figures.get(name);
    return value === 'yes' || value === 'no' ? value : undefined;
  };
  return {
    'BW.SI.a': women,
    'BW.SI.b': workers !== undefined && women !== undefined ? workers - women : undefined,
    'BW.SI.f': presence('migrants'),
    'BW.SI.g': presence('agency'),
    'BW.SI.h': presence('youngWorkers'),
    'BW.SI.j': presence('housing'),
    'BW.SI.n': share('agencyShare'),
    'BW.SI.o': share('migrantShare'),
    'BW.SI.r': presence('subcontracting'),
  };
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function fromInterviews(entriesOf: EntriesOf): FactAnswers {
  const tallies = entriesOf('tally').map(({ value }) => value);
  if (tallies.length === 0) return {};
  const people = (of: typeof tallies) => of.reduce((sum, { women, men }) => sum + women + men, 0);
  const all = people(tallies);
  const individual = people(tallies.filter(({ form }) => form === 'individual'));
  const migrants = tallies.reduce<number | null>(
    (sum, tally) => (sum === null || tally.migrants === null ? null : sum + tally.migrants),
    0,
  );
  const women = tallies.reduce((sum, tally) => sum + tally.women, 0);
  const percent = (part: number) => Math.round((100 * part) / all);
  return {
    'BW.PI.k': individual,
    'BW.PI.l': tallies.filter(({ form }) => form === 'group').length,
    'BW.PI.m': people(tallies.filter(({ place }) => place === 'off-site')),
    'BW.PI.n': all === 0 ? undefined : percent(women),
    'BW.PI.n.1': women,
    'BW.PI.o': all === 0 || migrants === null ? undefined : percent(migrants),
    'BW.PI.o.1': migrants ?? undefined,
    'HL.3': individual,
  };
}

function fromPractices(entriesOf: EntriesOf): FactAnswers {
  const practices = entriesOf('practice').map(({ value }) => value.what);
  return { 'BW.PI.q': practices.length === 0 ? undefined : practices.join('\n').slice(0, 2000) };
}

const sourceOf = {
  ...{ 'D0.c': 'documents', 'D0.d': 'workers', 'D0.e': 'management', 'D0.f': 'worker-representatives', 'D0.g': 'observation' },
} as const;

/** By what the operational indicators that are present were verified. Indicators that answer a zero-tolerance question are not read. */
function fromSigns(entriesOf: EntriesOf, withheld: ReadonlySet<string>): FactAnswers {
  const present = entriesOf('check').filter(({ key, value }) => /^D[1-6]\./.test(key) && value.answer === 'present' && !withheld.has(key));
  if (present.length === 0) return {};
  const used = new Set<string>(present.flatMap(({ value }) => value.methods));
  return {
    ...Object.fromEntries(Object.entries(sourceOf).map(([key, method]) => [key, used.has(method) ? 'yes' : 'no'])),
    'D0.h': tickAnswer(
      Object.values(sourceOf).map((value) => ({ value })),
      [...used],
    ),
  };
}
