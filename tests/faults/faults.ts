import type { Fault } from './fault';
import { importFaults } from './imports';
import { recorderFaults } from './offline-recorder';
import { reportFaults } from './reports';
import { requestFaults } from './requests';
import { safetyFaults } from './safety-of-people';
import { scoringFaults } from './scoring';
import { supervisionFaults } from './supervision';
import { tenancyFaults } from './tenancy';

export const faults: readonly Fault[] = [
  ...tenancyFaults,
  ...safetyFaults,
  ...reportFaults,
  ...importFaults,
  ...scoringFaults,
  ...recorderFaults,
  ...requestFaults,
  ...supervisionFaults,
];
