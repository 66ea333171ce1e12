import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';

/** Says that a page is read with the organization's own editions of tables, and leads to the released figures. */
export function OwnTablesNotice({
  readFor,
  released,
}: {
  readFor: { slug: string; name: string; titles: { hash: string; title: string }[] };
  released: string;
}) {
  const { slug, name, titles } = readFor;
  return (
    <Notice
      title={m.reference_tables_read_for({ organization: name })}
      actions={<Link to={released}>{m.reference_tables_see_released()}</Link>}
    >
      {titles.map(({ hash, title }, at) => (
        <span key={hash}>
          {at > 0 && ', '}
          <Link to={`/o/${slug}/settings/reference-tables/${hash}`}>{title}</Link>
        </span>
      ))}
    </Notice>
  );
}
