import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { OfficesModule } from '../offices/index.js';
import { StaffModule } from '../staff/index.js';
import { TalksModule } from '../talks/index.js';
import { TariffsModule } from '../tariffs/index.js';
import { AccountPasswords } from './account-passwords.js';
import { CarefulChanges } from './careful-changes.js';
import { ChangeSettings } from './change-settings.js';
import { ComingTalks } from './coming-talks.js';
import { DisplacedTalks } from './displaced-talks.js';
import { FirstStepQueries } from './first-steps.queries.js';
import { OpenOffice } from './open-office.js';
import { OwnPassword } from './own-password.js';
import { SettingsLists } from './settings-lists.js';

/** What an office keeps about itself, changed without breaking booked talks silently. */
@Module({
  imports: [AuditModule, OfficesModule, StaffModule, TalksModule, TariffsModule],
  providers: [
    AccountPasswords,
    CarefulChanges,
    ChangeSettings,
    ComingTalks,
    DisplacedTalks,
    FirstStepQueries,
    OpenOffice,
    OwnPassword,
    SettingsLists,
  ],
  exports: [
    AccountPasswords,
    ChangeSettings,
    DisplacedTalks,
    FirstStepQueries,
    OpenOffice,
    OwnPassword,
    SettingsLists,
  ],
})
export class SettingsModule {}
