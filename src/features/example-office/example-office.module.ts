import { Module } from '@nestjs/common';
import { ExampleOffice } from './example-office.js';

@Module({ providers: [ExampleOffice], exports: [ExampleOffice] })
export class ExampleOfficeModule {}
