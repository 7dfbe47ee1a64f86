import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A municipality by its number at the Federal Statistical Office, within its validity. */
export interface Municipality {
  readonly bfsNumber: number;
  readonly name: string;
  readonly canton: string;
}

/** Reads the municipalities that exist on a day: they merge, and numbers are never used again. */
@Injectable()
export class Municipalities {
  constructor(private readonly database: Database) {}

  /** @param day local date `YYYY-MM-DD` */
  validOn(day: string): Promise<Municipality[]> {
    return this.database.query<Municipality>(
      `select bfs_number as "bfsNumber", name, canton from municipalities
        where valid_from <= $1::date and (valid_until is null or valid_until >= $1::date) order by name`,
      [day],
    );
  }
}
