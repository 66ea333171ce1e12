import { Link } from '@remix-run/react';
import { findingGrades } from '#scoring';
import { ChartFigure } from '~/documents/charts/chart-figure';
import { gradeLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { type AgeCount, countOf, drawAges, gradeTones } from './draw-ages';

type AgeFigureProps<Key extends string> = {
  title: string;
  keys: readonly Key[];
  counts: readonly AgeCount<Key>[];
  label: (key: Key) => string;
  /** Address of the list; a bar leads to its own records there. */
  list: string;
};

/** Records by age and grade; each bar leads to them. Nothing where there are none. */
export function AgeFigure<Key extends string>({ title, keys, counts, label, list }: AgeFigureProps<Key>) {
  if (countOf(counts) === 0) return null;
  const chart = { keys, counts, label };
  const numberOf = (key: Key) => countOf(counts, { keys: [key] });
  const linkFor = (id: string) => {
    const key = keys.find((each) => each === id);
    if (key === undefined || numberOf(key) === 0) return undefined;
    return { href: `${list}?age=${key}`, label: m.ageing_bar({ age: label(key), count: formatNumber(numberOf(key)) }) };
  };
  return (
    <div className="mb-6">
      <ChartFigure
        title={title}
        wide={drawAges(chart, 'wide')}
        narrow={drawAges(chart, 'narrow')}
        linkFor={linkFor}
        legend={findingGrades.map((grade) => ({ tone: gradeTones[grade], label: gradeLabel(grade) }))}
        fileHref={(format) => `${list}/chart?as=${format}`}
        table={
          <DataTable
            caption={title}
            rows={keys}
            rowKey={(key) => key}
            columns={[
              {
                key: 'age',
                header: m.ageing_age(),
                cell: (key) => (numberOf(key) === 0 ? label(key) : <Link to={`${list}?age=${key}`}>{label(key)}</Link>),
              },
              ...findingGrades.map((grade) => ({
                ...{ key: grade, header: gradeLabel(grade), align: 'end' as const },
                cell: (key: Key) => formatNumber(countOf(counts, { keys: [key], grade })),
              })),
              { key: 'all', header: m.ageing_all(), align: 'end', cell: (key) => formatNumber(numberOf(key)) },
            ]}
          />
        }
      />
    </div>
  );
}
