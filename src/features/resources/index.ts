export { ResourcesModule } from './resources.module.js';
export {
  type BlockedTime,
  type OfficeCaseworker,
  type OfficeInterpreter,
  type OfficeRoom,
  type OfficeSite,
  ResourceQueries,
} from './resource.queries.js';
