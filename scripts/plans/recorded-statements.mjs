import pg from 'pg';

const recorded = new Map();
let isOn = false;
const send = pg.Client.prototype.query;

pg.Client.prototype.query = function query(first, second, ...rest) {
  if (isOn) note(typeof first === 'string' ? { text: first, values: second } : first);
  return send.call(this, first, second, ...rest);
};

function note({ text, values }) {
  if (typeof text !== 'string' || !/^\s*(select|with)\b/i.test(text)) return;
  recorded.set(text, Array.isArray(values) ? values : []);
}

/** What this process asks PostgreSQL while `work` runs: each select once, with the values of its last time. */
export async function statementsOf(work) {
  recorded.clear();
  isOn = true;
  try {
    await work();
  } finally {
    isOn = false;
  }
  return [...recorded].map(([text, values]) => ({ text, values }));
}
