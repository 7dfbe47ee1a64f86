import { AccountController } from './account.controller.js';
import { CodeController } from './code.controller.js';
import { IdentityController } from './identity.controller.js';
import { PasskeyLoginController } from './passkey-login.controller.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasswordController } from './password.controller.js';
import { ProviderController } from './provider.controller.js';
import { SecondFactorController } from './second-factor.controller.js';

/** Pages of a person's own account, and of signing in to it otherwise than by a password. */
export const accountControllers = [
  AccountController,
  PasswordController,
  SecondFactorController,
  CodeController,
  IdentityController,
  PasskeyLoginController,
  PasskeysController,
  ProviderController,
];
