import http from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  decodeJwt,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'welcome-talks', secret: 'a secret of the client, 32 letters' };
const KEY_ID = 'first';

/** A token on its way: changed and signed by the provider's own key. */
export type Tamper = (token: TokenInHand) => string | Promise<string>;

interface TokenInHand {
  readonly original: string;
  readonly claims: JWTPayload;
  readonly publicPem: string;
  /** Signs claims as the provider does. */
  readonly sign: (claims: JWTPayload, header?: Partial<JWTHeaderParameters>) => Promise<string>;
}

/** A real provider whose people sign in by being named; what it answers may be changed on the way. */
export interface TestProvider {
  readonly issuer: string;
  /** Who signs in next. */
  subject: string;
  /** What happens to the next ID tokens. */
  tamper: Tamper;
  /** Goes where the application sends the browser, and returns where the provider sends it back to. */
  visit(address: string): Promise<URL>;
  close(): Promise<void>;
}

/** Starts `oidc-provider` on this machine. @param callback where it may send people back to */
export async function startProvider(callback: string): Promise<TestProvider> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const server = http.createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = { ...(await exportJWK(privateKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [key] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/here/${interaction.uid}` },
    cookies: { keys: ['only of this test'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client!.clientId,
        accountId: context.oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const state = { subject: 'somebody', tamper: (({ original }) => original) as Tamper };
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/here/') === true) {
      void provider.interactionFinished(request, response, {
        login: { accountId: state.subject, remember: false },
      });
      return;
    }
    if (request.url === '/token')
      rewritten(response, (token) => changed(token, privateKey, publicKey, state.tamper));
    void answer(request, response);
  });
  return Object.assign(state, {
    issuer,
    visit: (address: string) => visit(address, issuer),
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  });
}

/** Holds the answer back until its token was changed. */
function rewritten(response: http.ServerResponse, change: (token: string) => Promise<string>): void {
  const end = response.end.bind(response) as (text: string) => http.ServerResponse;
  response.end = ((body: unknown) => {
    const text = String(body);
    const answer = JSON.parse(text) as { id_token?: string };
    if (answer.id_token === undefined) return end(text);
    void change(answer.id_token).then((token) => {
      response.removeHeader('content-length');
      end(JSON.stringify({ ...answer, id_token: token }));
    });
    return response;
  }) as typeof response.end;
}

async function changed(
  token: string,
  privateKey: CryptoKey,
  publicKey: CryptoKey,
  tamper: Tamper,
): Promise<string> {
  return tamper({
    original: token,
    claims: decodeJwt(token),
    publicPem: await exportSPKI(publicKey),
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID, ...header }).sign(privateKey),
  });
}

/** Follows the provider's redirects with its cookies until one leads elsewhere. */
async function visit(address: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  for (let steps = 0; steps < 8 && next.origin === issuer; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null)
      throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    next = new URL(location, next);
  }
  return next;
}
