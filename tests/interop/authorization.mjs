// An authorization server as SMART Backend Services asks for one, with Node's own cryptography and nothing of ours.
// `clients`: by client id a JWK Set, as whoever registers a kiosk was given it.
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';

const HOLDS_S = 300;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const part = (text) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));

// RFC 7638: of the members that make the key, in the order of their names.
export function thumbprint(jwk) {
  const names = jwk.kty === 'EC' ? ['crv', 'kty', 'x', 'y'] : ['e', 'kty', 'n'];
  const bare = JSON.stringify(Object.fromEntries(names.map((name) => [name, jwk[name]])));
  return createHash('sha256').update(bare).digest('base64url');
}

function isSigned(jwk, alg, text, signature) {
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  // IEEE P1363 is r and s one behind the other; a DER signature is refused.
  const options = alg === 'ES384' ? { key, dsaEncoding: 'ieee-p1363' } : key;
  return ['ES384', 'RS384'].includes(alg) && verify('sha384', Buffer.from(text), options, signature);
}

export class AuthorizationServer {
  constructor(clients, origin) {
    this.clients = clients;
    this.tokenUrl = `${origin}/oauth/token`;
    this.used = new Set();
    this.tokens = new Set();
  }

  configuration() {
    return {
      token_endpoint: this.tokenUrl,
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
      scopes_supported: ['system/Patient.crus'],
      capabilities: ['client-confidential-asymmetric'],
    };
  }

  // Why it is refused, or nothing.
  trouble(form) {
    if (form.get('grant_type') !== 'client_credentials') return 'unsupported_grant_type';
    if (!/^system\/Patient\./.test(form.get('scope') ?? '')) return 'invalid_scope';
    if (form.get('client_assertion_type') !== ASSERTION_TYPE) return 'invalid_request';
    const [head64, claims64, signature64, ...more] = (form.get('client_assertion') ?? '').split('.');
    if (!signature64 || more.length > 0) return 'invalid_request';
    const head = part(head64);
    const claims = part(claims64);
    const jwk = this.clients[claims.iss]?.keys.find((key) => key.kid === head.kid);
    if (!jwk || jwk.alg !== head.alg || thumbprint(jwk) !== head.kid) return 'invalid_client';
    if (!isSigned(jwk, head.alg, `${head64}.${claims64}`, Buffer.from(signature64, 'base64url'))) return 'invalid_client';
    const now = Date.now() / 1000;
    const isInTime = claims.exp > now && claims.exp <= now + HOLDS_S + 5;
    const isForUs = claims.iss === claims.sub && claims.aud === this.tokenUrl;
    const isNew = !!claims.jti && !this.used.has(claims.jti);
    this.used.add(claims.jti);
    return isInTime && isForUs && isNew ? '' : 'invalid_client';
  }

  // Status and body.
  answer(text) {
    const error = this.trouble(new URLSearchParams(text));
    if (error) return [error === 'invalid_client' ? 401 : 400, { error }];
    const token = randomBytes(24).toString('base64url');
    this.tokens.add(token);
    return [200, { access_token: token, token_type: 'bearer', expires_in: HOLDS_S, scope: 'system/Patient.crus' }];
  }

  lets(header) {
    return this.tokens.has((header ?? '').replace(/^Bearer /, ''));
  }
}
