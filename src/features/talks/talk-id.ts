const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Anything else in an address is a talk that does not exist, not a fault of the database. */
export function isTalkId(text: string): boolean {
  return UUID.test(text);
}
