/** `061 555 01 00` → `tel:+41615550100`; a number that starts with + or 00 keeps its country. */
export function phoneHref(phone: string): string {
  const digits = phone.replaceAll(/\(0\)|[^\d+]/g, '');
  return `tel:${digits.replace(/^00/, '+').replace(/^0/, '+41')}`;
}
