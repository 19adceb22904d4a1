import { createRoute, z } from '@hono/zod-openapi'
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { meSchema, passkeyRegistrationSchema, passkeySchema } from '../../../shared/protocol/api.ts'
import type { Passkey } from '../../store/agreement-store.ts'
import { type Api, described, json, jsonBody, orRefusal } from '../api.ts'
import { refuse } from '../error-response.ts'
import type { RouteDeps } from '../route-deps.ts'
import { siteOrigin } from '../site-origin.ts'

const readMe = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who I am',
  responses: { 200: json('Me; without a session the user is null', meSchema), ...orRefusal },
})

const passkeyOptions = createRoute({
  method: 'post',
  path: '/passkeys/options',
  summary: 'Options for making a passkey to sign with',
  responses: {
    200: json(
      'For navigator.credentials.create',
      described<PublicKeyCredentialCreationOptionsJSON>('PublicKeyCredentialCreationOptionsJSON (WebAuthn)'),
    ),
    ...orRefusal,
  },
})

const addPasskey = createRoute({
  method: 'post',
  path: '/passkeys',
  summary: 'Register the passkey that was made',
  request: jsonBody(passkeyRegistrationSchema),
  responses: { 201: json('The passkey', passkeySchema), ...orRefusal },
})

const listPasskeys = createRoute({
  method: 'get',
  path: '/passkeys',
  summary: 'My passkeys, oldest first',
  responses: { 200: json('Passkeys', z.array(passkeySchema)), ...orRefusal },
})

const view = ({ credentialId, publicKey, algorithm, createdAt }: Passkey) => ({
  credentialId,
  publicKey,
  algorithm,
  createdAt,
})

export function accountRoutes(api: Api, deps: RouteDeps): void {
  const { passkeys } = deps.sealing

  api.openapi(readMe, c => c.json({ user: c.var.person, magicLink: deps.accounts.magicLink }, 200))

  api.openapi(passkeyOptions, async c => {
    const person = c.var.person
    if (!person) return refuse(c, { kind: 'unauthenticated' })
    return c.json(await passkeys.options(person, siteOrigin(deps.publicUrl, c.req.raw.headers)), 200)
  })

  api.openapi(addPasskey, async c => {
    const person = c.var.person
    if (!person) return refuse(c, { kind: 'unauthenticated' })
    // The library checks the inside of what the browser made; the schema only bounds it.
    const response = c.req.valid('json') as unknown as RegistrationResponseJSON
    const registered = await passkeys.register(
      person,
      siteOrigin(deps.publicUrl, c.req.raw.headers),
      response,
    )
    return registered.ok ? c.json(view(registered.value), 201) : refuse(c, registered.error)
  })

  api.openapi(listPasskeys, async c => {
    const person = c.var.person
    if (!person) return refuse(c, { kind: 'unauthenticated' })
    return c.json((await deps.agreements.passkeys(person.id)).map(view), 200)
  })
}
