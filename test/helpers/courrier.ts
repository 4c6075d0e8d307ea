/** A message as a mail program reads it. */
export interface MessageLu {
  /** By lower-case name, unfolded and decoded. */
  enTetes: Record<string, string>
  texte: string
  pieces: { nom: string; type: string; contenu: Buffer }[]
}

/** Unfolds (RFC 5322 § 2.2.3) and decodes the words of RFC 2047: two neighbours are joined without their space. */
function decoder(valeur: string): string {
  return valeur
    .replace(/\r\n(?=[ \t])/gu, '')
    .replace(/\?=\s+=\?/gu, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gu, (_tout, code: string) => Buffer.from(code, 'base64').toString('latin1'))
    .replace(/[\u0080-\u00FF]+/gu, (octets) => Buffer.from(octets, 'latin1').toString('utf8'))
}

function separer(brut: string): { enTetes: Record<string, string>; bruts: Record<string, string>; corps: string } {
  const coupe = brut.indexOf('\r\n\r\n')
  const lignes = brut.slice(0, coupe).split(/\r\n(?![ \t])/u)
  const paires = lignes.map((ligne): [string, string] => {
    const deux = ligne.indexOf(':')
    return [ligne.slice(0, deux).toLowerCase(), ligne.slice(deux + 1).trim()]
  })
  return {
    bruts: Object.fromEntries(paires),
    enTetes: Object.fromEntries(paires.map(([nom, valeur]) => [nom, decoder(valeur)])),
    corps: brut.slice(coupe + 4),
  }
}

/** The `filename*0*=…; filename*1*=…` of RFC 2231, put together. */
function nomDe(disposition: string): string {
  const sections = [...disposition.matchAll(/filename\*(\d+)\*=([^;\s]+)/gu)].toSorted(
    (a, b) => Number(a[1]) - Number(b[1]),
  )
  return decodeURIComponent(sections.map(([, , valeur = '']) => valeur.replace(/^UTF-8''/u, '')).join(''))
}

/** Reads an `.eml` file back, apart from what wrote it. */
export function lireEml(octets: Uint8Array): MessageLu {
  const { enTetes, corps } = separer(Buffer.from(octets).toString('latin1'))
  const frontiere = /boundary="([^"]+)"/u.exec(enTetes['content-type'] ?? '')?.[1] ?? ''
  const parties = corps
    .split(`--${frontiere}`)
    .slice(1, -1)
    .map((partie) => separer(partie.replace(/^\r\n/u, '')))
  const [texte, ...pieces] = parties.map(({ bruts, corps }) => ({ bruts, contenu: Buffer.from(corps, 'base64') }))
  return {
    enTetes,
    texte: texte?.contenu.toString('utf8') ?? '',
    pieces: pieces.map(({ bruts, contenu }) => ({
      nom: nomDe(bruts['content-disposition'] ?? ''),
      type: (bruts['content-type'] ?? '').split(';')[0] ?? '',
      contenu,
    })),
  }
}
