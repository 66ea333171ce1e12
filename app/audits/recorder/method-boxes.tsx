import { type VerificationMethod, verificationMethods } from '#scoring';
import { m } from '~/paraglide/messages';
import { Box } from './box';
import { methodLabel } from '~/audits/entries/verification-labels';

/** By which ways something was verified; several may be ticked. `onChange` gets all that are then ticked. */
export function MethodBoxes({
  methods,
  onChange,
}: {
  methods: readonly VerificationMethod[];
  onChange: (methods: VerificationMethod[]) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{m.recorder_methods()}</legend>
      <div className="flex flex-wrap gap-2">
        {verificationMethods.map((method) => (
          <Box
            key={method}
            label={methodLabel(method)}
            isChecked={methods.includes(method)}
            onChange={(isChecked) => onChange(isChecked ? [...methods, method] : methods.filter((each) => each !== method))}
          />
        ))}
      </div>
    </fieldset>
  );
}
