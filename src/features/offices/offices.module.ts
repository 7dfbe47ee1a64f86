import { Module } from '@nestjs/common';
import { Offices } from './offices.js';

@Module({ providers: [Offices], exports: [Offices] })
export class OfficesModule {}
