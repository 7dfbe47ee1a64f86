// one plan in a process of its own, so that CPU time and memory are those of this plan alone
import {
  InstanceError,
  readInstance,
  secondsOfRun,
  startMatching,
  workOf,
} from '../../dist/features/matching/index.js';

const [file, secondsText, seed, isProven] = process.argv.slice(2);
const seconds = Number(secondsText);

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

try {
  const instance = await readInstance(file);
  const proof = isProven === 'true' ? undefined : 0;
  const share = secondsOfRun(instance.newcomers.length, seconds, proof);
  const { answer } = startMatching(instance, {
    work: workOf(share.search),
    seed: Number(seed),
    boundWork: workOf(share.proof),
  });
  const found = await answer;
  const plan = {
    ...found,
    cpuSeconds: cpuSeconds(),
    memoryMB: process.resourceUsage().maxRSS / 1024,
  };
  // disconnecting at once would cut a large plan off
  process.send(plan, () => process.disconnect());
} catch (error) {
  if (!(error instanceof InstanceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
