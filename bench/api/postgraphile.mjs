// The peer: PostGraphile with its Amber preset and the plugins that filters and aggregates need, on the same database and role.
import { createServer } from 'node:http';

// Node 20 does not have it yet, and PostGraphile counts on it.
Promise.withResolvers ??= function withResolvers() {
  let resolve, reject;
  const promise = new Promise((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
};

const { PostGraphileAmberPreset } = await import('postgraphile/presets/amber');
const { PgAggregatesPreset } = await import('@graphile/pg-aggregates');
const { PostGraphileConnectionFilterPreset } = await import('postgraphile-plugin-connection-filter');
const { makePgService } = await import('postgraphile/adaptors/pg');
const { postgraphile } = await import('postgraphile');
const { pgSmartTags } = await import('postgraphile/utils');
const { grafserv } = await import('postgraphile/grafserv/node');

// Both ends of this one would have the same name, for which the filters would lose all that lies behind.
const namesApart = pgSmartTags([
  {
    kind: 'constraint',
    match: 'evaluation_corrects_id_fkey',
    tags: { foreignFieldName: 'correctedBy', foreignSingleFieldName: 'correctedBy' },
  },
]);
const peer = postgraphile({
  plugins: [namesApart],
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  // It would hide relations whose foreign key has no index of just these columns.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString: process.env.PUBLIC_URL, schemas: ['public'], poolConfig: { max: 10 } })],
  grafserv: { graphqlPath: '/graphql', watch: false, graphiql: false, websockets: false },
  grafast: { explain: false },
});
const server = createServer();
await peer.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
