import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import type { ItemDifference } from './plan-content';
import type { ShownVersion } from './version-page';
import { fieldText, fieldLabel, reportedFields } from './labels';

/** What changed since another version, field by field. */
export function DifferenceSection({ version, here }: { version: ShownVersion; here: string }) {
  const { since, others } = version;
  if (others.length === 0) return null;
  return (
    <Section title={since ? m.esap_since({ number: since.number }) : m.esap_since_choose()} id="differences">
      <p className="mb-3 flex flex-wrap gap-3" data-print="none">
        {others
          .filter((number) => number !== since?.number)
          .map((number) => (
            <Link key={number} to={`${here}/versions/${version.id}?since=${number}`} preventScrollReset>
              {m.esap_since({ number })}
            </Link>
          ))}
      </p>
      {since && since.differences.length === 0 && <p className="text-muted">{m.esap_since_nothing()}</p>}
      <ul className="grid gap-3">
        {since?.differences.map((difference) => (
          <li key={difference.id} className="border-s-4 border-line ps-3">
            <Difference difference={difference} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Difference({ difference }: { difference: ItemDifference }) {
  const { number, action } = difference;
  const words = { added: m.esap_line_added, removed: m.esap_line_removed, changed: m.esap_line_changed };
  return (
    <>
      <p>
        <strong>{words[difference.kind]({ number })}</strong> <bdi className="text-muted">{action.slice(0, 160)}</bdi>
      </p>
      {difference.kind === 'changed' && (
        <FieldChanges fields={reportedFields(difference.fields)} before={difference.before} after={difference.after} />
      )}
    </>
  );
}

/** Fields before and after. */
export function FieldChanges({
  fields,
  before,
  after,
}: {
  fields: ReturnType<typeof reportedFields>;
  before: Parameters<typeof fieldText>[1];
  after: Parameters<typeof fieldText>[1];
}) {
  return (
    <ul className="mt-1 grid gap-0.5">
      {fields.map((field) => (
        <li key={field} className="flex flex-wrap gap-x-2">
          <span className="text-muted">{m.shell_labelled({ name: fieldLabel(field) })}</span>
          <del className="wrap-anywhere text-muted">{fieldText(field, before) ?? m.shell_unknown()}</del>
          <span aria-hidden="true">→</span>
          <ins className="wrap-anywhere no-underline">{fieldText(field, after) ?? m.shell_unknown()}</ins>
        </li>
      ))}
    </ul>
  );
}
