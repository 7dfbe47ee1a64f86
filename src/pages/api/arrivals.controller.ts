import { Body, Get, HttpStatus, Param, Post, Req, Res, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  type ArrivalImport,
  ArrivalImports,
  describeImport,
  type DescribedImport,
  ImportArrivals,
} from '../../features/arrivals/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { I18n } from '../../platform/i18n/i18n.js';
import { type ReceivedFile, ReceivesFile } from '../shared/receives-file.js';
import { ApiController } from './api-controller.js';
import { actorOf, type ApiRequest } from './api-request.js';

/** Languages of the messages; German when the caller asks for none of them. */
const LOCALES = ['de', 'en', 'fr'];

const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', description: 'CSV or XLSX, at most 10 MB' },
    dryRun: { type: 'string', enum: ['true', 'false'], default: 'false' },
  },
};

/** Lists of arrivals from registers. */
@ApiController('arrivals/imports', 'plan')
export class ArrivalsController {
  constructor(
    private readonly arrivals: ImportArrivals,
    private readonly imports: ArrivalImports,
    private readonly i18n: I18n,
  ) {}

  /**
   * Imports a list (201), or with `dryRun=true` only says what that would do (200). The same list twice changes
   * nothing the second time. Rows with errors are left out and named; line 1 holds the headings.
   */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ReceivesFile()
  async import(
    @Req() request: ApiRequest,
    @UploadedFile() file: ReceivedFile | undefined,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DescribedImport> {
    if (!file) throw new DomainError('arrivals-no-file', 'invalid');
    const dryRun = isDryRun(body['dryRun']);
    const imported = await this.arrivals.run({
      officeId: request.caller.officeId,
      actor: actorOf(request),
      fileName: file.originalname,
      bytes: file.buffer,
      dryRun,
    });
    response.status(dryRun ? HttpStatus.OK : HttpStatus.CREATED);
    response.location(`/api/v1/arrivals/imports/${imported.id}`);
    return this.described(request, imported);
  }

  /** The result of an import; of a dry run for a day. */
  @Get(':id')
  async one(@Req() request: ApiRequest, @Param('id') id: string): Promise<DescribedImport> {
    return this.described(request, await this.imports.get(request.caller.officeId, id));
  }

  private described(request: ApiRequest, imported: ArrivalImport): DescribedImport {
    const locale = request.acceptsLanguages(LOCALES) || 'de';
    return describeImport(imported, this.i18n.translator(locale));
  }
}

/** What is neither yes nor no must not save by mistake. */
function isDryRun(value: unknown): boolean {
  if (value === undefined || value === '' || value === 'false' || value === '0') return false;
  if (value === 'true' || value === '1') return true;
  throw new DomainError('bad-request', 'invalid', { field: 'dryRun' });
}
