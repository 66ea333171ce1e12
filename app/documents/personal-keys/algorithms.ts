/** Signatures of passkeys that are taken, as COSE numbers them: ECDSA on P-256, RSA and Ed25519, each with SHA-256 or its own. */
export const algorithms = [-7, -257, -8] as const;
