import { z } from 'zod';

/** What signing in asks for; messages are translation keys. */
export const LoginForm = z.object({
  email: z.string('validation:email').trim().min(1, 'validation:email').max(200, 'validation:email'),
  password: z.string('validation:password').min(1, 'validation:password').max(200, 'validation:password'),
});
