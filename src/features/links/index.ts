export { Links, type ResolvedLink } from './links.js';
export { LinksModule } from './links.module.js';
export { WrongLinks } from './wrong-links.js';
