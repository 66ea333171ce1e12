/** Which stored files are evidence, of an answer or of a finding, or were sent to become it: all but the files of imports. */
export const ofEvidence = { OR: [{ responseId: { not: null } }, { importBatches: { none: {} } }] };
