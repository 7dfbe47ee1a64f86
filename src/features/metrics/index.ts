export { ProductMetricsModule } from './product-metrics.module.js';
