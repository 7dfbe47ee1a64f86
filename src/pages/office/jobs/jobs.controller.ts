import { Get, Header, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { EndJob, JobQueries } from '../../../features/jobs/index.js';
import { JobPage } from '../../../templates/pages/office/jobs/job-page.js';
import { jobPaths } from '../../../templates/pages/office/jobs/job-paths.js';
import { JobsPage } from '../../../templates/pages/office/jobs/jobs-page.js';
import { ActorNames } from '../actor-names.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { JobDetails } from './job-details.js';
import { jobLine, jobView, resultAddress } from './job.view.js';

const LATEST = 50;
/** Seconds between two looks without a script. */
const REFRESH_SECONDS = 3;

/** Long work: each has a lasting address with its progress, and afterwards its result. */
@OfficeController('jobs', 'plan')
export class JobsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly jobs: JobQueries,
    private readonly details: JobDetails,
    private readonly endJob: EndJob,
    private readonly actors: ActorNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { office, t } = context;
    const [jobs, nameOf] = await Promise.all([
      this.jobs.list(office.id, LATEST),
      this.actors.of(office.id, t),
    ]);
    const lines = jobs.map((job) => jobLine(job, nameOf(job.createdBy), context));
    const body = JobsPage({ jobs: lines, t });
    return this.pages.render(context, { title: t('jobs:list.title'), current: null, body });
  }

  /** A finished job whose result has a page of its own leads there. */
  @Get(':id')
  async show(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { office, t } = context;
    const job = await this.jobs.get(office.id, id);
    const result = resultAddress(job);
    if (result !== undefined) {
      response.redirect(HttpStatus.SEE_OTHER, result);
      return;
    }
    const [details, nameOf] = await Promise.all([
      this.details.of(office.id, id),
      this.actors.of(office.id, t),
    ]);
    const view = jobView(job, { ...details, who: nameOf(job.createdBy) }, context);
    const page = await this.pages.render(context, {
      title: view.title,
      current: null,
      body: JobPage({ view, t }),
      ...(view.isUnderWay ? { refreshSeconds: REFRESH_SECONDS } : {}),
    });
    response.type('html').send(page);
  }

  @Post(':id/cancel')
  async cancel(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.endJob.cancel(whose(request, id));
    response.redirect(HttpStatus.SEE_OTHER, jobPaths.job(id));
  }

  @Post(':id/restart')
  async restart(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.endJob.restart(whose(request, id));
    response.redirect(HttpStatus.SEE_OTHER, jobPaths.job(id));
  }
}

function whose({ staff }: OfficeRequest, jobId: string): Parameters<EndJob['cancel']>[0] {
  return { officeId: staff.officeId, jobId, actor: `staff:${staff.id}` };
}
