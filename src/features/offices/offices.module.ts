import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { Offices } from './offices.js';
import { SaveWeights } from './save-weights.js';

@Module({ imports: [AuditModule], providers: [Offices, SaveWeights], exports: [Offices, SaveWeights] })
export class OfficesModule {}
