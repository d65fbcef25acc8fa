import { Agent, request } from 'node:http';
import type { LoadOrder, LoadReport, LoadRequest, LoadTarget } from './load.protocol.ts';

/** Answers that differ by more than this share from the one looked at before are not the same page. */
const TOLERATED_DIFFERENCE = 0.2;
/** A server that does not answer any more ends the round. */
const ANSWER_MS = 10_000;
const ENOUGH_FAILURES = 10;

process.on('message', (order: LoadOrder) => {
  void load(order).then((report) => process.send?.(report));
});

/** Keeps `connections` requests under way until the time is over. */
async function load({ target, connections, milliseconds }: LoadOrder): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const failures: string[] = [];
  const started = performance.now();
  const until = started + milliseconds;
  let turn = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < until && failures.length < ENOUGH_FAILURES) {
      const wanted = target.requests[turn++ % target.requests.length];
      if (!wanted) return;
      const asked = performance.now();
      const failure = await ask(agent, target, wanted);
      if (failure) failures.push(failure);
      else latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  const taken = performance.now() - started;
  agent.destroy();
  return { milliseconds: taken, latencies: Float64Array.from(latencies), failures };
}

/** Sends one request; resolves with what was wrong, or null. */
function ask(agent: Agent, { port, method }: LoadTarget, wanted: LoadRequest): Promise<string | null> {
  const { path, headers, body, answerBytes } = wanted;
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent, timeout: ANSWER_MS }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('error', (error) => resolve(String(error)));
      answer.on('end', () => {
        const same = Math.abs(bytes - answerBytes) <= answerBytes * TOLERATED_DIFFERENCE;
        resolve(answer.statusCode === 200 && same ? null : `status ${answer.statusCode}, ${bytes} bytes`);
      });
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', (error) => resolve(String(error)));
    sent.end(body);
  });
}
