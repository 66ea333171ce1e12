import { m } from '~/paraglide/messages';
import { audiences } from './audience';
import { audienceLabel } from './labels';

/** Who may see a file: boxes, none ticked for its own organization alone. `name` keeps apart the original and its copy. */
export function AudienceBoxes({ name = 'audience', legend, chosen }: { name?: string; legend: string; chosen: readonly string[] }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{legend}</legend>
      <p className="text-muted">{m.files_audience_hint()}</p>
      {audiences.map((audience) => (
        <label key={audience} className="flex min-h-11 items-center gap-2 py-1">
          <input type="checkbox" name={name} value={audience} defaultChecked={chosen.includes(audience)} className="size-5 shrink-0" />
          <span>{audienceLabel(audience)}</span>
        </label>
      ))}
    </fieldset>
  );
}
