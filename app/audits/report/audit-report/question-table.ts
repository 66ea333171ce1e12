import type { VerificationMethod } from '#scoring';
import type { Block } from '~/documents/pdf/block';
import type { Cell } from '~/documents/pdf/draw-table.server';
import { m } from '~/paraglide/messages';
import type { RestsOn } from './evidence-schema';
import { answerLabel, methodWords, type Say, word } from './labels';
import type { InterviewForm } from '~/audits/planning/states';
import type { AuditReport } from './schema';

export type Asked = RestsOn & {
  isNotStated?: true | undefined;
  code: string;
  text: string;
  answer?: string | null | undefined;
  answerText: string | null;
  note: string;
  isLegalContext: boolean;
  findings: readonly string[];
  doesNotApply?: string | undefined;
};

/** How workers were interviewed about most items. */
export type Usual = { interviews: readonly InterviewForm[] };

/** What most of these questions have in common that rest on workers among others. */
export function usualOf(questions: readonly Asked[]): Usual {
  const forms = questions.flatMap(({ sources, interviews = [] }) =>
    Array.isArray(sources) && sources.includes('workers') ? [interviews] : [],
  );
  const counts = new Map<string, { count: number; interviews: readonly InterviewForm[] }>();
  for (const interviews of forms) {
    const key = interviews.join();
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, interviews });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return { interviews: most?.interviews ?? [] };
}

/** The auditor's note to an item, and that law and standard conflict on it, under its text. */
export function notesOf({ note, isLegalContext }: Pick<Asked, 'note' | 'isLegalContext'>, say: Say): { note?: string } {
  const notes = [note, isLegalContext ? m.audit_report_legal_context({}, say) : ''].filter((each) => each !== '').join('\n');
  return notes === '' ? {} : { note: notes };
}

/**
 * Questions with their answers: what each rests on and whether the sources agree, the law it was held against, and the findings about it. `usual`: a compact table, in
 * which a row has only what differs.
 */
export function questionTable(
  questions: readonly Asked[],
  { title, law, say, usual = null }: { title: string; law: AuditReport['law']; say: Say; usual?: Usual | null },
): Block {
  const hasFindings = usual === null || questions.some(({ findings }) => findings.length > 0);
  const hasLaw = questions.some(({ requirements = [] }) => requirements.length > 0);
  const hasSources = questions.some(({ sources }) => sources !== undefined);
  return {
    kind: 'table',
    title,
    size: 7.5,
    ...(usual === null ? {} : { isDense: true }),
    columns: [
      { label: m.supplier_report_column_question({}, say), share: !hasSources ? 60 : usual === null ? 35 : 40 },
      { label: m.audit_report_situation({}, say), share: !hasSources ? 22 : usual === null ? 13 : 34 },
      ...(hasSources ? [{ label: m.audit_report_looked_at({}, say), share: 24 }] : []),
      ...(hasLaw ? [{ label: m.audit_report_requirement({}, say), share: 19 }] : []),
      ...(hasFindings ? [{ label: m.audit_report_findings({}, say), share: hasSources ? 9 : 18 }] : []),
    ],
    rows: questions.map((question): Cell[] => {
      const { code, text, findings, answer } = question;
      return [
        { text: `${code}  ${text}`, ...notesOf(question, say) },
        { text: answerLabel(question, say), strong: answer === 'not-compliant' },
        ...(hasSources ? [sourceCell(question, { say, usual })] : []),
        ...(hasLaw ? [lawCell(question, law, say)] : []),
        ...(hasFindings ? [findings.length === 0 ? '–' : findings.join(', ')] : []),
      ];
    }),
  };
}

/**
 * "documents, workers (individual interviews); sources agree"; a dash where nothing was recorded. `usual`: what is said once for all, so that a row has only what differs.
 */
export function sourceCell(
  { sources, interviews = [], agreement, isNotStated }: Asked,
  { say, usual = null }: { say: Say; usual?: Usual | null },
): Cell {
  if (isNotStated || sources === undefined || sources.length === 0) return '–';
  if (sources === 'several') return methodWords(sources, say);
  const isUsualForm = usual !== null && interviews.join() === usual.interviews.join();
  const forms = isUsualForm ? '' : interviews.map((form) => word(form, say)).join(', ');
  const named = sources
    .map((method) => {
      const name = shortNames[method]({}, say);
      return method === 'workers' && forms !== '' ? m.audit_report_workers_by({ workers: name, forms }, say) : name;
    })
    .join(', ');
  const isUsual = usual !== null && (agreement === 'agree' || sources.length === 1);
  const said = agreement ? word(agreement, say) : usual === null ? null : m.audit_report_agreement_unknown({}, say);
  return { text: named, ...(said === null || isUsual ? {} : { note: said }) };
}

const shortNames = {
  documents: m.audit_report_source_documents,
  observation: m.audit_report_source_observation,
  management: m.audit_report_source_management,
  workers: m.audit_report_source_workers,
  'worker-representatives': m.audit_report_source_representatives,
} satisfies Record<VerificationMethod, unknown>;

const mostCited = 2;

/** The articles by their numbers in the table of requirements; of many, the first two and how many more there are. */
function lawCell(question: Asked, law: AuditReport['law'], say: Say): Cell {
  const { lines, rest } = lawLines(question, law, say);
  if (lines.length === 0) return '–';
  return { text: lines.join('\n'), ...(rest === '' ? {} : { note: rest }) };
}

/** The same as lines: none where the question was held against no requirement. */
export function lawLines({ requirements = [], isNotStated }: Asked, law: AuditReport['law'], say: Say): { lines: string[]; rest: string } {
  if (isNotStated) return { lines: [], rest: '' };
  const cited = requirements.map((no) => law?.requirements.find((each) => each.no === no)).flatMap((found) => found ?? []);
  const lines = cited
    .slice(0, mostCited)
    .map(({ no, law: article }) => (article === null ? no : m.audit_report_requirement_named({ no, law: article }, say)));
  return { lines, rest: requirements.slice(mostCited).join(', ') };
}
