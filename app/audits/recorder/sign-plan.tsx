import { type FormEvent, useState } from 'react';
import { type ClosingPlan, signedPlanSchema } from '~/audits/closing-plan/schema';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import type { Strokes } from '~/ui/signature';
import { useRecorder } from './recorder-context';
import { textOf } from './record-list';
import { padRatio, SignaturePad } from './signature-pad';
import { placeLink } from './use-place';

/** Both signatures under the plan that is shown. They are saved with it and with its hash, in one entry. */
export function SignPlan({ plan, hash }: { plan: ClosingPlan; hash: string }) {
  const { recording, sending } = useRecorder();
  const [site, setSite] = useState<Strokes>([]);
  const [auditor, setAuditor] = useState<Strokes>([]);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const onPaper = form.get('onPaper') === 'on';
    const [siteBy, auditorBy] = [textOf(form, 'siteBy'), textOf(form, 'auditorBy')];
    if (siteBy === '' || auditorBy === '') return setError(m.closing_plan_by_missing());
    if (!onPaper && (site.length === 0 || auditor.length === 0)) return setError(m.closing_plan_strokes_missing());
    const drawn = (by: string, strokes: Strokes) => ({ by, ratio: padRatio, strokes: onPaper ? [] : strokes });
    const signed = signedPlanSchema.safeParse({
      ...{ plan, hash, site: drawn(siteBy, site), auditor: drawn(auditorBy, auditor), signedAt: new Date().toISOString() },
    });
    if (!signed.success) return setError(m.recorder_not_saved());
    const key = crypto.randomUUID();
    await recording.record('signedPlan', key, () => signed.data);
    sending.later();
    location.hash = placeLink('closing', 'signed', key);
  };
  return (
    <form onSubmit={submit} className="grid gap-4 border-t border-line pt-6" data-print="none" data-sign-plan="" noValidate>
      <h3>{m.closing_plan_sign_title()}</h3>
      <p className="max-w-prose text-muted">{m.closing_plan_sign_lead()}</p>
      <div className="grid gap-6 md:grid-cols-2">
        {(
          [
            ['siteBy', m.closing_plan_site_signs(), site, setSite],
            ['auditorBy', m.closing_plan_auditor_signs(), auditor, setAuditor],
          ] as const
        ).map(([name, title, strokes, change]) => (
          <fieldset key={name} className="grid content-start gap-3" data-signs={name}>
            <legend className="mb-1 font-semibold">{title}</legend>
            <Field {...{ name, maxLength: 200, autoComplete: 'off' }} label={m.closing_plan_by()} />
            <SignaturePad strokes={strokes} onChange={change} />
          </fieldset>
        ))}
      </div>
      <Checkbox name="onPaper" label={m.closing_plan_on_paper()} />
      {error && (
        <p role="alert" className="text-danger">
          {error}
        </p>
      )}
      <div>
        <Button type="submit" variant="primary" size="lg">
          {m.closing_plan_save_signatures()}
        </Button>
      </div>
    </form>
  );
}
