export { CalendarLinks, type CalendarOwner } from './calendar-links.js';
export { InterpreterLinks, SIGN_IN_MINUTES, type SignInLink } from './interpreter-links.js';
export { readCode } from './letter-code.js';
export { Links, type PaperLink, type ResolvedLink } from './links.js';
export { LinksModule } from './links.module.js';
export { WrongLinks } from './wrong-links.js';
