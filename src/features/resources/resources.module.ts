import { Module } from '@nestjs/common';
import { ResourceQueries } from './resource.queries.js';

/** Rooms, caseworkers and interpreters as lists. */
@Module({ providers: [ResourceQueries], exports: [ResourceQueries] })
export class ResourcesModule {}
