// Writes the list of everything the product runs with (CycloneDX) to build/sbom.json; `npm run sbom`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const { stdout, stderr, status } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
  encoding: 'utf8',
  maxBuffer: 100_000_000,
});
if (status !== 0) {
  console.error(`npm could not list the packages: ${stderr.trim()}. Run npm ci and try again.`);
  process.exit(1);
}
fs.mkdirSync('build', { recursive: true });
fs.writeFileSync('build/sbom.json', stdout);
console.log(`build/sbom.json: ${JSON.parse(stdout).components.length} packages`);
