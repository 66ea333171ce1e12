import { useEffect, useState } from 'react';
import { planHash } from '~/audits/closing-plan/plan';
import type { ClosingPlan } from '~/audits/closing-plan/schema';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { planNow, signedNow, signedPlans } from './closing-plan-on-device';
import { DrawnSignature, PlanSheet } from './plan-sheet';
import { useRecorder } from './recorder-context';
import { SignPlan } from './sign-plan';
import { placeLink } from './use-place';
import { siteMoment } from './site-moment';

/** Takes the whole page: management that holds the tablet sees the plan and no way into the record but the one back. */
export function PlanScreen({ signedKey }: { signedKey: string | null }) {
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-2" data-print="none">
        <a href={placeLink('closing')} className="inline-flex min-h-11 items-center">
          {m.closing_plan_close()}
        </a>
        <Button type="button" size="lg" onClick={() => print()}>
          {m.closing_plan_print()}
        </Button>
      </div>
      {signedKey === null ? <Shown /> : <Signed signedKey={signedKey} />}
    </div>
  );
}

/** The plan of the moment in which it was opened: what is signed is what is shown, whatever other devices send meanwhile. */
function Shown() {
  const { recording } = useRecorder();
  const [plan] = useState(() => planNow(recording));
  const hash = useHash(plan);
  if (plan === null) return <Notice tone="warning" title={m.closing_plan_not_ready()} />;
  return (
    <>
      <PlanSheet plan={plan} hash={hash} />
      <div className="hidden grid-cols-2 gap-8 break-inside-avoid print:grid">
        <DrawnSignature title={m.closing_plan_site_signs()} drawn={null} />
        <DrawnSignature title={m.closing_plan_auditor_signs()} drawn={null} />
      </div>
      {hash !== null && <SignPlan plan={plan} hash={hash} />}
    </>
  );
}

function Signed({ signedKey }: { signedKey: string }) {
  const { recording } = useRecorder();
  const signed = signedPlans(recording).find(({ key }) => key === signedKey);
  if (!signed) return <Notice tone="warning" title={m.closing_plan_none()} />;
  const now = signedNow(recording);
  const isNewest = now?.signed.hash === signed.hash;
  return (
    <>
      {!isNewest && <Notice tone="warning" title={m.closing_plan_superseded()} />}
      {isNewest && now.isChanged && (
        <Notice tone="warning" title={m.closing_plan_changed_title()}>
          {m.closing_plan_changed_text({ version: signed.plan.version })}
        </Notice>
      )}
      <PlanSheet plan={signed.plan} hash={signed.hash} />
      <section className="grid break-inside-avoid gap-3" data-plan-signed={signed.hash}>
        <div className="grid gap-8 sm:grid-cols-2 print:grid-cols-2">
          <DrawnSignature title={m.closing_plan_site_signs()} drawn={signed.site} />
          <DrawnSignature title={m.closing_plan_auditor_signs()} drawn={signed.auditor} />
        </div>
        <p className="text-muted">{m.closing_plan_signed_at({ moment: siteMoment(recording.pack, signed.signedAt) })}</p>
      </section>
    </>
  );
}

function useHash(plan: ClosingPlan | null): string | null {
  const [hash, setHash] = useState<string | null>(null);
  useEffect(() => {
    if (plan) void planHash(plan).then(setHash);
  }, [plan]);
  return hash;
}
