import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '../database/database.js';

/** For load balancers and supervisors; shows no data. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can serve: database reachable, migrations applied, queue schema present. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await this.database.query('select 1 from migrations limit 1');
      await this.database.query(`select 1 from information_schema.schemata where schema_name = 'bullmq'`);
    } catch (cause) {
      throw new ServiceUnavailableException({ status: 'database unavailable' }, { cause });
    }
    return { status: 'ok' };
  }
}
