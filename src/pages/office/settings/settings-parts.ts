import { AbsencesController } from './absences.controller.js';
import { AccountsController } from './accounts.controller.js';
import { ChangeDays } from './change-days.js';
import { ClosingsController } from './closings.controller.js';
import { DisplacesPages } from './displaces-pages.js';
import { LanguagesController } from './languages.controller.js';
import { RecordExtras } from './record-extras.js';
import { RecordPages } from './record-pages.js';
import { RecordsController } from './records.controller.js';
import { SaveRecord } from './save-record.js';
import { SettingsChanges } from './settings-changes.js';
import { SettingsWorlds } from './settings-world.js';
import { SettingsController } from './settings.controller.js';

/** Pages of the settings. The last matches every address below `/office/settings` that no other took. */
export const settingsControllers = [
  SettingsController,
  ClosingsController,
  AbsencesController,
  LanguagesController,
  AccountsController,
  RecordsController,
];

/** What these pages are made of. */
export const settingsProviders = [
  SettingsWorlds,
  SettingsChanges,
  RecordExtras,
  RecordPages,
  SaveRecord,
  DisplacesPages,
  ChangeDays,
];
