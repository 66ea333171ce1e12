import type { ReactNode } from 'react';
import { FoldedSection } from '~/ui/fold';
import type { RecordKind } from '~/suppliers/facts/recruiter-record';
import type { LineFormState } from './line-form';

/** A register of a labour recruiter under the line that says what it amounts to; open while one of its lines is added or corrected. */
export function RegisterSection({
  kind,
  title,
  status,
  lead,
  state,
  isEditing,
  children,
}: {
  kind: RecordKind;
  title: string;
  status: string;
  lead?: string;
  state: LineFormState;
  isEditing: boolean;
  children: ReactNode;
}) {
  return (
    <FoldedSection id={`${kind}-register`} title={title} status={status} lead={lead} isOpen={isEditing || state.failure !== null}>
      {children}
    </FoldedSection>
  );
}
