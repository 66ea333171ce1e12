import { randomBytes, webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  CryptoEngine,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });
const sha256Oid = '2.16.840.1.101.3.4.2.1';
const extKeyUsageOid = '2.5.29.37';
const timeStampingOid = '1.3.6.1.5.5.7.3.8';
const tstInfoOid = '1.2.840.113549.1.9.16.1.4';

/** id-aa-timeStampToken: the unsigned attribute of a signature that contains its time stamp. */
export const timestampOid = '1.2.840.113549.1.9.16.2.14';

/** A time stamp as read: `at`, by the clock of the service, in ISO 8601; whose certificate signed it. Trust in that certificate is a separate question. */
export type TimestampRead = { isValid: boolean; at: string | null; name: string | null; fingerprint: string | null };

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const digest = async (bytes: Uint8Array) => new Uint8Array(await webcrypto.subtle.digest('SHA-256', bufferOf(bytes)));

/** A request for a time stamp of these octets, in DER, with a nonce that the answer repeats. */
export async function timestampRequest(octets: Uint8Array): Promise<{ request: Uint8Array; nonce: Uint8Array }> {
  const nonce = new Uint8Array(randomBytes(16));
  // Positive and without leading zero, so that there is one way to write it.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid, algorithmParams: new asn1.Null() }),
      hashedMessage: new asn1.OctetString({ valueHex: bufferOf(await digest(octets)) }),
    }),
    nonce: new asn1.Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  });
  return { request: new Uint8Array(request.toSchema().toBER(false)), nonce };
}

/** The token in the answer of a service, in DER; null where it refuses, or where the token is not a valid stamp of these octets with this nonce. */
export async function tokenOf(
  answer: Uint8Array,
  { octets, nonce }: { octets: Uint8Array; nonce: Uint8Array },
): Promise<Uint8Array | null> {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(bufferOf(answer));
    if (status.status > 1 || !timeStampToken) return null;
    const token = new Uint8Array(timeStampToken.toSchema().toBER(false));
    const info = infoOf(new SignedData({ schema: timeStampToken.content }));
    const repeated = info.nonce ? Buffer.from(info.nonce.valueBlock.valueHexView) : Buffer.alloc(0);
    return repeated.equals(nonce) && (await readTimestamp(token, octets)).isValid ? token : null;
  } catch {
    return null;
  }
}

/** Reads and checks a token: its signature, that its certificate is for time stamps, and that it is a stamp of these octets. */
export async function readTimestamp(token: Uint8Array, octets: Uint8Array): Promise<TimestampRead> {
  const unreadable = { isValid: false, at: null, name: null, fingerprint: null };
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(bufferOf(token)).content });
    const info = infoOf(signed);
    const certificate = stampingCertificate(signed);
    if (!certificate) return unreadable;
    const imprint = info.messageImprint;
    const isOfOctets =
      imprint.hashAlgorithm.algorithmId === sha256Oid &&
      Buffer.from(imprint.hashedMessage.valueBlock.valueHexView).equals(await digest(octets));
    const isSigned = isOfOctets && (await signed.verify({ signer: 0, data: bufferOf(octets), checkChain: false }, engine));
    const at = info.genTime;
    const isInTime = at >= certificate.notBefore.value && at <= certificate.notAfter.value;
    const der = new Uint8Array(certificate.toSchema(true).toBER(false));
    const found = certificate.subject.typesAndValues.find(({ type }) => type === '2.5.4.3');
    return {
      ...{ isValid: isSigned && isInTime, at: at.toISOString(), fingerprint: Buffer.from(await digest(der)).toString('hex') },
      name: found ? String(found.value.valueBlock.value) : null,
    };
  } catch {
    return unreadable;
  }
}

function infoOf({ encapContentInfo }: SignedData): TSTInfo {
  if (encapContentInfo.eContentType !== tstInfoOid || !encapContentInfo.eContent) throw new Error('The token is no time stamp.');
  return TSTInfo.fromBER(bufferOf(new Uint8Array(encapContentInfo.eContent.getValue())));
}

/** The certificate of the token's signer, if it is for time stamps and for nothing else (RFC 3161, 2.3). */
function stampingCertificate({ certificates, signerInfos }: SignedData): Certificate | null {
  const [signer] = signerInfos;
  const serial = signer && 'serialNumber' in signer.sid ? signer.sid.serialNumber : null;
  const own = certificates?.filter((each): each is Certificate => each instanceof Certificate) ?? [];
  const found = serial === null ? undefined : own.find((each) => each.serialNumber.isEqual(serial));
  const usage = found?.extensions?.find(({ extnID }) => extnID === extKeyUsageOid)?.parsedValue;
  const isForStamps = usage instanceof ExtKeyUsage && usage.keyPurposes.length === 1 && usage.keyPurposes[0] === timeStampingOid;
  return found && isForStamps ? found : null;
}
