import { z } from 'zod';

/** What browser and server say to each other while a key is created or used. Bytes are in base64url. */
const bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);
const token = z.string().max(20_000);
const transports = z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).max(7);
const credential = {
  id: bytes(2_000),
  rawId: bytes(2_000),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
};

/** The browser's answer after a passkey was made. `own`: a key that the browser made and encrypted; null where the passkey has no secret for it. */
export const keyAnswerSchema = z.object({
  token,
  passkey: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: bytes(10_000),
      attestationObject: bytes(20_000),
      transports: z.preprocess(
        (given) => (Array.isArray(given) ? given.filter((each) => transports.element.safeParse(each).success) : []),
        transports,
      ),
    }),
  }),
  own: z.object({ publicKey: bytes(500), sealedKey: bytes(1_000), proof: bytes(200) }).nullable(),
});
export type KeyAnswer = z.infer<typeof keyAnswerSchema>;

/** The browser's answer after the passkey confirmed a signature. `signatures`: of a key that the browser opened, one a file. */
export const signatureAnswerSchema = z.object({
  token,
  passkey: z.object({
    ...credential,
    response: z.object({ clientDataJSON: bytes(10_000), authenticatorData: bytes(5_000), signature: bytes(2_000) }),
  }),
  signatures: z.array(bytes(200)).max(20),
});
export type SignatureAnswer = z.infer<typeof signatureAnswerSchema>;

/** Options as WebAuthn has them in JSON: checked by the browser that is given them. */
const options = z.looseObject({ challenge: z.string() });
export const keyBegunSchema = z.object({ token, options, salt: bytes(100) });
export const signatureBegunSchema = z.object({
  token,
  options,
  own: z.object({ publicKey: bytes(500), sealedKey: bytes(1_000), salt: bytes(100) }).nullable(),
  toSign: z.array(bytes(2_000)).max(20),
});

/** Reads a form's field that contains one of these answers as JSON; null for anything else. */
export function readAnswer<T>(schema: z.ZodType<T>, given: string): T | null {
  try {
    const read = schema.safeParse(JSON.parse(given));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
