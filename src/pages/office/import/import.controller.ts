import { Get, Header, HttpStatus, Post, Req, Res, UploadedFile } from '@nestjs/common';
import type { Response } from 'express';
import { ArrivalImports, ImportArrivals, refusalWords } from '../../../features/arrivals/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { ImportPage } from '../../../templates/pages/office/import-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { type ReceivedFile, ReceivesFile } from '../../shared/receives-file.js';
import { assertCsrfToken } from '../csrf.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { TakesFile } from '../takes-file.js';
import { importPageView } from './import.view.js';

const LATEST = 10;

/** *Import*: a list of arrivals is uploaded; what it holds is shown before anything is saved. */
@OfficeController('import', 'plan')
export class ImportController {
  constructor(
    private readonly pages: OfficePages,
    private readonly arrivals: ImportArrivals,
    private readonly imports: ArrivalImports,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    return this.form(await this.pages.context(request), []);
  }

  /** Reads the file and leads to its preview. */
  @Post()
  @TakesFile()
  @ReceivesFile()
  async upload(
    @Req() request: OfficeRequest,
    @UploadedFile() file: ReceivedFile | undefined,
    @Res() response: Response,
  ): Promise<void> {
    assertCsrfToken(request);
    const context = await this.pages.context(request);
    try {
      const preview = await this.preview(context, file);
      response.redirect(303, officePaths.savedImport(preview.id));
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      const page = await this.form(context, [{ field: 'file', text: refusalWords(error, context.t) }]);
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
    }
  }

  private preview(
    { office, staff }: OfficeContext,
    file: ReceivedFile | undefined,
  ): ReturnType<ImportArrivals['run']> {
    if (!file || file.originalname === '') throw new DomainError('arrivals-no-file', 'invalid');
    return this.arrivals.run({
      officeId: office.id,
      actor: `staff:${staff.id}`,
      fileName: file.originalname,
      bytes: file.buffer,
      dryRun: true,
    });
  }

  private async form(context: OfficeContext, errors: readonly FieldError[]): Promise<string> {
    const { t } = context;
    const view = importPageView(context, await this.imports.latest(context.office.id, LATEST), errors);
    const title = t('arrivals:page.title');
    return this.pages.render(context, {
      title: errors.length > 0 ? t('validation:title', { title }) : title,
      current: 'import',
      body: ImportPage({ view, t }),
    });
  }
}
