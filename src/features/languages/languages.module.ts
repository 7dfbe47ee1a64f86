import { Module } from '@nestjs/common';
import { Languages } from './languages.js';

@Module({ providers: [Languages], exports: [Languages] })
export class LanguagesModule {}
