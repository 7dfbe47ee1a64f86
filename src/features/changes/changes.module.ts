import { Module } from '@nestjs/common';
import { ChangeBell } from './change-bell.js';
import { ChangeQueries } from './change.queries.js';

/** What changed lately, for pages that are open. */
@Module({ providers: [ChangeBell, ChangeQueries], exports: [ChangeBell, ChangeQueries] })
export class ChangesModule {}
