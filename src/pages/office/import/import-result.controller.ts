import { Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ArrivalImports, ImportArrivals } from '../../../features/arrivals/index.js';
import { Municipalities } from '../../../features/municipalities/index.js';
import { ImportResultPage } from '../../../templates/pages/office/import-result-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { LanguageNames } from '../language-names.js';
import { RecordsReading } from '../../shared/records-reading.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { errorsCsv } from './errors-csv.js';
import { importResultView } from './import.view.js';

const SAMPLE = 10;

/** The preview of a file, saving or discarding it, and afterwards what came of it. */
@OfficeController('import/:id', 'plan')
export class ImportResultController {
  constructor(
    private readonly pages: OfficePages,
    private readonly arrivals: ImportArrivals,
    private readonly imports: ArrivalImports,
    private readonly languageNames: LanguageNames,
    private readonly municipalities: Municipalities,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Param('id') id: string): Promise<string> {
    const context = await this.pages.context(request);
    const imported = await this.imports.get(context.office.id, id);
    const [sample, languages, municipalities] = await Promise.all([
      this.imports.sample(context.office.id, id, SAMPLE),
      this.languageNames.in(context.locale),
      this.municipalities.validOn(context.today),
    ]);
    const names = {
      languages,
      municipalities: new Map(municipalities.map((each) => [each.bfsNumber, each.name])),
    };
    const view = importResultView(context, imported, sample, names);
    const body = ImportResultPage({ view, t: context.t });
    return this.pages.render(context, { title: view.title, current: 'import', body });
  }

  /** Takes all valid rows; a second click changes nothing. */
  @Post()
  async save(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { staff } = request;
    await this.arrivals.save(staff.officeId, id, `staff:${staff.id}`);
    response.redirect(303, `${officePaths.savedImport(id)}?done=imported`);
  }

  @Post('discard')
  async discard(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.imports.discard(request.staff.officeId, id);
    response.redirect(303, officePaths.import);
  }

  @Get('errors.csv')
  @RecordsReading({ action: 'import-errors-exported', subjectKind: 'import', parameter: 'id', sends: true })
  async errors(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { office, t } = await this.pages.context(request);
    const imported = await this.imports.get(office.id, id);
    response.attachment('import-errors.csv').type('text/csv; charset=utf-8').send(errorsCsv(imported, t));
  }
}
