/**
 * Why an address was not fetched: not an address we may ask, not https, a private network, too many redirects, too
 * large, too slow, an answer other than 200, or nobody there.
 */
export type OutgoingProblem =
  'address' | 'scheme' | 'private' | 'redirects' | 'too-large' | 'too-slow' | 'status' | 'unreachable';

/** An address that was not fetched; the reason is safe to show to whoever named the address. */
export class OutgoingRefused extends Error {
  override readonly name = 'OutgoingRefused';

  constructor(readonly problem: OutgoingProblem) {
    super(`not fetched: ${problem}`);
  }
}
