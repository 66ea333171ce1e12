import type { OverrideCode } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { PlaceKind } from './places';

/** The record where a reason was seen, as a link names it. */
export function placeWord(kind: PlaceKind, name: string): string {
  switch (kind) {
    case 'supplier':
      return name;
    case 'audit':
      return m.audits_named({ number: name });
    case 'alert':
      return m.alerts_word();
    case 'finding':
      return m.method_finding_word();
    case 'recruiter':
      return m.shell_named({ name: m.override_waivers_source_recruiter(), text: name });
  }
}

const errors: Readonly<Record<string, () => string>> = {
  code: m.override_waivers_raise_error_code,
  reason: m.override_waivers_raise_error_reason,
  since: m.override_waivers_raise_error_since,
  evidence: m.override_waivers_raise_error_evidence,
  reference: m.override_waivers_raise_error_reference,
};

/** A sentence for each field of the form that was refused. */
export const raisingErrors = (refused: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.keys(refused).map((name) => [name, [(errors[name] ?? m.override_waivers_raise_error_code)()]]));

/** Why an override was not raised, under the field that can be corrected. */
export function raiseRefusal(
  refused: { code: 'not-from-here' | 'reference-missing' } | { code: 'in-force'; since: string | null },
  code: OverrideCode,
): Record<string, string[]> {
  switch (refused.code) {
    case 'not-from-here':
      return { code: [m.override_waivers_raise_error_place()] };
    case 'reference-missing':
      return { reference: [m.override_waivers_raise_error_reference()] };
    case 'in-force':
      return { code: [m.override_waivers_raise_error_in_force({ code, date: refused.since === null ? '–' : formatDate(refused.since) })] };
  }
}
