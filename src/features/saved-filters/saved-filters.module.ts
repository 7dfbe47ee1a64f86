import { Module } from '@nestjs/common';
import { SavedFilters } from './saved-filters.js';

/** Filters that people keep for themselves. */
@Module({ providers: [SavedFilters], exports: [SavedFilters] })
export class SavedFiltersModule {}
