import betterWorkEn from './better-work-cat/1.0.0.json';
import betterWorkEnTwo from './better-work-cat/2.0.0.json';
import { overlays as betterWorkOverlays, overlaysOfTwo as betterWorkOverlaysOfTwo } from './better-work-cat/overlays.ts';
import ilo11En from './ilo-eleven-indicators/1.0.0.json';
import ilo11EnTwo from './ilo-eleven-indicators/2.0.0.json';
import { overlays as ilo11Overlays, overlaysOfTwo as ilo11OverlaysOfTwo } from './ilo-eleven-indicators/overlays.ts';
import operationalEn from './ilo-operational-indicators/1.0.0.json';
import operationalEnTwo from './ilo-operational-indicators/2.0.0.json';
import { overlays as operationalOverlays, overlaysOfTwo as operationalOverlaysOfTwo } from './ilo-operational-indicators/overlays.ts';
import ilo10En from './ilo-ten-principles/1.0.0.json';
import ilo10EnTwo from './ilo-ten-principles/2.0.0.json';
import { overlays as ilo10Overlays, overlaysOfTwo as ilo10OverlaysOfTwo } from './ilo-ten-principles/overlays.ts';
import checklistEn from './ilo-employers-checklist/1.0.0.json';
import checklistEnTwo from './ilo-employers-checklist/2.0.0.json';
import { overlays as checklistOverlays, overlaysOfTwo as checklistOverlaysOfTwo } from './ilo-employers-checklist/overlays.ts';
import equatorEn from './equator-review/1.0.0.json';
import { overlays as equatorOverlays } from './equator-review/overlays.ts';
import ps2En from './ifc-ps2/1.0.0.json';
import { overlays as ps2Overlays } from './ifc-ps2/overlays.ts';
import recruiterEn from './recruiter-review/1.0.0.json';
import recruiterEnTwo from './recruiter-review/2.0.0.json';
import { overlays as recruiterOverlays, overlaysOfTwo as recruiterOverlaysOfTwo } from './recruiter-review/overlays.ts';
import shortFormEn from './short-form/1.0.0.json';
import shortForm11En from './short-form/1.1.0.json';
import shortFormEnTwo from './short-form/2.0.0.json';
import {
  newOverlays as shortForm11Overlays,
  overlays as shortFormOverlays,
  overlaysOfTwo as shortFormOverlaysOfTwo,
} from './short-form/overlays.ts';
import coreEn from './workshop-core/1.0.0.json';
import { overlays as coreOverlays } from './workshop-core/overlays.ts';

/**
 * `shortOf`: the instrument of which this one asks only a part. Its answers count as they would there, the rest as not asked. `partOf`: the same of edition two,
 * where questions have the same keys in every depth; a domain of which the part asks nothing at all does not count.
 */
type Files = { frozen: unknown; overlays: Readonly<Record<string, unknown>>; shortOf?: string; partOf?: string };
/** Every released instrument by its key; of several versions the newest last. */
export const files: Record<string, Files> = {
  'ilo-ten-principles@1.0.0': { frozen: ilo10En, overlays: ilo10Overlays },
  'short-form@1.0.0': { frozen: shortFormEn, overlays: shortFormOverlays, shortOf: 'ilo-ten-principles@1.0.0' },
  'short-form@1.1.0': { frozen: shortForm11En, overlays: shortForm11Overlays, shortOf: 'ilo-ten-principles@1.0.0' },
  'workshop-core@1.0.0': { frozen: coreEn, overlays: coreOverlays, partOf: 'ilo-ten-principles@2.0.0' },
  'short-form@2.0.0': { frozen: shortFormEnTwo, overlays: shortFormOverlaysOfTwo, partOf: 'ilo-ten-principles@2.0.0' },
  'ilo-ten-principles@2.0.0': { frozen: ilo10EnTwo, overlays: ilo10OverlaysOfTwo },
  'ilo-employers-checklist@1.0.0': { frozen: checklistEn, overlays: checklistOverlays },
  'ilo-employers-checklist@2.0.0': { frozen: checklistEnTwo, overlays: checklistOverlaysOfTwo },
  'ifc-ps2@1.0.0': { frozen: ps2En, overlays: ps2Overlays },
  'equator-review@1.0.0': { frozen: equatorEn, overlays: equatorOverlays },
  'recruiter-review@1.0.0': { frozen: recruiterEn, overlays: recruiterOverlays },
  'recruiter-review@2.0.0': { frozen: recruiterEnTwo, overlays: recruiterOverlaysOfTwo },
  'better-work-cat@1.0.0': { frozen: betterWorkEn, overlays: betterWorkOverlays },
  'better-work-cat@2.0.0': { frozen: betterWorkEnTwo, overlays: betterWorkOverlaysOfTwo },
  'ilo-eleven-indicators@1.0.0': { frozen: ilo11En, overlays: ilo11Overlays },
  'ilo-eleven-indicators@2.0.0': { frozen: ilo11EnTwo, overlays: ilo11OverlaysOfTwo },
  'ilo-operational-indicators@1.0.0': { frozen: operationalEn, overlays: operationalOverlays },
  'ilo-operational-indicators@2.0.0': { frozen: operationalEnTwo, overlays: operationalOverlaysOfTwo },
};
