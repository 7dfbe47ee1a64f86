import { Module } from '@nestjs/common';
import { AccountMunicipality } from './account-municipality.js';
import { Municipalities } from './municipalities.js';

const exported = [AccountMunicipality, Municipalities];

@Module({ providers: exported, exports: exported })
export class MunicipalitiesModule {}
