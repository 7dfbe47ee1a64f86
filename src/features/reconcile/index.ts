export { ReconcileWorkerModule } from './jobs/reconcile-worker.module.js';
export { Reconcile } from './reconcile.js';
export { ReconcileModule } from './reconcile.module.js';
