import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/index.js';
import { TextsModule } from '../texts/index.js';
import { ExampleOffice } from './example-office.js';

@Module({ imports: [NoticesModule, TextsModule], providers: [ExampleOffice], exports: [ExampleOffice] })
export class ExampleOfficeModule {}
