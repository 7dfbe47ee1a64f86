import type { InterpreterProfile } from '../../../features/interpreters/index.js';
import { languageName } from '../../../platform/i18n/language-name.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { ProfileView } from '../../../templates/pages/interpreter/profile-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import type { EnteredProfile } from './profile.forms.js';

/** What stands around the profile itself. */
export interface ProfileSurroundings {
  /** Signed-in devices. */
  readonly devices: number;
  /** The languages these pages exist in. */
  readonly languages: readonly { readonly code: string; readonly endonym: string }[];
  /** A form that could not be saved; undefined shows what is saved. */
  readonly form: EnteredProfile | undefined;
}

export function profileView(
  profile: InterpreterProfile,
  { devices, languages, form }: ProfileSurroundings,
  context: InterpreterContext,
): ProfileView {
  const { t, interpreter, language, today } = context;
  const shown = form?.entered ?? profile;
  const modes = { onSite: 'onsite', byPhone: 'phone', byVideo: 'video' } as const;
  return {
    csrfToken: interpreter.csrfToken,
    name: `${profile.firstName} ${profile.lastName}`,
    email: profile.email,
    languages: profile.languages.map((spoken) => spokenLine(spoken, t, language.bcp47)),
    ...secrecyOf(profile, today, context),
    phone: shown.phone,
    pageLanguages: languages.map((each) => ({ ...each, chosen: each.code === shown.locale })),
    modes: (['onSite', 'byPhone', 'byVideo'] as const).map((name) => ({
      name,
      label: t(`interpreter:mode.${modes[name]}`),
      ticked: shown[name],
    })),
    maxTalksPerDay: String(shown.maxTalksPerDay),
    maxTalksPerWeek: String(shown.maxTalksPerWeek),
    errors: form?.errors ?? [],
    devices: t('interpreter:profile.device-count', { count: devices }),
  };
}

function spokenLine(
  { code, dialect, level, qualification }: InterpreterProfile['languages'][number],
  t: Translate,
  bcp47: string,
): string {
  const name = languageName(code, bcp47);
  const details = [dialect ?? '', t(`interpreter:level.${level}`), qualification ?? ''].filter(Boolean);
  return `${name} (${details.join(', ')})`;
}

function secrecyOf(
  { secrecyDeclaredOn: declared, secrecyValidUntil: until }: InterpreterProfile,
  today: string,
  { t }: InterpreterContext,
): Pick<ProfileView, 'secrecy' | 'secrecyIsGood'> {
  const numeric = (day: string): string => day.split('-').toReversed().join('.');
  if (declared === null) return { secrecy: t('interpreter:secrecy.missing'), secrecyIsGood: false };
  if (until === null)
    return { secrecy: t('interpreter:secrecy.given', { day: numeric(declared) }), secrecyIsGood: true };
  const isGood = until >= today;
  const key = isGood ? 'until' : 'over';
  return {
    secrecy: t(`interpreter:secrecy.${key}`, { day: numeric(declared), until: numeric(until) }),
    secrecyIsGood: isGood,
  };
}
