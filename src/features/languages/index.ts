export { LanguagesModule } from './languages.module.js';
export { Languages, type Language } from './languages.js';
export { languageSpellings } from './find-language.js';
