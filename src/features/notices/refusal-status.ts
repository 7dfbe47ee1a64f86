/** Bad address, disabled mailbox, or needs SMTPUTF8 (RFC 3463); 5.1.7 and 5.1.8 speak of the sender. */
const ADDRESS_FAULT = /^5\.(1\.(?![78]$)\d+|2\.1|6\.7)$/;

/** Whether an enhanced status says that the address cannot be written to, now or later. */
export function isAddressStatus(status: string): boolean {
  return ADDRESS_FAULT.test(status);
}

/** Whether an enhanced status says that the mailbox is full. */
export function isFullMailboxStatus(status: string): boolean {
  return /^[45]\.2\.2$/.test(status);
}
