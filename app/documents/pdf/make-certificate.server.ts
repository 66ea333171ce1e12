import { randomBytes, webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, CryptoEngine, Extension } from 'pkijs';

const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });
const years = 10;
const yearsOfPerson = 3;
const commonName = '2.5.4.3';
const organizationName = '2.5.4.10';
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
  const certificate = signingCertificate(options.now, { years });
  for (const name of [certificate.issuer, certificate.subject]) name.typesAndValues.push(attribute(commonName, options.organization));
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as unknown as CryptoKey, engine);
  await certificate.sign(keys.privateKey as unknown as CryptoKey, 'SHA-256', engine);
  return {
    privateKey: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
    certificate: derOf(certificate),
  };
}

/** A certificate for a person's key on P-256, issued with the organization's key: for signatures alone, three years. In DER. */
export async function issueCertificate(
  options: { publicKey: Uint8Array; person: string; organization: string; now: Date },
  issuer: { certificate: Uint8Array; privateKey: CryptoKey },
): Promise<Uint8Array> {
  const certificate = signingCertificate(options.now, { years: yearsOfPerson });
  certificate.issuer = Certificate.fromBER(new Uint8Array(issuer.certificate).buffer).subject;
  certificate.subject.typesAndValues.push(attribute(commonName, options.person), attribute(organizationName, options.organization));
  const key = await webcrypto.subtle.importKey('spki', options.publicKey, curve, true, ['verify']);
  await certificate.subjectPublicKeyInfo.importKey(key as unknown as CryptoKey, engine);
  await certificate.sign(issuer.privateKey, 'SHA-256', engine);
  return derOf(certificate);
}

/** Whether a certificate is in force, and for another day. */
export function isInForce(certificate: Uint8Array, now: Date): boolean {
  const { notBefore, notAfter } = Certificate.fromBER(new Uint8Array(certificate).buffer);
  return notBefore.value <= now && notAfter.value.getTime() > now.getTime() + 86_400_000;
}

const derOf = (certificate: Certificate) => new Uint8Array(certificate.toSchema(true).toBER(false));

const attribute = (type: string, value: string) =>
  new AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value: value.slice(0, 64) }) });

/** In force from `now` on, for signatures of documents. */
function signingCertificate(now: Date, { years }: { years: number }): Certificate {
  const certificate = new Certificate({ version: 2 });
  certificate.serialNumber = new asn1.Integer({ valueHex: positive(randomBytes(16)) });
  certificate.notBefore.value = now;
  certificate.notAfter.value = new Date(Date.UTC(now.getUTCFullYear() + years, now.getUTCMonth(), now.getUTCDate()));
  // digitalSignature and nonRepudiation.
  const usage = new asn1.BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 });
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER(false) }),
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: new BasicConstraints({ cA: false }).toSchema().toBER(false) }),
  ];
  return certificate;
}

function positive(bytes: Buffer): ArrayBuffer {
  bytes[0] = (bytes[0] ?? 0) & 0x7f || 1;
  return new Uint8Array(bytes).buffer;
}

/** The private key for use. @throws when it is none */
export async function openPrivateKey(pkcs8: Uint8Array): Promise<CryptoKey> {
  return (await webcrypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['sign'])) as unknown as CryptoKey;
}
