import { type ReactNode, useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { SiteFormFields } from './site-form-fields';
import { siteActs } from './site-acts';

type Failure = FormFailure | null | undefined;

/** Whether a form is adding the site that it chooses: its own buttons wait until that is done. */
export const isAddingSite = (failure: Failure): boolean =>
  failure?.values.intent?.[0] === siteActs.open || failure?.values.intent?.[0] === siteActs.save;

/**
 * The choice of a site inside a form (`children`), or in its place the fields of one that is missing. Its buttons post the whole form, so nothing typed is
 * lost, without script either (`site-step.server`). The form starts with a `DefaultSubmit`, unless it is adding.
 */
export function SiteStep({ name, failure, mayAdd, children }: { name: string; failure: Failure; mayAdd: boolean; children: ReactNode }) {
  if (isAddingSite(failure)) return <NewSite name={name} failure={failure} />;
  return (
    <div className="grid justify-items-start gap-1">
      <div className="w-full">{children}</div>
      {mayAdd && (
        <Button name="intent" value={siteActs.open} variant="quiet" size="sm" icon="add">
          {m.suppliers_site_add()}
        </Button>
      )}
    </div>
  );
}

function NewSite({ name, failure }: { name: string; failure: Failure }) {
  const fields = useRef<HTMLFieldSetElement>(null);
  // The button that opened the fields is gone: the focus goes on in the first of them.
  useEffect(() => fields.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus(), []);
  return (
    <fieldset ref={fields} className="grid gap-4 rounded border border-edge p-4">
      <legend className="px-1 font-semibold">{m.suppliers_site_new()}</legend>
      <input type="hidden" name={name} value={fieldOf(failure, name).defaultValue} />
      <SiteFormFields failure={failure} saved={{}} intent={siteActs.save} />
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value={siteActs.save} variant="primary">
          {m.suppliers_site_add()}
        </Button>
        <Button name="intent" value={siteActs.leave} variant="quiet">
          {m.shell_cancel()}
        </Button>
      </div>
    </fieldset>
  );
}
