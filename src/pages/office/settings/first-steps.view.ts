import type { FirstStep } from '../../../features/settings/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { FirstStepView } from '../../../templates/pages/office/settings/first-steps.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';

const hrefs: Readonly<Record<FirstStep['key'], string>> = {
  office: settingsPaths.section('office'),
  site: settingsPaths.section('sites'),
  room: settingsPaths.section('rooms'),
  caseworker: settingsPaths.section('caseworkers'),
  tariff: settingsPaths.section('tariffs'),
  language: settingsPaths.languages,
  texts: '/office/texts',
  household: officePaths.import,
  invitation: officePaths.inbox,
};

/** The steps in words; null when all are done. */
export function firstStepViews(steps: readonly FirstStep[], t: Translate): FirstStepView[] | null {
  if (steps.every(({ isDone }) => isDone)) return null;
  return steps.map(({ key, isDone }) => ({
    href: hrefs[key],
    label: t(`settings:first-step.${key}`),
    why: t(`settings:first-why.${key}`),
    isDone,
  }));
}
