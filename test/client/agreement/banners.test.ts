import { describe, expect, it } from 'vitest'
import { type BannerFacts, decideBanners } from '../../../client/agreement/decide-banners.ts'
import { ROLES } from '../../../shared/agreement/role.ts'

const facts = (given: Partial<BannerFacts>): BannerFacts => ({
  status: 'draft',
  version: null,
  refusal: null,
  member: { role: 'partner', partyId: 'party-a-00000000000' },
  session: { kind: 'saved-for-everyone' },
  newerThanClient: false,
  unreviewed: 0,
  noAccess: false,
  ...given,
})
const ids = (given: Partial<BannerFacts>) => decideBanners(facts(given)).map(({ id }) => id)
const version = { number: 2, signed: 1, signatories: 3 }

describe('what is said above the text', () => {
  it('is nothing while a draft is written and all is well', () => {
    expect(ids({})).toEqual([])
    expect(ids({ member: null, session: { kind: 'saved-on-device' } })).toEqual([])
  })

  it('says how many signatures a sealed version waits for, and leads a signatory to it', () => {
    const [banner] = decideBanners(facts({ status: 'sealed', version }))
    expect(banner?.text).toBe(
      'Version 2 is sealed and waits for 2 signatures. The text cannot change meanwhile.',
    )
    expect(banner?.actions).toEqual([{ kind: 'open-version', number: 2, label: 'Read and sign' }])
  })

  it('does not ask people to sign who may not', () => {
    const [banner] = decideBanners(
      facts({ status: 'sealed', version, member: { role: 'reviewer', partyId: 'party-a-00000000000' } }),
    )
    expect(banner?.actions.map(({ label }) => label)).toEqual(['Read it'])
  })

  it('leads from a signed version to its signatures and its file', () => {
    const [banner] = decideBanners(facts({ status: 'signed', version }))
    expect(banner?.text).toBe('Version 2 is signed by all who were to sign.')
    expect(banner?.actions).toEqual([
      { kind: 'open-version', number: 2, label: 'Signatures and signed file' },
    ])
  })

  it('gives the reason of a refusal while the text is a draft again, and not once it is sealed anew', () => {
    const refusal = { number: 1, name: 'Ben Mori', reason: 'The shares are wrong.' }
    const [banner] = decideBanners(facts({ refusal }))
    expect(banner?.text).toContain('Ben Mori did not sign version 1: “The shares are wrong.”')
    expect(ids({ refusal, status: 'sealed', version })).toEqual(['sealed-2'])
  })

  it('says of changes that came too late for the seal that they are neither lost nor in it', () => {
    const late = decideBanners(
      facts({ status: 'sealed', version, session: { kind: 'refused', why: 'sealed', waiting: 3 } }),
    )
    expect(late.map(({ id }) => id)).toEqual(['waiting-while-frozen', 'sealed-2'])
    expect(late[0]?.text).toContain('3 changes of yours wait')
    expect(
      ids({ status: 'sealed', version, session: { kind: 'refused', why: 'sealed', waiting: 0 } }),
    ).toEqual(['sealed-2'])
  })

  it('leads people back who were signed out meanwhile', () => {
    const [banner] = decideBanners(
      facts({ session: { kind: 'refused', why: 'unauthenticated', waiting: 1 } }),
    )
    expect(banner?.text).toContain('1 change of yours waits on this device')
    expect(banner?.actions).toEqual([{ kind: 'sign-in', label: 'Sign in' }])
  })

  it('tells each role that may not write why the text is read-only, and no other', () => {
    const readOnly = ROLES.filter(role => ids({ member: { role, partyId: null } }).length > 0)
    expect(readOnly).toEqual(['reviewer', 'commissioner', 'service-manager', 'observer'])
  })

  it('says first what could lose something', () => {
    expect(
      ids({
        status: 'sealed',
        version,
        newerThanClient: true,
        session: { kind: 'storage-failed', message: 'The disk is full.' },
      }),
    ).toEqual(['storage-failed', 'newer-text', 'sealed-2'])
  })

  it('says nothing of signing to somebody who no longer belongs to it', () => {
    expect(ids({ status: 'sealed', version, noAccess: true })).toEqual(['no-access'])
  })
})
