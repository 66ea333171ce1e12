import type { StatedHit } from './check-consistency';
import { inputLabel, inputValueLabel, ruleLabel } from './labels';
import type { Input } from './record';

export type ShownInput = { key: string; label: string; value: string; href: string | null };
export type ShownHit = Pick<StatedHit, 'rule' | 'key' | 'severity' | 'state' | 'zero' | 'explanation' | 'fingerprint'> & {
  text: string;
  inputs: ShownInput[];
  /** Inputs beyond the first ones. */
  more: number;
};

/** What a page knows of inputs: questions by key, and where an input is recorded. */
export type Known = {
  questionOf: (key: string) => { text: string; choices: readonly { value: string | number; label: string }[] } | null;
  hrefOf: (key: string) => string | null;
};

/** A rule over many answers lists so many of them. */
const mostInputs = 8;

/** A hit as a person reads it. */
export function showHit({ rule, key, severity, state, zero, explanation, fingerprint, inputs }: StatedHit, known: Known): ShownHit {
  return {
    ...{ rule, key, severity, state, zero, explanation, fingerprint, text: ruleLabel(rule) },
    inputs: inputs.slice(0, mostInputs).map((input) => showInput(input, known)),
    more: Math.max(0, inputs.length - mostInputs),
  };
}

function showInput({ key, value }: Input, { questionOf, hrefOf }: Known): ShownInput {
  const question = questionOf(key);
  const label = question ? `${key}  ${question.text}` : (inputLabel(key) ?? key);
  const chosen = question?.choices.find((choice) => choice.value === value)?.label;
  return { key, label, value: chosen ?? inputValueLabel(key, value), href: hrefOf(key) };
}
