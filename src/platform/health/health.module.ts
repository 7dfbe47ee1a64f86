import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Serving } from './serving.js';

@Module({ controllers: [HealthController], providers: [Serving], exports: [Serving] })
export class HealthModule {}
