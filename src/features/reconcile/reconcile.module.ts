import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/index.js';
import { Reconcile } from './reconcile.js';

/** Facts that must agree, compared and put right. */
@Module({ imports: [NoticesModule], providers: [Reconcile], exports: [Reconcile] })
export class ReconcileModule {}
