import { LAW_ADJECTIVES } from '../../parse/law-adjectives.ts'
import { matchesOf } from '../text/matches-of.ts'
import type { Stretch } from '../text/sentences.ts'

/** A legal system named in a plain text, by the plain name of its place: `New York`, `England and Wales`. */
export interface PlaceIn extends Stretch {
  readonly place: string
}

const STATES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico|Guam'
const REGIONS =
  'Alberta|Australian Capital Territory|Northern Territory|Newfoundland and Labrador|Prince Edward Island|Nunavut|Yukon|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Québec|Quebec|Saskatchewan|New South Wales|Queensland|South Australia|Tasmania|Victoria|Western Australia|England and Wales|England|Wales|Scotland|Northern Ireland|Jersey|Guernsey|Isle of Man|Hong Kong|Macau|Bavaria|Catalonia'
const COUNTRIES =
  'Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belgium|Bermuda|Bolivia|Botswana|Brazil|British Virgin Islands|Bulgaria|Cambodia|Cameroon|Canada|Cayman Islands|Chile|China|Colombia|Costa Rica|Croatia|Curacao|Cyprus|Czech Republic|Denmark|Dominican Republic|Ecuador|Egypt|El Salvador|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Germany|Ghana|Gibraltar|Greece|Guatemala|Honduras|Hungary|Iceland|India|Indonesia|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Korea|Kuwait|Latvia|Lebanon|Lesotho|Liberia|Liechtenstein|Lithuania|Luxembourg|Malawi|Malaysia|Malta|Marshall Islands|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Nigeria|North Macedonia|Norway|Oman|Pakistan|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Russian Federation|Rwanda|Samoa|Saudi Arabia|Senegal|Serbia|Singapore|Slovakia|Slovenia|South Africa|South Korea|Spain|Sri Lanka|Sweden|Switzerland|Taiwan|Tanzania|Thailand|Trinidad and Tobago|Tunisia|Turkey|Uganda|Ukraine|United Arab Emirates|United Kingdom|United Mexican States|United States|Uruguay|Uzbekistan|Venezuela|Vietnam|Zambia|Zimbabwe'
const NAMES = `${STATES}|${REGIONS}|${COUNTRIES}|PRC|P\\.R\\.C|UK|U\\.K|USA|U\\.S\\.A|Holland`.split('|')
const NAME = new RegExp(
  `(?<![\\w-])(?<name>${NAMES.toSorted((a, b) => b.length - a.length)
    .map(name => name.replaceAll(' ', ' ?'))
    .join('|')})(?![\\w-])`,
  'gi',
)
const ADJECTIVE = new RegExp(
  `(?<![\\w-])(?<name>${Object.keys(LAW_ADJECTIVES).join('|')}) (?:substantive |domestic |internal |civil )?laws?\\b`,
  'gi',
)
const SHORT: Readonly<Record<string, string>> = {
  england: 'England and Wales',
  québec: 'Quebec',
  'united mexican states': 'Mexico',
  holland: 'Netherlands',
  prc: 'China',
  'p.r.c': 'China',
  uk: 'United Kingdom',
  'u.k': 'United Kingdom',
  usa: 'United States',
  'u.s.a': 'United States',
  'russian federation': 'Russia',
}
const TITLES = new Map(NAMES.map(name => [name.toLowerCase().replaceAll(' ', ''), name]))

/** The legal systems named in a plain text, in order. */
export function placesIn(plain: string): PlaceIn[] {
  const names = matchesOf(plain, NAME).map(match => found(match, place(match.groups?.name ?? '')))
  const adjectives = matchesOf(plain, ADJECTIVE).map(match =>
    found(match, LAW_ADJECTIVES[(match.groups?.name ?? '').toLowerCase()] ?? ''),
  )
  return [...names, ...adjectives].sort((a, b) => a.start - b.start)
}

const found = (match: RegExpExecArray, place: string): PlaceIn => ({
  place,
  start: match.index,
  end: match.index + match[0].length,
})

const place = (name: string) =>
  SHORT[name.toLowerCase()] ?? TITLES.get(name.toLowerCase().replaceAll(' ', '')) ?? name
