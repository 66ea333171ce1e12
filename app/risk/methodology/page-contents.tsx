import { m } from '~/paraglide/messages';

/** The parts of a long text at its beginning, each with the way to it. */
export function PageContents({ anchors }: { anchors: readonly (readonly [id: string, title: string])[] }) {
  return (
    <nav aria-label={m.methodology_contents()} className="my-4" data-print="none">
      <p className="text-sm font-semibold">{m.methodology_contents()}</p>
      <ul className="mt-1! list-none! gap-x-8 ps-0! text-sm sm:columns-2">
        {anchors.map(([id, title]) => (
          <li key={id} className="mt-0! break-inside-avoid py-0.5">
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
