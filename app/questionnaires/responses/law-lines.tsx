import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import type { LawBeside } from './law-beside';

/** The legal requirements beside a question, with law and article; nothing where none is known. */
export function LawLines({ law }: { law: readonly LawBeside[] }) {
  if (law.length === 0) return null;
  return (
    <div className="mt-2 grid gap-1">
      <strong className="font-semibold">{m.respondent_law()}</strong>
      <ul className="grid gap-1">
        {law.map(({ country, text, law: title, isConfirmed }) => (
          <li key={`${country} ${text}`}>
            {m.shell_label({ label: formatCountry(country) })} <bdi lang="en">{title === null ? text : `${text} (${title})`}</bdi>
            {!isConfirmed && <span className="block text-xs">{m.respondent_law_unconfirmed()}</span>}
          </li>
        ))}
      </ul>
      <p className="text-xs">{m.respondent_law_advice()}</p>
    </div>
  );
}
