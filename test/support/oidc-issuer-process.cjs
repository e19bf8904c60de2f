'use strict';
// A real identity provider in a process of its own: `node oidc-issuer-process.cjs`, with its settings as JSON on standard input.
// It writes its issuer once it listens, and gives tokens to one client by its credentials.
const { createServer } = require('node:http');

async function main() {
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  const { port, jwks, audience, claims } = JSON.parse(text);
  const { default: Provider } = await import('oidc-provider');
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    jwks: { keys: jwks },
    clients: [{ client_id: 'gov', client_secret: 'secret', grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: jwks[0].alg } },
        }),
      },
    },
    extraTokenClaims: () => claims,
  });
  createServer(provider.callback()).listen(port, '127.0.0.1', () => process.stdout.write(`${issuer}\n`));
}

void main();
