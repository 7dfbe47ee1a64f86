import { parseArgs } from 'node:util';

export const HELP = `node bench/matching.mjs [options]   (after npm run build)
  --preset <small|canton|backlog|national>   canton
  --seeds <1-20|1,4,9>                       1
  --seconds <5,30>                           10: one plan for each length, its proof included
  --search-seed <1>
  --set <key=value>                          a change to the preset, see generate.mjs; may be repeated
  --replan                                   publishes a plan, disturbs it and plans anew
  --best-seconds <60>                        with --replan: the plan to compare with`;

/** What a series is asked for on the command line; throws for an option that it does not know. */
export function optionsFrom(args) {
  const text = { type: 'string' };
  const { values } = parseArgs({
    args,
    options: {
      preset: { ...text, default: 'canton' },
      seeds: { ...text, default: '1' },
      seconds: { ...text, default: '10' },
      'best-seconds': { ...text, default: '60' },
      'search-seed': { ...text, default: '1' },
      set: { ...text, multiple: true, default: [] },
      replan: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    preset: values.preset,
    seeds: values.seeds.split(',').flatMap(seedsIn),
    lengths: values.seconds.split(',').map(Number),
    bestSeconds: Number(values['best-seconds']),
    searchSeed: Number(values['search-seed']),
    changes: Object.fromEntries(values.set.map(changeIn)),
    replan: values.replan,
    help: values.help,
  };
}

function seedsIn(text) {
  const [from, to = from] = text.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function changeIn(text) {
  const [key, value] = text.split('=');
  const known = { true: true, false: false, null: null };
  if (value in known) return [key, known[value]];
  return [key, Number.isNaN(Number(value)) ? value : Number(value)];
}
