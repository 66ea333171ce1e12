import { LinkButton } from '~/ui/button';

/** The downloads of a page, by label. */
export function FileLinks({ files }: { files: readonly { to: string; label: string }[] }) {
  return (
    <div className="mt-4 flex flex-wrap gap-2" data-print="none">
      {files.map(({ to, label }) => (
        <LinkButton key={to} to={to} reloadDocument icon="download">
          {label}
        </LinkButton>
      ))}
    </div>
  );
}
