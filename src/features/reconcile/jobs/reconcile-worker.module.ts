import { Module } from '@nestjs/common';
import { ReconcileModule } from '../reconcile.module.js';
import { ReconcileClockwork } from './reconcile-clockwork.js';

/** Reconciling by itself: for worker processes only. */
@Module({ imports: [ReconcileModule], providers: [ReconcileClockwork] })
export class ReconcileWorkerModule {}
