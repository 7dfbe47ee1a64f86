import { Controller, Get, Header, NotFoundException, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Settings } from '../config/settings.js';
import { mayScrape } from './may-scrape.js';
import { Metrics } from './metrics.js';

/** For Prometheus: figures without names, ids or tokens. To everybody else the address does not exist. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async show(@Req() { socket, headers }: Request): Promise<string> {
    const scraper = { address: socket.remoteAddress, headers };
    if (!mayScrape(scraper, this.settings.metricsToken)) throw new NotFoundException();
    return this.metrics.text();
  }
}
