/** Grows when the words or the build of the mails change, so that staff can tell which text someone received. */
export const TEMPLATE_VERSION = '2';
