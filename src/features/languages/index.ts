export { LanguagesModule } from './languages.module.js';
export { Languages, type Language } from './languages.js';
export { findLanguage, languageSpellings } from './find-language.js';
