import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '../database/database.js';
import { QueueState } from '../queue/queue-state.js';
import { Serving } from './serving.js';

/** What a process says of itself; `queue` is left out as long as it answers. */
interface Readiness {
  readonly status: string;
  readonly queue?: 'away';
}

/** For load balancers and supervisors; shows no data. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueState,
    private readonly serving: Serving,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /**
   * The process can serve: it is not about to stop, the database is reachable and has its migrations. A queue that is
   * away is said and keeps nobody from serving: work that it would have woken is found in the database.
   */
  @Get('ready')
  async ready(): Promise<Readiness> {
    if (this.serving.isEnding) throw new ServiceUnavailableException({ status: 'stopping' });
    try {
      await this.database.query('select 1 from migrations limit 1');
    } catch (cause) {
      throw new ServiceUnavailableException({ status: 'database unavailable' }, { cause });
    }
    return (await this.queue.isUp()) ? { status: 'ok' } : { status: 'ok', queue: 'away' };
  }
}
