import { Global, Module } from '@nestjs/common';
import { I18n } from './i18n.js';

/** The texts for whoever injects {@link I18n}. */
@Global()
@Module({ providers: [{ provide: I18n, useFactory: () => I18n.load() }], exports: [I18n] })
export class I18nModule {}
