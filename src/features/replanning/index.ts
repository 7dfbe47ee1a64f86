export { ReplanningModule } from './replanning.module.js';
export { DisplacedWays, type DisplacedRow, type DisplacedWay } from './displaced-ways.js';
export { ReplanDisplaced } from './replan-displaced.js';
