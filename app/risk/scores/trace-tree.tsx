import type { TraceNode } from '#scoring';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { stepAnchor } from './addresses';
import type { ShownScore } from './score-page.server';
import { StepSource } from './step-source';
import { stepUnit } from './trace-units';
import { type Shown, stepLabel, stepNote, stepUnknown, stepValue } from './trace-words';
import { answerLabel, evidenceLabel, gradeLabel, statusLabel } from './labels';

export type TraceContext = Pick<ShownScore, 'sourceLinks' | 'answers' | 'findings' | 'questions'> & {
  slug: string;
  publicId: string;
  isOpen: boolean;
};

/** The whole calculation as a tree that opens step by step, without script. An anchor on a step opens all steps above it. */
export function TraceTree({ root, context }: { root: TraceNode; context: TraceContext }) {
  return (
    <ul className="grid">
      <Step node={root} context={context} depth={0} />
    </ul>
  );
}

function Step({ node, context, depth }: { node: TraceNode; context: TraceContext; depth: number }) {
  const inputs = node.inputs ?? [];
  if (inputs.length === 0)
    return (
      <li id={stepAnchor(node.id)} className="scroll-mt-20 border-b border-line py-1.5 ps-5">
        <Line node={node} context={context} />
        <StepSource node={node} context={context} />
      </li>
    );
  return (
    <li className="border-b border-line last:border-b-0">
      <details open={context.isOpen || depth === 0} className="group/step">
        <summary className="flex items-baseline gap-2 py-1.5 hover:bg-sunken">
          <svg
            viewBox="0 0 12 12"
            width="12"
            height="12"
            aria-hidden="true"
            className="shrink-0 rtl:-scale-x-100 [details[open]>summary>&]:rotate-90"
          >
            <path d="M4 2.5 8 6l-4 3.5" fill="none" className="stroke-muted" strokeWidth="1.4" />
          </svg>
          <Line node={node} context={context} isStrong={depth < 2} />
        </summary>
        <div id={stepAnchor(node.id)} className="ms-1.5 scroll-mt-28 border-s border-line ps-3 pb-1 sm:ms-[0.35rem] sm:ps-4">
          <StepSource node={node} context={context} />
          <ul className="grid">
            {inputs.map((input) => (
              <Step key={input.id} node={input} context={context} depth={depth + 1} />
            ))}
          </ul>
        </div>
      </details>
    </li>
  );
}

function Line({ node, context, isStrong = false }: { node: TraceNode; context: TraceContext; isStrong?: boolean }) {
  const { label, note } = wordsOf(node, context);
  const value = stepValue(node);
  const unit = stepUnit(node);
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
      <span className="min-w-0">
        <span lang={label.lang} className={classNames(isStrong && 'font-semibold', node.parameter && 'font-mono text-xs')}>
          {label.text}
        </span>
        {note && (
          <span lang={note.lang} className="block text-xs text-muted">
            {note.text}
          </span>
        )}
      </span>
      <span className="ms-auto text-end">
        {value === null ? (
          <span className="text-muted italic">{node.fact && !node.unknown ? m.supply_links_withheld() : m.shell_unknown()}</span>
        ) : (
          <span className={isStrong ? 'font-semibold' : undefined}>{value}</span>
        )}{' '}
        {unit && (
          <span lang={unit.lang} className="text-xs text-muted">
            {unit.text}
          </span>
        )}
      </span>
    </span>
  );
}

/** An answer is named by its question, a finding by its grade; all else by the step's label. */
function wordsOf(node: TraceNode, { answers, findings, questions }: TraceContext): { label: Shown; note: Shown | null } {
  const key = node.id.split('/').at(-1) ?? '';
  const question = node.rule === 'R5' ? questions[key] : undefined;
  if (question) {
    const given = answers.find((answer) => answer.question === key);
    const words = given ? [answerLabel(given.value), evidenceLabel(given.evidence), given.answeredOn].join(' · ') : null;
    const remark = /\(([^()]+)\)$/.exec(node.label)?.[1];
    const text = [key, words, remark].filter(Boolean).join(' · ');
    return { label: { text: question.text, ...(question.lang === 'en' ? { lang: 'en' as const } : {}) }, note: { text } };
  }
  const finding = node.rule === 'R6' ? findings.find(({ id }) => id === key) : undefined;
  if (finding) {
    const text = [gradeLabel(finding.grade), statusLabel(finding.status), evidenceLabel(finding.evidence)].join(' · ');
    return { label: { text: finding.text ?? m.method_finding_word() }, note: { text } };
  }
  // Why there is no score is said above the tree, in the reader's language.
  return { label: stepLabel(node), note: node.unknown && node.id !== 'score' ? stepUnknown(node.unknown) : stepNote(node) };
}
