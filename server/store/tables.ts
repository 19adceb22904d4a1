/** The tables of the agreements. Text holds JSON or ISO times where the name says so; both databases read the same columns. */
export interface Tables {
  agreement: {
    id: string
    title: string
    model: string
    status: string
    created_by: string
    created_at: string
    changed_at: string
    changed_by: string | null
  }
  member: {
    id: string
    agreement_id: string
    user_id: string
    role: string
    party_id: string | null
    joined_at: string
  }
  invitation: {
    id: string
    agreement_id: string
    token_hash: string
    role: string
    party_id: string | null
    created_by: string
    created_at: string
    expires_at: string
    accepted_by: string | null
  }
  version: {
    agreement_id: string
    number: number
    status: string
    manifest_json: string
    fingerprint: string
    snapshot: Uint8Array
    sealed_at: string
    signatories: number
    refusal_json: string | null
  }
  signature: {
    agreement_id: string
    number: number
    member_id: string
    position: number
    record_json: string
  }
  signed_pdf: { agreement_id: string; number: number; pdf: Uint8Array }
  terms: { agreement_id: string; seq: number; at: string; terms_json: string; parties_json: string }
  passkey: {
    credential_id: string
    user_id: string
    public_key: string
    algorithm: number
    counter: number
    created_at: string
  }
  calendar_feed: { agreement_id: string; user_id: string; token_hash: string; created_at: string }
  /** Written by the accounts; read here for names. */
  user: { id: string; name: string; email: string }
}
