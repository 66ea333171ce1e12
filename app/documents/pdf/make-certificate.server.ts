import { randomBytes, webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, CryptoEngine, Extension } from 'pkijs';

const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });
const years = 10;
const commonName = '2.5.4.3';
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * A new key (ECDSA, P-256) with a certificate that it signs itself: `organization` as subject, ten years, for signatures alone. The key in PKCS #8, the
 * certificate in DER. Readers trust it by its fingerprint, or because a party they trust vouches for it; a key of a trust service can replace it.
 */
export async function makeCertificate(options: {
  organization: string;
  now: Date;
}): Promise<{ privateKey: Uint8Array; certificate: Uint8Array }> {
  const keys = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const certificate = new Certificate({ version: 2 });
  certificate.serialNumber = new asn1.Integer({ valueHex: positive(randomBytes(16)) });
  for (const name of [certificate.issuer, certificate.subject])
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: commonName, value: new asn1.Utf8String({ value: options.organization.slice(0, 64) }) }),
    );
  certificate.notBefore.value = options.now;
  certificate.notAfter.value = new Date(
    Date.UTC(options.now.getUTCFullYear() + years, options.now.getUTCMonth(), options.now.getUTCDate()),
  );
  // digitalSignature and nonRepudiation.
  const usage = new asn1.BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 });
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER(false) }),
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: new BasicConstraints({ cA: false }).toSchema().toBER(false) }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as unknown as CryptoKey, engine);
  await certificate.sign(keys.privateKey as unknown as CryptoKey, 'SHA-256', engine);
  return {
    privateKey: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
    certificate: new Uint8Array(certificate.toSchema(true).toBER(false)),
  };
}

function positive(bytes: Buffer): ArrayBuffer {
  bytes[0] = (bytes[0] ?? 0) & 0x7f || 1;
  return new Uint8Array(bytes).buffer;
}

/** The private key for use. @throws when it is none */
export async function openPrivateKey(pkcs8: Uint8Array): Promise<CryptoKey> {
  return (await webcrypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['sign'])) as unknown as CryptoKey;
}
