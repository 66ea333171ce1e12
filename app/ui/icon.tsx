import type { ReactNode } from 'react';
import { classNames } from './class-names';

const paths = {
  add: <path d="M8 3v10M3 8h10" />,
  /* What the reader should know before going on; never about risk. */
  attention: <path d="M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1M8 5v3.7M8 11v.2" />,
  audit: <path d="M5 3.5H3.5v10h9v-10H11M5.5 2.5h5V5h-5zM5.5 9l1.8 1.8 3.5-3.3" />,
  bell: <path d="M4 11.5V7.2a4 4 0 0 1 8 0v4.3zM2.5 11.5h11M6.8 13.8h2.4" />,
  archive: <path d="M2.5 3h11v3h-11zM3.5 6v7.5h9V6M6.5 8.5h3" />,
  response: <path d="M4 2.5h8v11H4zM6 6h4M6 8.5h4M6 11h2" />,
  attach: <path d="M12.5 7 7.7 11.8a2.6 2.6 0 0 1-3.7-3.7l5-5a1.8 1.8 0 0 1 2.5 2.5l-4.9 5a.9.9 0 0 1-1.3-1.3L9.7 5" />,
  ban: <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M4.8 8h6.4" />,
  check: <path d="m3 8.5 3.2 3L13 4.5" />,
  chevron: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  clock: <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M8 4.8V8l2.2 1.6" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  down: <path d="m4 6.5 4 4 4-4" />,
  download: <path d="M8 2.5v7.5M5 7.5l3 3 3-3M3 13.5h10" />,
  edit: <path d="m3 13 .7-3L10.8 3l2.2 2.2-7 7zM9.3 4.5l2.2 2.2" />,
  error: <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2" />,
  external: <path d="M9 3h4v4M13 3 7.5 8.5M6.5 4H3v9h9V9.5" />,
  file: <path d="M4 2.5h5l3 3v8H4zM9 2.5v3h3" />,
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  finding: <path d="M4 13.5v-11M4 3h8l-2 2.8L12 9H4" />,
  help: (
    <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M8 5.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8M3.9 3.9l2.4 2.4M9.7 9.7l2.4 2.4M12.1 3.9 9.7 6.3M6.3 9.7l-2.4 2.4" />
  ),
  home: <path d="m2.5 7.5 5.5-5 5.5 5M4 6.5v7h8v-7" />,
  import: <path d="M8 2.5v7M5 6.5l3 3 3-3M2.5 10v3.5h11V10" />,
  incident: <path d="M9 2 3.5 9H8l-1 5 5.5-7H8z" />,
  info: <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M8 7.3v3.7M8 4.8v.4" />,
  language: <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M2.3 8h11.4M8 2.2c-4 3.6-4 8 0 11.6 4-3.6 4-8 0-11.6" />,
  link: <path d="M6.5 9.5 9.5 6.5M7 4.8l1.5-1.5a2.9 2.9 0 0 1 4.1 4.1L11.1 9M9 11.2l-1.5 1.5a2.9 2.9 0 0 1-4.1-4.1L4.9 7" />,
  listen: <path d="M2.5 6H5l3.5-3v10L5 10H2.5zM10.5 6a2.6 2.6 0 0 1 0 4M12 4a5.3 5.3 0 0 1 0 8" />,
  list: <path d="M6 4h7.5M6 8h7.5M6 12h7.5M2.5 4h1M2.5 8h1M2.5 12h1" />,
  lock: <path d="M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2" />,
  mail: <path d="M2.5 4h11v8.5h-11zM2.5 4.5 8 9l5.5-4.5" />,
  map: <path d="M3 4h3.5v3H3zM9.5 2.5H13v3H9.5zM9.5 10.5H13v3H9.5zM6.5 5.5h1.3V4h1.7M7.8 5.5V12h1.7" />,
  match: <path d="M6 3.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4M10 3.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  method: (
    <path d="M3 3h3.5A1.5 1.5 0 0 1 8 4.5V13a1.5 1.5 0 0 0-1.5-1.2H3zM13 3H9.5A1.5 1.5 0 0 0 8 4.5M8 13a1.5 1.5 0 0 1 1.5-1.2H13V3" />
  ),
  minus: <path d="M3 8h10" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" />,
  organization: <path d="M3 13.5v-11h6v11M9 6.5h4v7M2 13.5h12M5 5.2h2M5 7.8h2M5 10.4h2" />,
  print: <path d="M4.5 6V2.5h7V6M4.5 11H2.5V6h11v5h-2M4.5 9.5h7v4h-7z" />,
  question: <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2M8 11.2v.2" />,
  report: <path d="M4 2.5h5l3 3v8H4zM9 2.5v3h3M6 11V9M8 11V7.5M10 11V9.5" />,
  search: <path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.3 10.3l3.2 3.2" />,
  settings: <path d="M2.5 4.5h6M12 4.5h1.5M10.2 3v3M2.5 11.5H4M7.5 11.5h6M5.8 10v3" />,
  sort: <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />,
  state: <path d="M2.5 6 8 2.5 13.5 6zM4 6v6M7 6v6M9.5 6v6M12 6v6M2.5 13.5h11" />,
  success: <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2M5.4 8.2l1.9 1.8 3.4-3.8" />,
  suppliers: <path d="M2.5 13.5v-6l3.5 2v-2l3.5 2v-7h4v11z" />,
  tag: <path d="M2.5 2.5H8l5.5 5.5L8 13.5 2.5 8zM5.2 5.2h.01" />,
  theme: <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 2.5v11M8 5h3.6M8 8h5.5M8 11h3.6" />,
  trash: <path d="M3 4.5h10M6 4.5v-2h4v2M4.2 4.5l.6 9h6.4l.6-9" />,
  up: <path d="m4 9.5 4-4 4 4" />,
  user: <path d="M8 2.5a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4M2.8 13.5a5.2 5.2 0 0 1 10.4 0" />,
  /* Everything in view. */
  whole: <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

/** Icons that point along the line of reading, and turn with it. */
const alongTheLine: ReadonlySet<IconName> = new Set<IconName>(['chevron', 'external']);

/**
 * A small icon beside text, one meaning each: the clock is late, the question mark needs an answer, the flag is a critical finding, the barred circle an import
 * ban. Triangle and octagon are bands of risk alone (`band-badge`).
 * Hidden from screen readers unless `label` is given.
 */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={classNames('icon', alongTheLine.has(name) && 'rtl:-scale-x-100', className)}
    >
      {paths[name]}
    </svg>
  );
}
