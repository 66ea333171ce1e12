import { useEffect, useRef, useState } from 'react';
import { m } from '~/paraglide/messages';

type Errors = Record<string, readonly string[] | undefined> | null | undefined;
type Line = { name: string; text: string };

const linesOf = (errors: Errors): Line[] =>
  Object.entries(errors ?? {}).flatMap(([name, texts]) => (texts ?? []).map((text) => ({ name, text })));

/** The label of each field whose sentence another field has too: alone in the summary, neither says which is meant. */
function labelsOf(lines: readonly Line[]): Record<string, string> {
  const repeated = lines.filter(({ name, text }) => lines.some((other) => other.text === text && other.name !== name));
  return Object.fromEntries(
    repeated.flatMap(({ name }) => {
      const label = document.querySelector(`label[for="${CSS.escape(`field-${name}`)}"]`)?.firstChild?.textContent;
      return label ? [[name, label]] : [];
    }),
  );
}

/**
 * All errors of a form in one place, each linked to its field; focused when it appears.
 * `errors`: field name → sentences; the name '' has those of the whole form. Renders nothing without errors.
 */
export function ErrorSummary({ errors }: { errors: Errors }) {
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Record<string, string>>({});
  const lines = linesOf(errors);
  useEffect(() => {
    setLabels(labelsOf(linesOf(errors)));
    if (errors && Object.keys(errors).length > 0) box.current?.focus();
  }, [errors]);
  if (lines.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded border border-danger bg-danger-soft p-4">
      <p className="font-semibold text-danger">{m.shell_errors_title({ count: lines.length })}</p>
      <ul className="mt-1 grid gap-0.5">
        {lines.map(({ name, text }) => (
          <li key={name + text}>
            {name === '' ? (
              text
            ) : (
              <a href={`#field-${name}`} className="inline-block min-h-6 text-danger hover:text-danger">
                {labels[name] ? m.shell_named({ name: labels[name], text }) : text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
