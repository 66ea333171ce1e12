import type { files } from '../instruments/files.ts';
import coreEn from '../instruments/workshop-core/1.0.0.json';
import ilo10En from '../instruments/ilo-ten-principles/2.0.0.json';
import shortFormEn from '../instruments/short-form/2.0.0.json';

/** Edition two of the self-assessment, as it is registered in `instruments/files.ts` once its translations are there. */
const editionTwo = {
  'workshop-core@1.0.0': { frozen: coreEn, overlays: {}, partOf: 'ilo-ten-principles@2.0.0' },
  'short-form@2.0.0': { frozen: shortFormEn, overlays: {}, partOf: 'ilo-ten-principles@2.0.0' },
  'ilo-ten-principles@2.0.0': { frozen: ilo10En, overlays: {} },
};
export const depths = ['workshop-core@1.0.0', 'short-form@2.0.0', 'ilo-ten-principles@2.0.0'] as const;

/** What a mock of `instruments/files.ts` has: everything released, and edition two. */
export const withEditionTwo = (released: typeof files): typeof files => ({ ...released, ...editionTwo });
