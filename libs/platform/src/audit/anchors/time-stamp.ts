import { createHash, randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  ContentInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const PATIENCE_MS = 10_000;
const LARGEST_ANSWER = 100_000;

/** Has a text stamped by an authority. @returns its answer in DER. @throws where it gives no stamp of this text. */
export type Stamper = (text: string) => Promise<Buffer>;

/** Asks a time-stamping authority by RFC 3161 over HTTP. */
export const timeStamper =
  (url: string): Stamper =>
  async (text) => {
    const hash = createHash('sha256').update(text).digest();
    const nonce = randomBytes(8);
    // A number that is neither negative nor begins with a zero.
    nonce[0] = (nonce[0]! & 0x7f) | 0x40;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: requestOf(hash, nonce),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = Buffer.from(await response.arrayBuffer());
    if (!response.ok || answer.byteLength > LARGEST_ANSWER)
      throw new Error(`The time-stamping authority answered ${response.status}`);
    checkStamp(answer, hash, nonce);
    return answer;
  };

function requestOf(hash: Buffer, nonce: Buffer): Uint8Array<ArrayBuffer> {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(hash).buffer }),
    }),
    nonce: new Integer({ valueHex: Uint8Array.from(nonce).buffer }),
    // The stamp can be verified for as long as the certificate is in it.
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * Checks that an answer grants a stamp, and of what was asked. Whose signature it is tells `openssl ts -verify` with the
 * authority's certificate.
 */
function checkStamp(answer: Buffer, hash: Buffer, nonce: Buffer) {
  const { status, timeStampToken } = TimeStampResp.fromBER(Uint8Array.from(answer).buffer);
  const isGranted = Number(status.status) === 0 || Number(status.status) === 1;
  if (!isGranted || !timeStampToken)
    throw new Error(`The time-stamping authority refused (${String(status.status)})`);
  const info = stampInfo(timeStampToken);
  const isOfThis =
    hash.equals(Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView)) &&
    info.nonce !== undefined &&
    nonce.equals(Buffer.from(info.nonce.valueBlock.valueHexView));
  if (!isOfThis) throw new Error('The time-stamping authority stamped something else');
}

function stampInfo(token: ContentInfo): TSTInfo {
  const signed = new SignedData({ schema: token.content });
  const content = signed.encapContentInfo.eContent;
  if (!content) throw new Error('The stamp holds nothing');
  return TSTInfo.fromBER(Uint8Array.from(Buffer.from(content.getValue())).buffer);
}
