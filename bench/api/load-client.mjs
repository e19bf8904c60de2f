// Reads {url, bodies, connections, seconds} from standard input, sends the bodies in turn, and prints what came of it as JSON.
import autocannon from 'autocannon';

let text = '';
for await (const chunk of process.stdin) text += chunk;
const { url, bodies, connections, seconds } = JSON.parse(text);

let failures = 0;
const latenciesMs = [];
const run = autocannon({
  url,
  connections,
  duration: seconds,
  requests: bodies.map((body) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
    onResponse: (status, answer) => {
      // Errors inside a 200 are failures too.
      if (status !== 200 || answer.includes('"errors":[')) failures += 1;
    },
  })),
});
run.on('response', (_client, _status, _bytes, tookMs) => latenciesMs.push(tookMs));
const result = await run;
latenciesMs.sort((a, b) => a - b);
const quantile = (part) => latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(latenciesMs.length * part))] ?? null;
process.stdout.write(
  JSON.stringify({
    perSecond: latenciesMs.length / result.duration,
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    failures: failures + result.errors + result.timeouts,
  }),
);
