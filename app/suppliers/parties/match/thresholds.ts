/**
 * The numbers of matching, each with its first day and the reason. They are measured by `npm run bench:match` on the labelled pairs;
 * a new value is added beside the old one, never written over it.
 */
type Dated = Readonly<Record<string, { value: number; reason: string }>>;

const matchParameters = {
  /** From this score on two records are taken as one without a question, and a person may still say otherwise. */
  'match.automatic': {
    '2026-11-26': { value: 0.93, reason: 'Above every pair of different firms among the labelled ones.' },
  },
  /** From this score on a person is asked; below it two records are taken as two. */
  'match.ask': {
    '2026-11-26': {
      value: 0.7,
      reason: 'Above it lie all but a few pairs of one firm among the labelled ones; about one question in ten is about two firms.',
    },
  },
  /** Weight of a word that many firms of a trade have in their name ("garments", "industries"), against 1 of any other. */
  'match.commonWord': { '2026-11-26': { value: 0.35, reason: 'Shared by thousands of firms: little evidence either way.' } },
  /** Weight of a country or town inside a name. */
  'match.placeWord': { '2026-11-26': { value: 0.25, reason: 'Often added or left out; two different ones are counted by themselves.' } },
  /** Likeness (0 to 1) below which two words that no other firms share are more than a slip of the pen. */
  'match.closeWord': { '2026-11-26': { value: 0.83, reason: 'One letter of six; two of eight make another name as often as a slip.' } },
  /** Most that two names can reach of which an own word is only that much alike. */
  'match.looseWord': {
    '2026-11-26': { value: 0.92, reason: 'Two syllables of one transcription differ by a letter or two: asked, never taken.' },
  },
  /** Deducted when each name has a kind of work or company that the other lacks. */
  'match.otherTrade': { '2026-11-26': { value: 0.22, reason: 'Spinning and dyeing of one group are two firms.' } },
  /** Deducted when only one name states a kind of company ("holding", "trading"). */
  'match.addedTrade': {
    '2026-11-26': { value: 0.08, reason: 'A trading arm is another firm, but often only the longer name of the same one.' },
  },
  /** Most that two names with two different numbers can reach. */
  'match.otherNumber': { '2026-11-26': { value: 0.5, reason: 'Unit 2 is not unit 3.' } },
  /** Most that two names can reach of which one has a number. */
  'match.numberMissing': { '2026-11-26': { value: 0.82, reason: 'Unit 2 may be another place of the same firm: asked, never taken.' } },
  /** Most that two records of different countries can reach. */
  'match.otherCountry': { '2026-11-26': { value: 0.5, reason: 'A legal entity has one country.' } },
  /** Most that two records can reach of which one has no country. */
  'match.countryUnknown': { '2026-11-26': { value: 0.92, reason: 'Asked at best: nothing says where it is.' } },
  /** Deducted when both towns are known and differ. */
  'match.otherCity': { '2026-11-26': { value: 0.17, reason: 'Same group, other town, is the commonest mistake of matching.' } },
  /** Added for the same town and for the same address. */
  'match.sameCity': { '2026-11-26': { value: 0.03, reason: 'A town has many firms.' } },
  /** Most that two records can reach whose addresses are both known and differ. */
  'match.otherAddress': {
    '2026-12-01': { value: 0.92, reason: 'An equal name at another address is another site, or another firm: asked, never taken.' },
  },
  /** The score of two unlike names in one country at one numbered address. */
  'match.otherNameThere': { '2026-12-01': { value: 0.7, reason: 'A former name, a brand, or a neighbour: only a person can say.' } },
  'match.sameAddress': { '2026-11-26': { value: 0.1, reason: 'Two firms at one address are rare outside industrial parks.' } },
} as const satisfies Readonly<Record<string, Dated>>;

export type MatchParameter = keyof typeof matchParameters;

/** The value in force on a day (ISO 8601), the newest when no day is given. */
export function matchParameter(id: MatchParameter, asOf = '9999-12-31'): number {
  const dated: Dated = matchParameters[id];
  const day = Object.keys(dated)
    .filter((from) => from <= asOf)
    .sort()
    .at(-1);
  const entry = day === undefined ? undefined : dated[day];
  if (entry === undefined) throw new Error(`${id} has no value on ${asOf}`);
  return entry.value;
}
