import { alertKinds, bandSchema, bases, magnitudes } from '#scoring';
import { z } from 'zod';
import { memberLocales } from '~/locales/member-locales';

export const mostDecisions = 3;
export const mostSuppliers = 16;
/** Papers of before listed no more than this many suppliers. */
const mostBefore = 9;
export const mostChanges = 4;
export const mostActions = 5;

const day = z.iso.date();
const count = z.int().min(0);
const line = (most: number) => z.string().trim().max(most);
/** People at work: an exact number from five on, or a number rounded to ten so that no small group can be subtracted from it. */
const workersSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), count: count.refine((value) => value === 0 || value >= 5) }),
  z.strictObject({ kind: z.literal('about'), count: count.refine((value) => value % 10 === 0 && value > 0) }),
  z.strictObject({ kind: z.literal('under-5') }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type Workers = z.infer<typeof workersSchema>;

/** The texts of a decision with their longest length. */
export const decisionFields = {
  title: { most: 110, isNeeded: true },
  amount: { most: 40, isNeeded: false },
  ifYes: { most: 120, isNeeded: true },
  ifNo: { most: 120, isNeeded: true },
} as const;

const text = (name: keyof typeof decisionFields) => line(decisionFields[name].most).min(decisionFields[name].isNeeded ? 1 : 0);
/** What the board is asked to decide, written by the person who prepares the paper. */
export const decisionSchema = z.strictObject({ title: text('title'), amount: text('amount'), ifYes: text('ifYes'), ifNo: text('ifNo') });
export type Decision = z.infer<typeof decisionSchema>;

const supplierSchema = z.strictObject({
  name: z.string(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
  tier: z.int().nullable(),
  band: bandSchema.extract(['severe', 'high']),
  score: z.number(),
  low: z.number(),
  high: z.number(),
  workers: workersSchema,
  concerned: z.enum(magnitudes).nullable(),
  basis: z.enum(bases),
  alert: z.strictObject({ kind: z.enum(alertKinds), isToBeConfirmed: z.boolean() }).nullable(),
});

export const gapKinds = [
  'names-to-confirm',
  'no-upstream',
  'never-audited',
  'recruiters-unknown',
  'workers-unknown',
  'not-scored',
] as const;
export type GapKind = (typeof gapKinds)[number];
export const actionStates = ['planned', 'under-way', 'to-be-verified', 'task'] as const;

/** What is overdue by kind, in the order in which a paper names it. */
export const overdueKinds = ['questionnaires', 'findings', 'actions', 'tasks'] as const;
const overdueSchema = z.strictObject({ questionnaires: count, findings: count, actions: count, tasks: count });
export type Overdue = z.infer<typeof overdueSchema>;
/** Matches by name or region that a person has still to confirm, by the alert that they would confirm. */
const matchesSchema = z.strictObject({ importBan: count, other: count });
export type Matches = z.infer<typeof matchesSchema>;

const contentSchema = z.strictObject({
  kind: z.literal('board-paper'),
  version: z.literal(1),
  locale: z.enum(memberLocales),
  preparedAt: z.iso.datetime(),
  /** The day the figures are of: those overdue are due before it. */
  asOf: day,
  since: day,
  organization: z.strictObject({ name: z.string() }),
  preparedBy: z.string(),
  engineVersion: z.string(),
  decisions: z.array(decisionSchema).max(mostDecisions),
  figures: z.strictObject({
    banned: count,
    bannedToConfirm: count,
    workers: workersSchema,
    withoutWorkers: count,
    concerned: z.enum(magnitudes).nullable(),
    critical: count,
    criticalSince: day.nullable(),
    overdue: count,
    /** Not in papers of before, which state the totals alone. */
    overdueBy: overdueSchema.optional(),
    matches: matchesSchema.optional(),
  }),
  bands: z.strictObject({ severe: count, high: count, elevated: count, moderate: count, low: count, none: count }),
  top: z.array(supplierSchema).max(mostSuppliers),
  changes: z.strictObject({
    total: count,
    shown: z
      .array(
        z.strictObject({
          ...{ name: z.string(), from: z.number(), to: z.number(), on: day, cause: z.string() },
          /** The supplier was first scored within the period: `from` is its first score. Not in papers of before. */
          isSinceFirst: z.boolean().optional(),
        }),
      )
      .max(mostChanges),
  }),
  /** Suppliers by tier (3 means 3 and more, null that no path is known) and by what their score rests on; basis null: not scored. */
  basis: z.array(z.strictObject({ tier: z.int().min(0).max(3).nullable(), basis: z.enum(bases).nullable(), suppliers: count })),
  gaps: z.array(z.strictObject({ kind: z.enum(gapKinds), count: z.int().min(1), of: count })),
  actions: z.strictObject({
    total: count,
    shown: z
      .array(
        z.strictObject({
          text: z.string(),
          supplier: z.string(),
          owner: z.string().nullable(),
          dueOn: day,
          state: z.enum(actionStates),
        }),
      )
      .max(mostActions),
  }),
});

export type BoardPaperContent = z.infer<typeof contentSchema>;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const suppliersOf = ({ bands }: Pick<BoardPaperContent, 'bands'>): number => sum(Object.values(bands));
export const atRiskOf = ({ bands }: Pick<BoardPaperContent, 'bands'>): number => bands.severe + bands.high;

/** An action or a task is late if its day is past and it is not completed. */
export const isLate = ({ dueOn, state }: Pick<BoardPaperContent['actions']['shown'][number], 'dueOn' | 'state'>, asOf: string): boolean =>
  dueOn < asOf && state !== 'to-be-verified';

/** What a paper states by kind, with the number that does not agree with the totals or the lists; nothing of papers of before. */
function disagreementsByKind({ figures, actions, gaps, asOf }: BoardPaperContent): [boolean, string][] {
  const { overdueBy, matches } = figures;
  if (overdueBy === undefined || matches === undefined) return [[overdueBy === undefined && matches === undefined, 'figures by kind']];
  const late = actions.shown.filter((each) => isLate(each, asOf));
  const lateTasks = late.filter(({ state }) => state === 'task').length;
  const toConfirm = gaps.find(({ kind }) => kind === 'names-to-confirm')?.count ?? 0;
  return [
    [sum(Object.values(overdueBy)) === figures.overdue, 'overdue dates'],
    [lateTasks <= overdueBy.tasks && late.length - lateTasks <= overdueBy.actions, 'overdue actions and tasks'],
    [overdueBy.actions + overdueBy.tasks <= actions.total, 'open actions and tasks'],
    [matches.importBan + matches.other === toConfirm, 'matches to be confirmed'],
    [figures.bannedToConfirm <= matches.importBan, 'import-ban matches to be confirmed'],
  ];
}

/** What must agree within one paper, with the number that does not. */
function disagreements(paper: BoardPaperContent): string[] {
  const { figures, bands, top, changes, basis, actions } = paper;
  const suppliers = suppliersOf(paper);
  const checks: [boolean, string][] = [
    [figures.bannedToConfirm <= figures.banned, 'alerts to be confirmed'],
    [figures.banned <= suppliers, 'suppliers under an alert'],
    [figures.withoutWorkers <= atRiskOf(paper), 'suppliers without a worker count'],
    [[mostBefore, mostSuppliers].some((most) => top.length === Math.min(most, atRiskOf(paper))), 'suppliers at severe or high risk'],
    [top.filter(({ band }) => band === 'severe').length === Math.min(top.length, bands.severe), 'suppliers at severe risk'],
    [sum(basis.map((row) => row.suppliers)) === suppliers, 'suppliers by tier'],
    [sum(basis.filter((row) => row.basis === null).map((row) => row.suppliers)) === bands.none, 'suppliers not scored'],
    [changes.shown.length === Math.min(mostChanges, changes.total), 'changes'],
    [actions.shown.length === Math.min(mostActions, actions.total), 'actions'],
    [(figures.criticalSince === null) === (figures.critical === 0), 'critical findings'],
    ...disagreementsByKind(paper),
  ];
  return checks.flatMap(([agrees, name]) => (agrees ? [] : [name]));
}

/** Refuses a paper whose figures do not agree. */
function checkFigures(paper: BoardPaperContent, context: z.core.$RefinementCtx): void {
  for (const name of disagreements(paper)) context.addIssue({ code: 'custom', message: `the ${name} do not agree` });
}

/** A paper as it is prepared: the preview is drawn from it, before it is issued. */
export const boardPaperContentSchema = contentSchema.superRefine(checkFigures);
/** An issued paper. `hash` is SHA-256 of the RFC 8785 form without it. */
export const boardPaperSchema = contentSchema.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) }).superRefine(checkFigures);
export type BoardPaper = z.infer<typeof boardPaperSchema>;
