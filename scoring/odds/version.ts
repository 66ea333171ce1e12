/** Version of the calculation. Raised whenever the same input with the same dated numbers and tables would give another result. */
export const engineVersion = '2.0.1';
/** The day (ISO date) from which suppliers are scored by it. Earlier days can be computed by it too. */
export const engineSince = '2026-11-30';
