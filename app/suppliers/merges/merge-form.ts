import type { MergeChoices } from './merge-suppliers.server';

/**
 * The choices of a merge as in a form or URL: `win.<field>` is kept or other, `apart` the IDs of sites that stay apart. Without any
 * `win.` the defaults apply.
 */
export function readMergeChoices(form: FormData | URLSearchParams): MergeChoices {
  const chosen = [...form.entries()].filter(([name]) => name.startsWith('win.'));
  return {
    takes: chosen.length === 0 ? null : new Set(chosen.flatMap(([name, value]) => (value === 'other' ? [name.slice(4)] : []))),
    sitesApart: new Set(form.getAll('apart').map(String)),
  };
}
