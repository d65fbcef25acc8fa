/** The zone in which most of a country's companies work. `*`: the country has several zones, so its time is a guess. */
const ZONES = `
AE Asia/Dubai|AR America/Argentina/Buenos_Aires|AT Europe/Vienna|AU* Australia/Sydney|AZ Asia/Baku|BA Europe/Sarajevo|BD Asia/Dhaka
BE Europe/Brussels|BG Europe/Sofia|BH Asia/Bahrain|BO America/La_Paz|BR* America/Sao_Paulo|BY Europe/Minsk|CA* America/Toronto|CH Europe/Zurich
CI Africa/Abidjan|CL* America/Santiago|CM Africa/Douala|CN Asia/Shanghai|CO America/Bogota|CR America/Costa_Rica|CY Asia/Nicosia|CZ Europe/Prague
DE Europe/Berlin|DK Europe/Copenhagen|DO America/Santo_Domingo|DZ Africa/Algiers|EC* America/Guayaquil|EE Europe/Tallinn|EG Africa/Cairo|ES* Europe/Madrid
ET Africa/Addis_Ababa|FI Europe/Helsinki|FR Europe/Paris|GB Europe/London|GE Asia/Tbilisi|GH Africa/Accra|GR Europe/Athens|GT America/Guatemala
HK Asia/Hong_Kong|HN America/Tegucigalpa|HR Europe/Zagreb|HU Europe/Budapest|ID* Asia/Jakarta|IE Europe/Dublin|IL Asia/Jerusalem|IN Asia/Kolkata
IQ Asia/Baghdad|IR Asia/Tehran|IS Atlantic/Reykjavik|IT Europe/Rome|JM America/Jamaica|JO Asia/Amman|JP Asia/Tokyo|KE Africa/Nairobi|KG Asia/Bishkek
KH Asia/Phnom_Penh|KR Asia/Seoul|KW Asia/Kuwait|KZ* Asia/Almaty|LA Asia/Vientiane|LB Asia/Beirut|LK Asia/Colombo|LT Europe/Vilnius|LU Europe/Luxembourg
LV Europe/Riga|LY Africa/Tripoli|MA Africa/Casablanca|MD Europe/Chisinau|ME Europe/Podgorica|MK Europe/Skopje|MM Asia/Yangon|MN* Asia/Ulaanbaatar
MO Asia/Macau|MT Europe/Malta|MU Indian/Mauritius|MV Indian/Maldives|MX* America/Mexico_City|MY Asia/Kuala_Lumpur|NG Africa/Lagos|NI America/Managua
NL Europe/Amsterdam|NO Europe/Oslo|NP Asia/Kathmandu|NZ* Pacific/Auckland|OM Asia/Muscat|PA America/Panama|PE America/Lima|PH Asia/Manila|PK Asia/Karachi
PL Europe/Warsaw|PR America/Puerto_Rico|PT* Europe/Lisbon|PY America/Asuncion|QA Asia/Qatar|RO Europe/Bucharest|RS Europe/Belgrade|RU* Europe/Moscow
RW Africa/Kigali|SA Asia/Riyadh|SE Europe/Stockholm|SG Asia/Singapore|SI Europe/Ljubljana|SK Europe/Bratislava|SN Africa/Dakar|SV America/El_Salvador
TH Asia/Bangkok|TJ Asia/Dushanbe|TM Asia/Ashgabat|TN Africa/Tunis|TR Europe/Istanbul|TT America/Port_of_Spain|TW Asia/Taipei|TZ Africa/Dar_es_Salaam
UA Europe/Kyiv|UG Africa/Kampala|US* America/New_York|UY America/Montevideo|UZ Asia/Tashkent|VE America/Caracas|VN Asia/Ho_Chi_Minh|YE Asia/Aden
ZA Africa/Johannesburg|ZM Africa/Lusaka|ZW Africa/Harare`;

export interface CountryZone {
  zone: string;
  /** False where the country has several zones and this is the likeliest. */
  certain: boolean;
}

const BY_COUNTRY = new Map<string, CountryZone>(
  ZONES.trim()
    .split(/[|\n]/)
    .map((entry) => {
      const [code = '', zone = ''] = entry.split(' ');
      return [code.replace('*', ''), { zone, certain: !code.endsWith('*') }];
    }),
);

/** The zone to show a buyer's local time in, by ISO 3166 letters; null for a country not listed. */
export function countryZone(country: string | null): CountryZone | null {
  return BY_COUNTRY.get((country ?? '').toUpperCase()) ?? null;
}

/** The country that a zone is the zone of; null when none is known by it. */
export function countryOfZone(zone: string): string | null {
  for (const [country, known] of BY_COUNTRY) if (known.zone === zone) return country;
  return null;
}
