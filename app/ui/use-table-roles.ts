import { type RefObject, useEffect, useRef } from 'react';

const roles = {
  'thead, tbody': 'rowgroup',
  tr: 'row',
  td: 'cell',
  'thead th': 'columnheader',
  'tbody th': 'rowheader',
} as const;
/** The width below which elements.css stacks rows. */
const narrow = '(width < 48rem)';

/**
 * The reference of a table whose rows are stacked on a narrow screen: there its parts get their roles, since in some browsers a style that makes blocks of rows
 * takes away what the table is to a screen reader. On a wide screen the elements say it themselves.
 */
export function useTableRoles({ isStacked }: { isStacked: boolean }): RefObject<HTMLTableElement> {
  const table = useRef<HTMLTableElement>(null);
  // After each render: a page of other rows has the same table.
  useEffect(() => {
    if (!isStacked) return;
    const query = window.matchMedia(narrow);
    const give = () => {
      if (!query.matches || table.current === null) return;
      table.current.setAttribute('role', 'table');
      for (const [parts, role] of Object.entries(roles))
        for (const part of table.current.querySelectorAll(parts)) part.setAttribute('role', role);
    };
    give();
    query.addEventListener('change', give);
    return () => query.removeEventListener('change', give);
  });
  return table;
}
