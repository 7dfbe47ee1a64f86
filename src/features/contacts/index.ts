export { emailIndex, phoneIndex } from './contact-index.js';
export { openContact, openedContact, saveContact, sealedContact } from './contacts.js';
export { demandKeys, openContactKeys, withKeyLock } from './open-contact-keys.js';
export { forgetContactKey, rotateContactKeys } from './rotate-contact-keys.js';
