import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatDate, formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Unknown } from '~/ui/values';
import type { ShownTable } from './read-tables.server';

const directions = {
  'higher-is-worse': m.method_direction_higher,
  'lower-is-worse': m.method_direction_lower,
  none: m.method_direction_none,
} satisfies Record<ShownTable['fields'][number]['direction'], () => string>;

const isRead = ({ rules, supplements }: ShownTable): boolean => rules.length + supplements.length > 0;

/** Where a table comes from, its terms, its age, what it covers and how sure its rows are. */
export function TableOrigin({ table }: { table: ShownTable }) {
  const { origin, coverage, confidence, ageMonths, rows } = table;
  const citation = <span lang="en">{origin.citation}</span>;
  // A table without a publication of its own is compiled by this project from the sources in its citation.
  const isCompiled = origin.urlMain === null && origin.producer.startsWith('Manumit');
  return (
    <KeyValueList
      pairs={[
        {
          key: 'producer',
          label: m.method_table_producer(),
          value: <span lang="en">{origin.producer}</span>,
          note: isCompiled ? undefined : citation,
        },
        {
          key: 'link',
          label: m.method_table_publication(),
          value: origin.urlMain ? (
            <a href={origin.urlMain} rel="noreferrer" className="wrap-anywhere">
              {origin.urlMain}
            </a>
          ) : isCompiled ? (
            m.method_table_compiled()
          ) : (
            <Unknown />
          ),
          note: isCompiled ? citation : undefined,
        },
        {
          key: 'licence',
          label: m.method_table_licence(),
          value: origin.licence.url ? (
            <a href={origin.licence.url} rel="noreferrer license" lang="en">
              {origin.licence.name}
            </a>
          ) : (
            <span lang="en">{origin.licence.name}</span>
          ),
          note: origin.licence.redistribution === 'allowed-with-credit' ? m.method_table_with_credit() : m.method_table_free(),
        },
        {
          key: 'age',
          label: m.method_table_published(),
          value: origin.datePublished ? formatPartial(origin.datePublished) : <Unknown />,
          note: [
            ...(ageMonths === null ? [] : [m.method_table_age({ months: formatNumber(ageMonths) })]),
            m.method_table_accessed({ date: formatDate(origin.readOn) }),
          ].join(' · '),
        },
        {
          key: 'force',
          label: m.method_since(),
          value: formatDate(table.inForceFrom),
          note: table.isInForce ? (isRead(table) ? m.method_table_in_force() : m.method_table_current()) : m.method_table_not_in_force(),
        },
        {
          key: 'coverage',
          label: m.method_table_coverage(),
          value: (
            <>
              {m.shell_progress_of({ completed: formatNumber(coverage.known), total: formatNumber(coverage.of) })}{' '}
              <span lang="en">{coverage.what}</span>
            </>
          ),
          note: coverage.note && <span lang="en">{coverage.note}</span>,
        },
        {
          key: 'confidence',
          label: m.method_table_sureness(),
          value: m.method_table_unconfirmed({ share: formatPercent(rows === 0 ? 0 : (confidence.derived + confidence.memory) / rows) }),
          note: m.method_table_counts({
            confirmed: formatNumber(confidence.confirmed),
            derived: formatNumber(confidence.derived),
            memory: formatNumber(confidence.memory),
          }),
        },
        {
          key: 'transcribed',
          label: m.method_table_transcribed(),
          value: <span lang="en">{origin.transcribed}</span>,
          note: origin.sha256 && (
            <>
              {m.method_table_sha256()} <span className="font-mono wrap-anywhere">{origin.sha256}</span>
            </>
          ),
        },
      ]}
    />
  );
}

function formatPartial(date: string): string {
  return date.length === 10 ? formatDate(date) : date;
}

/** What each column means. */
export function FieldList({ fields }: { fields: ShownTable['fields'] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{m.method_field_name()}</th>
          <th scope="col">{m.method_field_meaning()}</th>
          <th scope="col">{m.method_field_unit()}</th>
          <th scope="col">{m.method_field_direction()}</th>
          <th scope="col" className="text-end!">
            {m.method_field_known()}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, meaning, unit, direction, coverage }) => (
          <tr key={name}>
            <th scope="row" className="font-mono text-xs font-normal!">
              {name}
            </th>
            <td lang="en">{meaning}</td>
            <td lang="en">{unit}</td>
            <td>{directions[direction]()}</td>
            <td className="text-end!">{formatPercent(coverage.of === 0 ? 0 : coverage.known / coverage.of)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is doubtful about a table, and what was corrected in it. */
export function TableDoubts({ table }: { table: ShownTable }) {
  const { origin, corrections } = table;
  return (
    <div className="grid gap-3">
      {origin.doubts.length > 0 && (
        <ul lang="en" className="grid max-w-prose list-disc gap-1 ps-5">
          {origin.doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
      {corrections.length > 0 && (
        <ul className="grid max-w-prose list-disc gap-1 ps-5">
          {corrections.map(({ row, field, value, expect, reason }) => (
            <li key={`${row} ${field}`}>
              {m.method_table_corrected({ row, field, before: String(expect ?? '–'), after: String(value ?? '–') })}{' '}
              <span lang="en">{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** An edition of a table as files: the one in force, or that of the address. */
export function TableDownloads({ id, vintage = null, isSmall = false }: { id: string; vintage?: string | null; isSmall?: boolean }) {
  const hrefOf = (extension: 'csv' | 'json') =>
    `/methodology/tables/${id}.${extension}${vintage === null ? '' : `?vintage=${encodeURIComponent(vintage)}`}`;
  if (isSmall)
    return (
      <span className="flex gap-3" data-print="none">
        <Link to={hrefOf('csv')} reloadDocument aria-label={`${m.methodology_download_csv()}: ${id}`}>
          CSV
        </Link>
        <Link to={hrefOf('json')} reloadDocument aria-label={`${m.methodology_download_json()}: ${id}`}>
          JSON
        </Link>
      </span>
    );
  return (
    <>
      <LinkButton to={hrefOf('csv')} icon="download" reloadDocument>
        {m.methodology_download_csv()}
      </LinkButton>
      <LinkButton to={hrefOf('json')} icon="download" reloadDocument>
        {m.methodology_download_json()}
      </LinkButton>
    </>
  );
}

/** The other vintages of a table, and the rules and supplements that read it, or that no score does. */
export function TableLinksLine({ table }: { table: ShownTable }) {
  const readers = [
    ...table.rules.map((rule) => ({ id: rule, title: rule, lang: undefined })),
    ...table.supplements.map(({ id, title, lang }) => ({ id, title, lang })),
  ];
  return (
    <>
      {readers.length > 0 ? (
        <span>
          {m.method_table_read_by()}{' '}
          {readers.map(({ id, title, lang }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to={`/methodology/${id}`} lang={lang}>
                {title}
              </Link>
            </span>
          ))}
        </span>
      ) : (
        <span>{m.method_table_unread()}</span>
      )}
      {readers.length === 0 && table.isOnCountries && <Link to="/countries">{m.method_table_on_countries()}</Link>}
      {table.vintages.length > 1 &&
        table.vintages.map((vintage) =>
          vintage === table.vintage ? (
            <strong key={vintage}>{vintage}</strong>
          ) : (
            <Link key={vintage} to={`?vintage=${encodeURIComponent(vintage)}`}>
              {m.method_vintage({ vintage })}
            </Link>
          ),
        )}
    </>
  );
}
