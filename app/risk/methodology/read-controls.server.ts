import {
  type ConsistencyRule,
  type ControlDomain,
  controlDomains,
  instrument,
  type InstrumentQuestion,
  localizedInstrument,
  newestInstrumentKeys,
  parameterAt,
  questionsOf,
  scoringInstrumentKeys,
  type ShownText,
  wholeOf,
} from '#scoring';

const scales = ['G4', 'YNP', 'PCT', 'PICK', 'TICKS'] as const;
type Scale = (typeof scales)[number];

/** How a question counts: a control on a scale, a red flag that raises a finding, or facts that are no answer. */
export type ControlKind = Scale | 'RF' | 'FACT';

/** What another answer, or a finding, does to the credit of a question. */
export type ControlLimit =
  | { kind: 'parent'; question: string; unless: readonly (string | number)[] }
  | { kind: 'ticked'; question: string; ticked: readonly string[] }
  | { kind: 'flag'; question: string; is: readonly string[] }
  | { kind: 'indicator'; indicator: Extract<ConsistencyRule, { indicator: unknown }>['indicator'] }
  | { kind: 'cap'; question: string; below: number; cap: number }
  | { kind: 'ceiling'; question: string };

/** One question as it counts. `mostPoints`: what it takes away where it alone is answered best, with full evidence and today. */
export type ControlRow = {
  key: string;
  section: { key: string; title: ShownText };
  text: ShownText;
  kind: ControlKind;
  /** Of options: what each is worth, 0 to 1; of ticks: what each adds to `base`. Empty for the other scales. */
  worth: { answer: string; value: number }[];
  base: number;
  domain: ControlDomain | null;
  weight: number;
  mostPoints: number;
  mayBeNotApplicable: boolean;
  limits: ControlLimit[];
  raises: InstrumentQuestion['raises'];
};

/** The weights of a domain: of 100, of the control questions of a questionnaire, and of those that a short form leaves out. */
export type DomainWeights = { domain: ControlDomain; weight: number; asked: number; leftOut: number; questions: number };

export type ControlQuestionnaire = ReturnType<typeof readQuestionnaire>;

const scaleOf = ({ type, domain, weight }: Pick<InstrumentQuestion, 'type' | 'domain' | 'weight'>): Scale | undefined =>
  domain === null || weight === 0 ? undefined : scales.find((each) => each === type);

/** Rounds what sums of quarters and eighths make of themselves. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6;

const weightIn = (key: string, domain: ControlDomain): number =>
  questionsOf(instrument(key)).reduce((sum, each) => sum + (each.domain === domain && scaleOf(each) ? each.weight : 0), 0);

function domainsOf(key: string, asOf: string): DomainWeights[] {
  const whole = wholeOf(key);
  const weights = parameterAt('R5.domains', asOf).value;
  return controlDomains.map((domain) => {
    const asked = weightIn(key, domain);
    const leftOut = whole === null ? 0 : Math.max(0, weightIn(whole, domain) - asked);
    const questions = questionsOf(instrument(key)).filter((each) => each.domain === domain && scaleOf(each)).length;
    return { domain, weight: weights[domain], asked: tidy(asked), leftOut: tidy(leftOut), questions };
  });
}

function parentLimits(dependsOn: InstrumentQuestion['dependsOn']): ControlLimit[] {
  if (!dependsOn) return [];
  const { question, unless, ticked } = dependsOn;
  return [ticked ? { kind: 'ticked', question, ticked } : { kind: 'parent', question, unless }];
}

function limitsOf(key: string, { key: question, dependsOn }: Pick<InstrumentQuestion, 'key' | 'dependsOn'>): ControlLimit[] {
  const rules = instrument(key).consistency.filter(({ control }) => control === question);
  return [
    ...parentLimits(dependsOn),
    ...rules.map((rule): ControlLimit => {
      if (rule.kind === 'void')
        return 'flag' in rule
          ? { kind: 'flag', question: rule.flag, is: rule.is ?? ['yes'] }
          : { kind: 'indicator', indicator: rule.indicator };
      return rule.kind === 'cap'
        ? { kind: 'cap', question: rule.by, below: rule.below, cap: rule.cap }
        : { kind: 'ceiling', question: rule.by };
    }),
  ];
}

/** The questions of one questionnaire with their weights, in the reader's language. */
export function readQuestionnaire(key: string, { asOf, locale }: { asOf: string; locale: string }) {
  const { title, licence, source, sections } = localizedInstrument(key, locale);
  const domains = domainsOf(key, asOf);
  const most = parameterAt('R5.most', asOf).value.all;
  const worths = new Map(
    questionsOf(instrument(key)).map(({ key: question, options = [] }) => [
      question,
      options.flatMap(({ value, credit }) => (credit === undefined ? [] : [{ answer: value, value: credit }])),
    ]),
  );
  const rows = sections.flatMap(({ key: sectionKey, title: sectionTitle, questions }) =>
    questions.map((question): ControlRow => {
      const { text, type, domain, weight, mayBeNotApplicable, raises } = question;
      const scale = scaleOf(question);
      const of = scale && domains.find((each) => each.domain === domain);
      return {
        ...{ key: question.key, section: { key: sectionKey, title: sectionTitle }, text, domain, mayBeNotApplicable, raises },
        kind: scale ?? (type === 'RF' ? 'RF' : 'FACT'),
        worth: scale ? (worths.get(question.key) ?? []) : [],
        base: question.base ?? 0,
        weight: scale ? weight : 0,
        mostPoints: of ? tidy((most * of.weight * weight) / 100 / (of.asked + of.leftOut)) : 0,
        limits: limitsOf(key, question),
      };
    }),
  );
  return { key, title, licence, source, whole: wholeOf(key), domains, rows };
}

/** How the control questions count on a day (R5): factors, weights of domains, and every question of the questionnaires that score. */
export function readControls(asOf: string, locale: string) {
  const newest = newestInstrumentKeys();
  const { value: answers } = parameterAt('R5.answers', asOf);
  return {
    asOf,
    most: parameterAt('R5.most', asOf).value,
    evidence: parameterAt('R5.evidence', asOf).value,
    age: parameterAt('R5.age', asOf).value,
    values: valuesOf(answers),
    questionnaires: scoringInstrumentKeys()
      .filter((key) => newest.includes(key))
      .map((key) => readQuestionnaire(key, { asOf, locale })),
  };
}
export type Controls = ReturnType<typeof readControls>;

/** What each answer of a scale is worth, 0 to 1; a percentage is divided by 100. */
function valuesOf(answers: { yes: number; partial: number; no: number }) {
  return {
    G4: [0, 1, 2, 3, 4].map((answer) => ({ answer, value: answer / 4 })),
    YNP: (['yes', 'partial', 'no'] as const).map((answer) => ({ answer, value: answers[answer] })),
    PCT: [0, 50, 100].map((answer) => ({ answer, value: answer / 100 })),
  };
}
