import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/index.js';
import { ExampleOffice } from './example-office.js';

@Module({ imports: [NoticesModule], providers: [ExampleOffice], exports: [ExampleOffice] })
export class ExampleOfficeModule {}
