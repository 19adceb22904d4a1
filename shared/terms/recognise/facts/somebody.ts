/** Who can be bound: the roles of parties and people, in the words of agreements. */
export const ROLES =
  'licensor|licensee|company|supplier|buyer|seller|customer|client|consultant|contractor|distributor|manufacturer|provider|vendor|agent|sponsor|owner|operator|franchisee|franchisor|partner|city|town|village|county|agency|university|administrator|bank|trust|reseller|publisher|developer|service provider|purchaser|shipper|transporter|recipient|host|organi[sz]er|member|commissioner|chair|treasurer|secretary|board|committee|council|staff|driver|manager|service manager|neighbour|resident|volunteer|school|hospital|municipality|landlord|tenant|lender|borrower|employer|employee|director|trustee|carrier|grower|farmer|dealer|shop|branch|club|team|union|association|cooperative|alliance|consortium|network|group|clerk|nurse|doctor|guarantor|founder|investor|artist|author|clinic|library|museum|firm|charity|foundation|ministry|authority|department|office'

const NOBODY =
  /^(?:(?:this |the |each |all |any |every |both |such |either )*(?:agreement|term|section|article|clause|exhibit|schedule|annex|contract|parties hereto|warranty|notice|order|license|foregoing|products?|services?|amendment|effective date|fee|royalty|price|arbitrators?|court|payment|invoice|law)s?|it|they|he|she|i|that|this|these|those|which|who|and|or|if|such|any|all|no|there|nothing|what|each|both|every|either|neither)$|^(?:nothing|no|neither|none)\b/i

/** Whether words before a duty name somebody, and not the agreement, a thing or a pronoun that points elsewhere. */
export const isSomebody = (who: string): boolean => !NOBODY.test(who)
