// Every page of the office works without this file; it saves people from loading pages again by hand.

const LOOK_MS = 1000;
const SPEAK_MS = 5000;

/** Long work: the bar and its line move by themselves; the end takes the place of the progress. */
function followJob(job) {
  let spokenAt = 0;
  let spokenTenth = 0;
  job.querySelector('[data-job-refresh]')?.remove();

  const look = async () => {
    const answer = await fetch(location.href).catch(() => undefined);
    if (answer?.redirected) return location.replace(answer.url);
    if (!answer?.ok) return setTimeout(look, LOOK_MS * 5);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.querySelector('[data-job]');
    if (!now) return location.reload();
    if (!('underWay' in now.dataset)) return end(now, page.title);
    show(now);
    setTimeout(look, LOOK_MS);
  };

  const show = (now) => {
    const bar = now.querySelector('progress');
    const own = job.querySelector('progress');
    if (bar?.hasAttribute('value') && own) {
      own.max = bar.max;
      own.value = bar.value;
    }
    const line = now.querySelector('.job-status')?.textContent ?? '';
    job.querySelector('.job-status').textContent = line;
    speak(line, Math.floor((bar?.position ?? 0) * 10));
  };

  // read out at each tenth, or when nothing was said for five seconds
  const speak = (line, tenth) => {
    if (tenth === spokenTenth && performance.now() - spokenAt < SPEAK_MS) return;
    spokenAt = performance.now();
    spokenTenth = tenth;
    job.querySelector('[data-job-spoken]').textContent = line;
  };

  const end = (now, title) => {
    document.title = title;
    job.replaceWith(now);
    now.querySelector('h1').focus();
  };

  setTimeout(look, LOOK_MS);
}

const job = document.querySelector('[data-job][data-under-way]');
if (job) followJob(job);

/** The figure beside a place of the navigation, as the page would show it if it were loaded now. */
function showFigure({ href, count, countMeaning, urgent }) {
  const place = document.querySelector(`.nav a[href="${href}"]`);
  place?.querySelector('.count')?.remove();
  if (!place || count === null) return;
  const figure = document.createElement('span');
  figure.className = urgent ? 'count count-urgent' : 'count';
  const meaning = document.createElement('span');
  meaning.className = 'unseen';
  meaning.textContent = ` ${countMeaning}`;
  figure.append(count, meaning);
  place.append(' ', figure);
}

/** A bar below the page counts what others changed meanwhile; the page itself stays as it is. */
function followChanges(bar) {
  const address = `/office/live?${new URLSearchParams({ topics: bar.dataset.live, since: bar.dataset.liveSince })}`;
  let stream;

  const open = () => {
    stream = new EventSource(address);
    stream.addEventListener('changes', ({ data }) => {
      bar.querySelector('[data-live-words]').textContent = data;
      bar.querySelector('a').hidden = false;
      bar.classList.add('live-bar-shown');
    });
    stream.addEventListener('figures', ({ data }) => JSON.parse(data).forEach(showFigure));
    stream.addEventListener('end', close);
  };
  const close = () => {
    stream?.close();
    stream = undefined;
  };
  // a browser has few connections: a page in the background looks again when somebody returns to it
  const follow = () => {
    if (document.hidden) close();
    else if (!stream) open();
  };

  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', close);
  addEventListener('pageshow', follow);
  follow();
}

const bar = document.querySelector('[data-live]');
if (bar) followChanges(bar);
