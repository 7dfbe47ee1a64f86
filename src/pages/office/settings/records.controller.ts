import { Body, Get, Header, HttpStatus, Param, Post, Query, Req, Res, SetMetadata } from '@nestjs/common';
import type { Response } from 'express';
import { roleAllows } from '../../../features/staff/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';
import { ACCESS } from '../access.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { approvedIn, DisplacesPages } from './displaces-pages.js';
import type { Entries } from './forms/settings-form.js';
import { actionOf, RecordPages, type ShownRecord } from './record-pages.js';
import { SaveRecord } from './save-record.js';
import { entriesIn } from './typed-entries.js';
import { sectionNamed, type SettingsSection } from './settings-sections.js';
import { type SettingsWorld, SettingsWorlds } from './settings-world.js';

type Typed = Readonly<Record<string, unknown>>;

/** The records of the settings: planners look at them, administrators change them. */
@OfficeController('settings', 'settings')
export class RecordsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly worlds: SettingsWorlds,
    private readonly records: RecordPages,
    private readonly saving: SaveRecord,
    private readonly displaces: DisplacesPages,
  ) {}

  /** The list of a section, or the form of the one record that it has. */
  @Get(':section')
  @SetMetadata(ACCESS, 'plan')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@Req() request: OfficeRequest, @Param('section') key: string): Promise<string> {
    const section = sectionFor(request, key);
    const world = await this.worlds.of(await this.pages.context(request));
    return section.rows
      ? this.records.list(section, world)
      : this.records.shown(section, world.context.office.id, world);
  }

  @Get(':section/new')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async fresh(
    @Req() request: OfficeRequest,
    @Param('section') key: string,
    @Query('like') like: unknown,
  ): Promise<string> {
    const section = sectionFor(request, key);
    const world = await this.worlds.of(await this.pages.context(request));
    const entries =
      section.copy && typeof like === 'string'
        ? section.copy(await this.saving.entriesOf(section, readId(like), world))
        : section.form.entriesOf(null, world);
    return this.records.form({ section, id: null, mark: '', entries, errors: [] }, world);
  }

  @Get(':section/:id')
  @SetMetadata(ACCESS, 'plan')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async one(
    @Req() request: OfficeRequest,
    @Param('section') key: string,
    @Param('id') id: string,
  ): Promise<string> {
    const world = await this.worlds.of(await this.pages.context(request));
    return this.records.shown(sectionFor(request, key), readId(id), world);
  }

  @Post(':section')
  async saveOnly(
    @Req() request: OfficeRequest,
    @Param('section') key: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const section = sectionFor(request, key);
    if (section.rows) throw new DomainError('not-found', 'not-found');
    await this.save({ section, id: request.staff.officeId }, { request, body, response });
  }

  @Post(':section/:id')
  async saveOne(
    @Req() request: OfficeRequest,
    @Param('section') key: string,
    @Param('id') id: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const which = { section: sectionFor(request, key), id: id === 'new' ? null : readId(id) };
    await this.save(which, { request, body, response });
  }

  private async save(
    { section, id }: Pick<ShownRecord, 'section' | 'id'>,
    { request, body, response }: { request: OfficeRequest; body: Typed; response: Response },
  ): Promise<void> {
    const world = await this.worlds.of(await this.pages.context(request));
    if (id !== null) await this.saving.assertThere(section, id, world);
    const entries = typedEntries(body, section, world);
    const { mark = '' } = entriesIn(body, ['mark']);
    const shown = { section, id, mark, entries, errors: [] };
    const answer = (status: HttpStatus, page: string): unknown =>
      response.status(status).type('html').send(page);
    const outcome = await this.saving.answer(body['do'], shown, { approved: approvedIn(body), world });
    if (outcome.kind === 'looking') {
      answer(HttpStatus.OK, await this.records.form(shown, world));
    } else if (outcome.kind === 'done') {
      const next = section.rows ? settingsPaths.section(section.key) : actionOf(section, id);
      response.redirect(HttpStatus.SEE_OTHER, announcing(next, 'saved'));
    } else if (outcome.kind === 'wrong') {
      const page = await this.records.form({ ...shown, errors: outcome.errors }, world);
      answer(HttpStatus.UNPROCESSABLE_ENTITY, page);
    } else if (outcome.kind === 'changed-meanwhile') {
      answer(HttpStatus.CONFLICT, await this.records.conflict(shown, outcome.now, world));
    } else {
      const wanted = { action: actionOf(section, id), fields: Object.entries({ ...entries, mark }) };
      answer(HttpStatus.CONFLICT, await this.displaces.page(world.context, outcome.talks, wanted));
    }
  }
}

/** Throws `forbidden` for a section that the reader may not look at. */
function sectionFor({ staff }: OfficeRequest, key: string): SettingsSection {
  const section = sectionNamed(key);
  if (!roleAllows(staff.role, section.access ?? 'plan')) throw new DomainError('forbidden', 'forbidden');
  return section;
}

/** What was typed, by the names that a form of this kind can have; lines of languages are as many as were sent. */
function typedEntries(body: Typed, { form }: SettingsSection, world: SettingsWorld): Entries {
  const isLine = (name: string): boolean => /^(language|level|dialect|qualification)-\d{1,2}$/.test(name);
  const lines = Object.keys(body).filter(isLine);
  const others = Object.keys(form.entriesOf(null, world)).filter((name) => !isLine(name));
  return entriesIn(body, [...others, ...lines]);
}
