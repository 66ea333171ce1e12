import type { VerificationMethod } from '#scoring';
import type { Agreement } from '~/audits/planning/states';
import { m } from '~/paraglide/messages';

const methods = {
  documents: m.templates_verify_documents,
  workers: m.templates_verify_workers,
  management: m.templates_verify_management,
  'worker-representatives': m.templates_verify_worker_representatives,
  observation: m.templates_verify_observation,
} satisfies Record<VerificationMethod, () => string>;
export const methodLabel = (method: VerificationMethod): string => methods[method]();

const agreed = {
  agree: m.recorder_agree,
  partly: m.recorder_agree_partly,
  contradict: m.recorder_agree_contradict,
  single: m.recorder_agree_single,
} satisfies Record<Agreement, () => string>;
export const agreementLabel = (agreement: Agreement): string => agreed[agreement]();
