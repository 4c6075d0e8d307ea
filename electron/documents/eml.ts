/** A draft message, before it is written: plain facts. */
export interface MessageDecrit {
  /** Sender; null lets the mail program choose. */
  de: Correspondant | null
  /** Empty when no address is known: the draft opens without a recipient. */
  a: readonly Correspondant[]
  objet: string
  /** Plain text, lines ended by `\n`. */
  corps: string
  pieces: readonly PieceJointe[]
  /** Instant, ISO UTC. */
  le: string
  /** Anything unique: it separates the parts. */
  cle: string
}

export interface Correspondant {
  nom: string
  adresse: string
}

export interface PieceJointe {
  nom: string
  type: 'application/pdf'
  contenu: Uint8Array
}

const fin = '\r\n'
/** Longest line of a header or of base64 text (RFC 5322 § 2.1.1, RFC 2045 § 6.8). */
const largeur = 76

/**
 * The bytes of an `.eml` file that opens as a draft ready to send: `X-Unsent: 1` in Outlook and Thunderbird. Headers are
 * ASCII (RFC 2047), the text is UTF-8 in base64, file names are written
 * in full (RFC 2231), and without accents for the programs that do not read them so.
 */
export function ecrireEml({ de, a, objet, corps, pieces, le, cle }: MessageDecrit): Uint8Array {
  const frontiere = `=_${cle.replaceAll(/[^\w-]/gu, '')}`
  const parties = [
    [
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      base64(utf8(texteCrlf(corps))),
    ],
    ...pieces.map(({ nom, type, contenu }) => [
      `Content-Type: ${type};`,
      ` name="${enAscii(nom)}"`,
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment;',
      parametreEtendu('filename', nom),
      '',
      base64(contenu),
    ]),
  ]
  const lignes = [
    'X-Unsent: 1',
    ...(de === null ? [] : [enTete('From', [adresse(de)])]),
    ...(a.length === 0 ? [] : [enTete('To', a.map(adresse))]),
    enTete('Subject', [motsEncodes(objet, 'Subject: '.length).join(`${fin} `)]),
    `Date: ${dateRfc(le)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${frontiere}"`,
    '',
    ...parties.flatMap((partie) => [`--${frontiere}`, ...partie]),
    `--${frontiere}--`,
    '',
  ]
  return utf8(lignes.join(fin))
}

const utf8 = (texte: string): Uint8Array => new Uint8Array(Buffer.from(texte, 'utf8'))
const texteCrlf = (texte: string): string => texte.replace(/\r?\n/gu, fin)

const base64 = (octets: Uint8Array): string =>
  Buffer.from(octets)
    .toString('base64')
    .replace(new RegExp(`(.{${String(largeur)}})(?=.)`, 'gu'), `$1${fin}`)

const enTete = (nom: string, valeurs: readonly string[]): string => `${nom}: ${valeurs.join(`,${fin} `)}`

function adresse({ nom, adresse }: Correspondant): string {
  return nom === '' ? adresse : `${motsEncodes(nom, 'From: '.length).join(`${fin} `)}${fin} <${adresse}>`
}

/** A text as RFC 2047 words, each line short enough; left as it is when plain letters say it all. */
function motsEncodes(texte: string, debut: number): string[] {
  const surUneLigne = texte.replace(/\s+/gu, ' ').trim()
  if (/^[\w -]*$/u.test(surUneLigne) && surUneLigne.length + debut <= largeur) return [surUneLigne]
  const place = Math.floor(((largeur - debut - '=?UTF-8?B??='.length) * 3) / 4)
  return parMorceaux(surUneLigne, (morceau) => Buffer.byteLength(morceau) <= place).map(
    (morceau) => `=?UTF-8?B?${Buffer.from(morceau, 'utf8').toString('base64')}?=`,
  )
}

/** A file name without accents, for a quoted string of one line. */
const enAscii = (nom: string): string =>
  nom
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/gu, '_')

/** `filename*0*=UTF-8''…; filename*1*=…` (RFC 2231 § 3, § 4), one line a section. */
function parametreEtendu(nom: string, valeur: string): string {
  const place = largeur - ` ${nom}*10*=UTF-8'';`.length
  const morceaux = parMorceaux(valeur.normalize('NFC'), (morceau) => pourCent(morceau).length <= place)
  return morceaux
    .map((morceau, rang) => ` ${nom}*${String(rang)}*=${rang === 0 ? "UTF-8''" : ''}${pourCent(morceau)}`)
    .join(`;${fin}`)
}

const pourCent = (texte: string): string =>
  encodeURIComponent(texte).replace(/[!'()*]/gu, (signe) => `%${signe.charCodeAt(0).toString(16).toUpperCase()}`)

/** A text cut into the longest pieces that fit, never inside a character. */
function parMorceaux(texte: string, tient: (morceau: string) => boolean): string[] {
  const morceaux: string[] = []
  let morceau = ''
  for (const signe of texte) {
    if (morceau !== '' && !tient(morceau + signe)) {
      morceaux.push(morceau)
      morceau = ''
    }
    morceau += signe
  }
  return [...morceaux, morceau]
}

/** `2026-11-22T10:00:00.000Z` → « Sun, 22 Nov 2026 10:00:00 +0000 ». */
const dateRfc = (instant: string): string => new Date(instant).toUTCString().replace('GMT', '+0000')
