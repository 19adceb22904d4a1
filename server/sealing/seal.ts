import type { SealRequest } from '../../shared/protocol/api.ts'
import { err, must, ok, type Result } from '../../shared/result.ts'
import { toHex } from '../../shared/sealing/bytes.ts'
import type { CryptoPort } from '../../shared/sealing/crypto-port.ts'
import { fingerprintOf } from '../../shared/sealing/fingerprint.ts'
import type { Manifest, Signatory } from '../../shared/sealing/manifest.ts'
import { parseManifest } from '../../shared/sealing/parse-manifest.ts'
import type { Accounts } from '../accounts.ts'
import type { Admitted } from '../admission.ts'
import type { PdfRenderer } from '../export/pdf-input.ts'
import type { Refusal } from '../refusal.ts'
import type { AgreementStore, Version } from '../store/agreement-store.ts'
import type { LiveRooms } from '../sync/live-rooms.ts'
import type { BodyReader, ReadBody } from '../terms/body-reader.ts'
import { type MemberPerson, sealProblems } from './seal-problems.ts'
import { judgeErrors } from './waivers.ts'

export interface SealDeps {
  readonly agreements: AgreementStore
  readonly accounts: Accounts
  readonly rooms: LiveRooms
  readonly reader: BodyReader
  readonly renderer: PdfRenderer
  readonly crypto: CryptoPort
  /** Epoch ms. */
  readonly now: () => number
}

/**
 * Freezes the text as it durably stands and keeps it as the next version, which waits for its signatures. The room takes no
 * writes from the reading of the text until the version is stored. Only a text that can be printed is sealed, so that the
 * signed file can always be made.
 */
export const createSeal =
  (deps: SealDeps) =>
  async (
    { agreement, member, person }: Admitted,
    request: SealRequest,
  ): Promise<Result<Version, Refusal>> => {
    const sealed = await deps.rooms.frozen({ agreementId: agreement.id, room: 'body' }, async () => {
      const state = await deps.rooms.state({ agreementId: agreement.id, room: 'body' })
      const discussion = await deps.rooms.state({ agreementId: agreement.id, room: 'discussion' })
      const read = await deps.reader.read(state.update, discussion.update)
      const members = await membersOf(deps, agreement.id)
      const sealedBy = { memberId: member.id, name: person.name, email: person.email }
      const judged = judgeErrors(read, request.waivers, sealedBy)
      const problems = [...sealProblems(read, request.signatories, members), ...judged.open]
      if (problems.length > 0) return err<Refusal>({ kind: 'not-ready', details: problems })

      const earlier = await deps.agreements.versions(agreement.id)
      const manifest: Manifest = {
        format: 'parley-manifest/1',
        agreementId: agreement.id,
        title: read.title,
        version: (earlier.at(-1)?.number ?? 0) + 1,
        previousFingerprint: earlier.findLast(({ status }) => status === 'signed')?.fingerprint ?? null,
        body: read.body,
        terms: read.terms,
        signatories: signatoriesOf(request, read, members),
        waivers: judged.waivers,
        unreviewed: read.unreviewed,
        record: { updates: state.head.seq, head: toHex(state.head.chain) },
        sealedAt: new Date(deps.now()).toISOString(),
        sealedBy,
      }
      const whole = parseManifest(manifest)
      if (!whole.ok)
        return err<Refusal>({
          kind: 'not-ready',
          message: 'The text holds something that cannot be sealed.',
          details: [{ problem: 'unsealable', message: whole.error.reason }],
        })
      const version: Version = {
        agreementId: agreement.id,
        number: manifest.version,
        status: 'sealed',
        manifest,
        fingerprint: await fingerprintOf(manifest, deps.crypto),
        snapshot: read.snapshot,
        refusal: null,
      }
      const printed = await printable(deps.renderer, version)
      if (!printed.ok) return printed
      return (await deps.agreements.addVersion(version)) ? ok(version) : err<Refusal>({ kind: 'conflict' })
    })
    if (sealed.ok) deps.rooms.accessChanged(agreement.id)
    return sealed
  }

async function membersOf(deps: SealDeps, agreementId: string): Promise<readonly MemberPerson[]> {
  const members = await deps.agreements.members(agreementId)
  const people = await deps.accounts.people(members.map(({ userId }) => userId))
  return members.flatMap(member => {
    const person = people.get(member.userId)
    return person ? [{ member, person }] : []
  })
}

const signatoriesOf = (
  request: SealRequest,
  read: ReadBody,
  members: readonly MemberPerson[],
): readonly Signatory[] =>
  request.signatories.map(({ memberId, partyId, capacity }) => {
    const found = members.find(({ member }) => member.id === memberId)
    const { person } = must(found, 'a signatory without a member was refused before')
    const party = read.terms.parties.find(({ id }) => id === partyId)
    const { name: partyName } = must(party, 'a signatory without a party was refused before')
    return { memberId, name: person.name, email: person.email, partyId, partyName, capacity }
  })

async function printable(renderer: PdfRenderer, version: Version): Promise<Result<true, Refusal>> {
  const { manifest } = version
  const pdf = await renderer.render({
    title: manifest.title,
    status: 'sealed',
    body: manifest.body,
    terms: manifest.terms,
    fingerprint: version.fingerprint,
    version: version.number,
    manifest,
    signatures: [],
    attachments: [],
    language: 'en',
    date: manifest.sealedAt,
  })
  if (pdf.ok) return ok(true)
  return err(
    pdf.error.kind === 'unprintable'
      ? { kind: 'unprintable-text', details: pdf.error.places }
      : {
          kind: 'too-large',
          message: 'The text is too long to be printed. Move parts of it into an annex of its own.',
        },
  )
}
