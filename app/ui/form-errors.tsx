import { useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';

/**
 * All errors of a form in one place, each linked to its field; focused when it appears.
 * `errors`: field name → sentences; the name '' has those of the whole form. Renders nothing without errors.
 */
export function ErrorSummary({ errors }: { errors: Record<string, readonly string[] | undefined> | null | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  const lines = Object.entries(errors ?? {}).flatMap(([name, texts]) => (texts ?? []).map((text) => ({ name, text })));
  useEffect(() => {
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
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
