import { createHmac, timingSafeEqual } from 'node:crypto';

const PROOF_BYTES = 10;
/** `return+` and 52 hexadecimal digits: a local part has room for 64 characters. Some servers change its case. */
const ADDRESS = /return\+([0-9a-f]{32})([0-9a-f]{20})@/gi;

/**
 * The address to which what becomes of a notice is reported (VERP): `return+<notice><proof>@<domain>`. Nobody who has
 * not seen a mail can make one up: 80 bits of proof under the installation's secret key.
 */
export function returnAddress(noticeId: string, secretKey: string, domain: string): string {
  return `return+${noticeId.replaceAll('-', '')}${proofOf(noticeId, secretKey)}@${domain}`;
}

/** The notices whose return addresses stand in a text; made-up ones are left out. */
export function noticesReturned(text: string, secretKey: string): string[] {
  const found = [...text.matchAll(ADDRESS)].flatMap(([, digits = '', proof = '']) => {
    const noticeId = digits.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return isProof(proof.toLowerCase(), noticeId, secretKey) ? [noticeId] : [];
  });
  return [...new Set(found)];
}

function proofOf(noticeId: string, secretKey: string): string {
  const mac = createHmac('sha256', secretKey).update(`return-address ${noticeId}`).digest();
  return mac.subarray(0, PROOF_BYTES).toString('hex');
}

function isProof(proof: string, noticeId: string, secretKey: string): boolean {
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(noticeId, secretKey)));
}
