import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { linkToken } from '../../dist/features/links/link-token.js';

const LONGEST_WAIT_MS = 60_000;

/** Headers of a coordinator who is signed in. */
export async function staffHeaders(client) {
  const id = randomBytes(32).toString('base64url');
  await client.query(
    `insert into staff_sessions (id_hash, user_id, csrf_token, created_at, last_seen_at, expires_at)
     select $1, id, 'bench', now(), now(), now() + interval '10 hours' from staff_users where role = 'coordinator' limit 1`,
    [createHash('sha256').update(id).digest()],
  );
  return { cookie: `staff=${id}` };
}

/** Path of the page of a household that was invited, as soon as one has its link. */
export async function newcomerPath(client, secretKey) {
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += 500) {
    const { rows } = await client.query(
      `select l.id from links l join talks t on t.id = l.talk_id and t.revision = l.revision
        where l.purpose = 'talk' and t.state = 'invited' and t.starts_at > now() and l.revoked_at is null limit 1`,
    );
    if (rows[0]) return `/t/${linkToken(secretKey, rows[0].id)}`;
    await sleep(500);
  }
  throw new Error('Nobody was invited within a minute.');
}
