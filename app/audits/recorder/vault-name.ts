/** The name of the browser's store of one audit. */
export const vaultName = (auditId: string) => `manumit-audit-${auditId}`;
