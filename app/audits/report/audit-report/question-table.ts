import type { VerificationMethod } from '#scoring';
import type { Block } from '~/documents/pdf/block';
import type { Cell } from '~/documents/pdf/draw-table.server';
import { m } from '~/paraglide/messages';
import type { RestsOn } from './evidence-schema';
import { answerLabel, methodWords, type Say, word } from './labels';
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

/** The auditor's note to an item, and that law and standard conflict on it, under its text. */
export function notesOf({ note, isLegalContext }: Pick<Asked, 'note' | 'isLegalContext'>, say: Say): { note?: string } {
  const notes = [note, isLegalContext ? m.audit_report_legal_context({}, say) : ''].filter((each) => each !== '').join('\n');
  return notes === '' ? {} : { note: notes };
}

/** Questions with their answers: what each rests on and whether the sources agree, the law it was held against, and the findings about it. */
export function questionTable(
  questions: readonly Asked[],
  { title, law, say }: { title: string; law: AuditReport['law']; say: Say },
): Block {
  const hasLaw = questions.some(({ requirements = [] }) => requirements.length > 0);
  const hasSources = questions.some(({ sources }) => sources !== undefined);
  return {
    kind: 'table',
    title,
    size: 7.5,
    columns: [
      { label: m.supplier_report_column_question({}, say), share: hasSources ? 35 : 60 },
      { label: m.audit_report_situation({}, say), share: hasSources ? 13 : 22 },
      ...(hasSources ? [{ label: m.audit_report_looked_at({}, say), share: 24 }] : []),
      ...(hasLaw ? [{ label: m.audit_report_requirement({}, say), share: 19 }] : []),
      { label: m.audit_report_findings({}, say), share: hasSources ? 9 : 18 },
    ],
    rows: questions.map((question): Cell[] => {
      const { code, text, findings, answer } = question;
      return [
        { text: `${code}  ${text}`, ...notesOf(question, say) },
        { text: answerLabel(question, say), strong: answer === 'not-compliant' },
        ...(hasSources ? [sourceCell(question, { say })] : []),
        ...(hasLaw ? [lawCell(question, law, say)] : []),
        findings.length === 0 ? '–' : findings.join(', '),
      ];
    }),
  };
}

/**
 * "documents, workers (individual interviews); sources agree"; a dash where nothing was recorded. `isBrief`: says of agreement only where sources differ.
 */
export function sourceCell(
  { sources, interviews = [], agreement, isNotStated }: Asked,
  { say, isBrief = false }: { say: Say; isBrief?: boolean },
): Cell {
  if (isNotStated || sources === undefined || sources.length === 0) return '–';
  if (sources === 'several') return methodWords(sources, say);
  const forms = interviews.map((form) => word(form, say)).join(', ');
  const named = sources
    .map((method) => {
      const name = shortNames[method]({}, say);
      return method === 'workers' && forms !== '' ? m.audit_report_workers_by({ workers: name, forms }, say) : name;
    })
    .join(', ');
  const isUsual = agreement === 'agree' || sources.length === 1;
  const said = agreement ? word(agreement, say) : isBrief ? m.audit_report_agreement_unknown({}, say) : null;
  return { text: named, ...(said === null || (isBrief && isUsual) ? {} : { note: said }) };
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
export function lawCell({ requirements = [], isNotStated }: Asked, law: AuditReport['law'], say: Say): Cell {
  if (isNotStated || requirements.length === 0) return '–';
  const cited = requirements.map((no) => law?.requirements.find((each) => each.no === no)).flatMap((found) => found ?? []);
  const lines = cited
    .slice(0, mostCited)
    .map(({ no, law: article }) => (article === null ? no : m.audit_report_requirement_named({ no, law: article }, say)));
  const rest = requirements.slice(mostCited);
  return { text: lines.join('\n'), ...(rest.length === 0 ? {} : { note: rest.join(', ') }) };
}
