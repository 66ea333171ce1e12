import { type FormEvent, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { formatNumber } from '~/ui/format';
import { fetchPack } from './fetch-pack';
import { isName } from './is-name';
import { forgottenLoss, type Loss } from './forgotten-loss';
import { Vault } from './vault';

type State = { at: 'closed' } | { at: 'no-network' } | { at: 'told'; loss: Loss; name: string };

/** Recovery without the passphrase: shows what the server has and what is lost, and starts again on this device. Nothing that was sent changes. */
export function ForgottenForm({ auditId, base, onForgotten }: { auditId: string; base: string; onForgotten: () => void }) {
  const [state, setState] = useState<State>({ at: 'closed' });
  const [error, setError] = useState<string | undefined>();
  const look = async () => {
    const [pack, kept] = [await fetchPack(base), await Vault.namesWithin(auditId)];
    setState(pack ? { at: 'told', loss: forgottenLoss(pack, kept), name: pack.site ?? pack.supplier } : { at: 'no-network' });
  };
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state.at !== 'told') return;
    const typed = String(new FormData(event.currentTarget).get('name') ?? '');
    if (state.loss.lost > 0 && !isName(typed, state.name)) setError(m.recorder_clear_name_wrong({ name: state.name }));
    else void Vault.forget(auditId).then(onForgotten);
  };
  return (
    <details
      className="max-w-prose border-t border-line pt-4"
      onToggle={({ currentTarget }) => currentTarget.open && state.at !== 'told' && void look()}
    >
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{m.recorder_forgotten()}</summary>
      <div className="mt-3 grid gap-4">
        <p>{m.recorder_forgotten_text()}</p>
        {state.at === 'no-network' && (
          <>
            <p role="alert" className="text-danger">
              {m.recorder_forgotten_no_network()}
            </p>
            <div>
              <Button type="button" size="lg" onClick={() => void look()}>
                {m.recorder_try_again()}
              </Button>
            </div>
          </>
        )}
        {state.at === 'told' && (
          <form onSubmit={begin} className="grid gap-4" noValidate>
            <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 border-y border-line py-2 [&>dd]:text-end [&>dd]:tabular-nums">
              <dt>{m.recorder_forgotten_holds()}</dt>
              <dd>{formatNumber(state.loss.held)}</dd>
              <dt>{m.recorder_forgotten_received()}</dt>
              <dd>{formatNumber(state.loss.held - state.loss.lost)}</dd>
              <dt className="font-semibold">{m.recorder_forgotten_lost()}</dt>
              <dd data-lost={state.loss.lost} className="font-semibold">
                {formatNumber(state.loss.lost)}
              </dd>
            </dl>
            {state.loss.lost === 0 ? (
              <p>{m.recorder_forgotten_all_received()}</p>
            ) : (
              <>
                <p className="text-danger">{m.recorder_forgotten_some_lost({ count: state.loss.lost })}</p>
                <Field name="name" label={m.recorder_clear_name({ name: state.name })} autoComplete="off" error={error} />
              </>
            )}
            <div>
              <Button type="submit" variant="danger" size="lg">
                {m.recorder_forgotten_begin()}
              </Button>
            </div>
          </form>
        )}
      </div>
    </details>
  );
}
