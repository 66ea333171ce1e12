import { m } from '~/paraglide/messages';
import { DateText } from '~/ui/values';
import { ScrollRegion } from '~/ui/scroll-region';
import type { MethodChangeRow } from './read-changelog.server';

/** Changes of the method, and the figures they affect. The text is the method's own English. */
export function ChangelogTable({ rows }: { rows: readonly MethodChangeRow[] }) {
  return (
    <ScrollRegion label={m.what_if_changelog()} className="text-sm">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{m.what_if_column_since()}</th>
            <th scope="col">{m.what_if_column_kind()}</th>
            <th scope="col">{m.what_if_column_moves()}</th>
            <th scope="col">{m.what_if_column_reason()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ version, kind, effectiveFrom, moves, reason }) => (
            <tr key={`${version} ${kind} ${effectiveFrom} ${reason}`}>
              <td className="whitespace-nowrap">
                <DateText value={effectiveFrom} />
              </td>
              <td lang="en" className="whitespace-nowrap">
                {kind} {version}
              </td>
              <td lang="en" className="min-w-48">
                {moves}
              </td>
              <td lang="en" className="min-w-64">
                {reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
