export { ResourcesModule } from './resources.module.js';
export {
  type BlockedTime,
  type OfficeCaseworker,
  type OfficeInterpreter,
  type OfficeRoom,
  ResourceQueries,
} from './resource.queries.js';
