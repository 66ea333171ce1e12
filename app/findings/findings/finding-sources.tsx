import { validityLine } from '~/questionnaires/evidence/labels';
import { m } from '~/paraglide/messages';
import { Checkbox } from '~/ui/field';
import type { FormFailure } from '~/ui/form-values';
import { methods } from './finding-lists';
import { methodLabel } from './labels';

/** By what the finding was verified, and which files of the supplier's answers show it: boxes to tick. */
export function FindingSources({
  failure,
  saved,
  answerFiles,
}: {
  failure?: FormFailure | undefined;
  saved?: { methods: readonly string[]; evidenceIds: readonly string[] } | undefined;
  answerFiles: readonly { id: string; question: string; fileName: string; validUntil: string | null; isExpired: boolean }[];
}) {
  const isOn = (name: string, value: string, held: readonly string[] | undefined) =>
    failure ? (failure.values[name]?.includes(value) ?? false) : (held?.includes(value) ?? false);
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{m.findings_methods()}</legend>
        {methods.map((method) => (
          <Checkbox
            key={method}
            name="methods"
            value={method}
            label={methodLabel(method)}
            defaultChecked={isOn('methods', method, saved?.methods)}
          />
        ))}
      </fieldset>
      {answerFiles.length > 0 && (
        <details open={answerFiles.some(({ id }) => isOn('evidenceIds', id, saved?.evidenceIds))}>
          <summary className="cursor-pointer text-accent">{m.findings_answer_files()}</summary>
          <fieldset className="mt-2 grid max-h-80 gap-2 overflow-y-auto rounded border border-line p-3">
            <legend className="sr-only">{m.findings_answer_files()}</legend>
            {answerFiles.map(({ id, question, fileName, ...validity }) => (
              <Checkbox
                key={id}
                name="evidenceIds"
                value={id}
                label={[question, fileName, ...(validity.isExpired ? [validityLine(validity, false)] : [])].join(' · ')}
                defaultChecked={isOn('evidenceIds', id, saved?.evidenceIds)}
              />
            ))}
          </fieldset>
        </details>
      )}
    </>
  );
}
