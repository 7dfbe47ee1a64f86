import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Settings } from './settings.js';

/** The resolved settings for whoever injects {@link Settings}. */
@Global()
@Module({})
export class SettingsModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}
