import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolState } from '../database/pool';
import type { ReplicaCondition } from './http-server-options';

interface Measured {
  ready: () => Promise<boolean>;
  pools?: () => readonly PoolState[];
  replicas?: () => readonly ReplicaCondition[];
}

const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

let ofProcess: Registry | null = null;

/** Memory, processor time, garbage collection: watched once for the process, whose observers cannot be taken down. */
function processRegistry(): Registry {
  if (!ofProcess) collectDefaultMetrics({ register: (ofProcess = new Registry()) });
  return ofProcess;
}

/**
 * `/metrics` in the text format of Prometheus, for any caller with a token: requests by route, the pools of the database, the
 * process. Routes are told by their pattern, so that no address of a record, and no number of them, comes into it.
 */
export function addMetricsRoute(app: FastifyInstance, measured: Measured): void {
  const registry = new Registry();
  timeRequests(app, registry);
  gaugeDatabase(registry, measured);
  // Takes what the two hold by now.
  const all = Registry.merge([processRegistry(), registry]);
  app.get('/metrics', { config: { audience: 'internal' } }, async (_request, reply) =>
    reply.type(all.contentType).send(await all.metrics()),
  );
}

function timeRequests(app: FastifyInstance, registry: Registry): void {
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by the pattern of its route.',
    labelNames: ['method', 'route', 'status'],
    buckets: durationBuckets,
    registers: [registry],
  });
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    durations.observe({ method, route: routeOptions.url ?? 'none', status: statusCode }, elapsedTime / 1_000);
  });
}

/** Asked when somebody looks. */
function gaugeDatabase(registry: Registry, { ready, pools = () => [], replicas = () => [] }: Measured): void {
  const registers = [registry];
  new Gauge({
    name: 'gongkai_ready',
    help: '1 where the database answers.',
    registers,
    async collect() {
      this.set((await ready()) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'gongkai_database_connections',
    help: 'Connections by pool: in use, idle, and requests that wait for one.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const { pool, used, idle, waiting } of pools())
        for (const [state, count] of Object.entries({ used, idle, waiting })) this.set({ pool, state }, count);
    },
  });
  new Gauge({
    name: 'gongkai_replica_lag_seconds',
    help: 'By how much a replica is behind; absent while it is away.',
    labelNames: ['replica'],
    registers,
    collect() {
      this.reset();
      replicas().forEach(({ lagSeconds }, index) => lagSeconds !== null && this.set({ replica: String(index + 1) }, lagSeconds));
    },
  });
}
