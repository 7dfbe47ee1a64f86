import { Module } from '@nestjs/common';
import { Municipalities } from './municipalities.js';

@Module({ providers: [Municipalities], exports: [Municipalities] })
export class MunicipalitiesModule {}
