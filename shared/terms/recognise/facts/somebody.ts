/** Who can be bound: the roles of parties and people, in the words of agreements. */
export const ROLES =
  'licensor|licensee|company|supplier|buyer|seller|customer|client|consultant|contractor|distributor|manufacturer|provider|vendor|agent|sponsor|owner|operator|franchisee|franchisor|partner|city|town|village|county|agency|university|administrator|bank|trust|reseller|publisher|developer|service provider|purchaser|shipper|transporter|recipient|host|organi[sz]er|member|commissioner|chair|treasurer|secretary|board|committee|council|staff|driver|manager|service manager|neighbour|resident|volunteer|school|hospital|municipality|landlord|tenant|lender|borrower|employer|employee|director|trustee|carrier|grower|farmer|dealer|shop|branch|club|team|union|association|cooperative|alliance|consortium|network|group|clerk|nurse|doctor|guarantor|founder|investor|artist|author|clinic|library|museum|firm|charity|foundation|ministry|authority|department|office|auditor|mayor|lessor|lessee|coordinator|officer|representative|verifier|expert|mediator|inspector|caretaker|warden|principal|president|chairman|chairperson|accountant|supervisor|engineer|architect|surveyor|broker|insurer|sub-?contractor|affiliate|successor|assignee|subsidiary|producer|performer|player|coach|trainer|teacher|parish|district|region|church|chapter|applicant|grantee|grantor|donor|beneficiary|lead|hub|headteacher|midwife|pharmacist|carer|therapist|social worker|landowner|householder|passenger|user|participant|signatory|contracting authority'

const ROLE = new RegExp(`^(?:${ROLES}|part(?:y|ie))(?:e?s)?$`, 'i')

/** Whether a word says what somebody is in an agreement: a party, a supplier, the board. */
export const isRole = (word: string): boolean => ROLE.test(word)

/** What agreements speak of and what binds nobody, by the last word of what it is called. */
const THINGS =
  /\b(?:agreement|term|section|article|clause|exhibit|schedule|annex|appendix|attachment|contract|warrant(?:y|ie)|notice|order|licen[cs]e|foregoing|product|service|amendment|date|fee|royalt(?:y|ie)|price|court|payment|invoice|law|share|securit(?:y|ie)|note|bond|right|period|event|rule|data|material|information|content|software|technolog(?:y|ie)|mark|trademark|propert(?:y|ie)|equipment|facilit(?:y|ie)|site|system|work|deliverable|territor(?:y|ie)|plan|program(?:me)?|budget|report|standard|specification|polic(?:y|ie)|procedure|insurance|delivery|option|claim|loss|losse|damage|tax|taxe|amount|interest|cost|account|closing|guarantee|request|consent|approval|obligation|provision|condition|party hereto|year|month|day|minimum|maximum|commencement|termination|expiration|effectiveness|withdrawal|arbitration|dispute|default|breach|liability|indemnity|confidentiality|assignment|use|sale|purchase|compensation|commission|revenue|sum|proceed|expense|meeting|vote|version|document|certificate|record|book|vehicle|van|building|land|premises|change|commitment|appendix|paragraph|party's|result|failure|invention|result|development)s?(?: [A-Z0-9]{1,3})?$/i

/** Whether a name is one of a thing. */
export const isThing = (name: string): boolean => THINGS.test(name)

const NOBODY =
  /^(?:(?:this |the |each |all |any |every |both |such |either )*(?:agreement|term|section|article|clause|exhibit|schedule|annex|contract|parties hereto|warranty|notice|order|license|foregoing|products?|services?|amendment|effective date|fee|royalty|price|arbitrators?|court|payment|invoice|law)s?|it|they|he|she|i|that|this|these|those|which|who|and|or|if|such|any|all|no|there|nothing|what|each|both|every|either|neither)$|^(?:nothing|no|neither|none)\b/i

/** Whether words before a duty name somebody, and not the agreement, a thing or a pronoun that points elsewhere. */
export const isSomebody = (who: string): boolean => !NOBODY.test(who)

/** Without its article, and without the full stop of a sentence that ends with it. */
export const bareWho = (who: string): string => who.replace(/^the /i, '').replace(/(?<![A-Z]\w?)\.$/, '')
