import { audienceLine, validityLine } from '~/questionnaires/evidence/labels';
import { m } from '~/paraglide/messages';

type Offered = {
  id: string;
  section: string;
  question: string;
  fileName: string;
  audience: string[];
  validUntil: string | null;
  isExpired: boolean;
};

/** The files to share: none by default, and each opens only for its own audience. */
export function FileChoice({ files, chosen }: { files: readonly Offered[]; chosen: readonly string[] }) {
  if (files.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">{m.shared_access_form_files()}</legend>
      <p className="text-muted">{m.shared_access_form_files_hint()}</p>
      {files.map(({ id, question, fileName, audience, ...validity }) => (
        <label key={id} className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input type="checkbox" name="files" value={id} defaultChecked={chosen.includes(id)} className="size-4 shrink-0" />
          <span className="min-w-0 break-words">
            <bdi>{fileName}</bdi>
            <span className="block text-muted">
              {question}
              {' · '}
              {audienceLine(audience)}
              {validity.isExpired && <span className="text-danger"> {validityLine(validity)}</span>}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
