import { Buffer } from 'node:buffer'
import { preparer, type Piece, type SectionPrete } from './docx-gabarit'
import { noyau } from './docx-noyau'
import { remplirPieces, type Portee } from './docx-remplissage'
import { refuserHostile } from './docx-surete'
import type { ProprietesDocument } from './html-description'
import { type ElementXml, lireXml } from './xml-tree'
import { modeleWord } from './zip-especes'
import { limitesArchive, openArchive, refused } from './zip-guard'
import { ecrireZip, partieComprimee, type PartieZip } from './zip-writer'

/** A tag as the model uses it; `autour` are the sections that hold it, outermost first. */
export interface UsageDeBalise {
  genre: 'champ' | 'section'
  code: string
  autour: readonly string[]
}

/** The académie's own document, checked and ready to be filled in any number of times. */
export interface ModeleWord {
  usages: readonly UsageDeBalise[]
  /** Sentences: tags that cannot be followed. A model with one is not used. */
  fautes: readonly string[]
  remplir(portee: Portee, titre: string, proprietes: ProprietesDocument): Uint8Array
}

/** A letter's model of a few pages, with its pictures. */
const limites = { ...limitesArchive, octets: 5_000_000, entrees: 500, octetsDecompresses: 60_000_000 }
const partieAuPlus = 8_000_000

const contenus =
  /(?:wordprocessingml|ms-word)\.(?:document|header|footer|footnotes|endnotes)(?:\.[a-z]+)*(?:\.main)?\+xml$/iu

/**
 * Opens a .docx typed by someone, treated as hostile: bounds before anything is inflated, no macro, no outer link, no
 * embedded object, no document type. Nothing in it is ever run. Throws `invalid` with the reason in French.
 */
export async function ouvrirModele(octets: Uint8Array, nom: string): Promise<ModeleWord> {
  const refuse = (raison: string, cause?: unknown) => refused(nom, raison, cause, modeleWord)
  const archive = await openArchive(octets, nom, limites, modeleWord)
  const parties = new Map<string, Buffer>()
  for (const partie of archive.noms) {
    if (partie.endsWith('/')) continue
    if (/\.(?:xml|rels)$/iu.test(partie) && archive.size(partie) > partieAuPlus)
      throw refuse(
        `a une partie de plus de ${String(partieAuPlus / 1_000_000)} Mo (${partie}), ${modeleWord.ordinaire}.`,
      )
    const morceaux: Buffer[] = []
    for await (const morceau of archive.read(partie)) morceaux.push(morceau)
    parties.set(partie, Buffer.concat(morceaux))
  }
  const arbres = new Map<string, ElementXml>()
  for (const [partie, contenu] of parties) {
    if (!/\.(?:xml|rels)$/iu.test(partie)) continue
    try {
      arbres.set(partie, lireXml(contenu))
    } catch (error) {
      const dtd = error instanceof Error && error.message === 'document type'
      throw refuse(
        dtd
          ? `contient une définition de document (DTD), ${modeleWord.ordinaire}.`
          : `est abîmé : sa partie « ${partie} » n’est pas lisible.`,
        error,
      )
    }
  }
  refuserHostile(arbres, [...parties.keys()], refuse)
  return preparerModele(parties, arbres)
}

function preparerModele(parties: ReadonlyMap<string, Buffer>, arbres: ReadonlyMap<string, ElementXml>): ModeleWord {
  const fautes: string[] = []
  const aRemplir = partiesDeTexte(arbres)
  const gabarits = new Map(
    [...arbres].filter(([nom]) => aRemplir.has(nom)).map(([nom, arbre]) => [nom, preparer(arbre, fautes)]),
  )
  const vivants = new Set(
    [...gabarits].filter(([, pieces]) => pieces.some((piece) => typeof piece !== 'string')).map(([nom]) => nom),
  )
  const fixes: PartieZip[] = [...parties]
    .filter(([nom]) => !vivants.has(nom) && nom !== 'docProps/core.xml')
    .map(([nom, contenu]) => partieComprimee(nom, contenu))
  return {
    fautes: [...new Set(fautes)],
    usages: [...gabarits.values()].flatMap((pieces) => usagesDe(pieces, [])),
    remplir: (portee, titre, proprietes) =>
      ecrireZip(
        [
          ...fixes,
          ...[...vivants].map((nom) => partieComprimee(nom, entete + remplirPieces(gabarits.get(nom) ?? [], portee))),
          ...(parties.has('docProps/core.xml')
            ? [partieComprimee('docProps/core.xml', entete + noyau(titre, proprietes))]
            : []),
        ],
        new Date(proprietes.creeLe),
      ),
  }
}

const entete = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The body, headers, footers and notes, by what the archive says they are. */
function partiesDeTexte(arbres: ReadonlyMap<string, ElementXml>): Set<string> {
  const types = arbres.get('[Content_Types].xml')?.enfants ?? []
  return new Set(
    types.flatMap((enfant) =>
      typeof enfant !== 'string' && contenus.test(enfant.attributs['ContentType'] ?? '')
        ? [(enfant.attributs['PartName'] ?? '').replace(/^\//u, '')]
        : [],
    ),
  )
}

function usagesDe(pieces: readonly Piece[], autour: readonly string[]): UsageDeBalise[] {
  return pieces.flatMap((piece): UsageDeBalise[] => {
    if (typeof piece === 'string') return []
    if ('champ' in piece) return [{ genre: 'champ', code: piece.champ.balise.code, autour }]
    if ('balise' in piece) return usagesDe(piece.balise.pieces, autour)
    return [{ genre: 'section', code: piece.section, autour }, ...usagesDe(piece.pieces, dansSection(piece, autour))]
  })
}

/** What is written when a loop has no row is not in the loop. */
const dansSection = ({ section, sauf }: SectionPrete, autour: readonly string[]): readonly string[] =>
  sauf ? autour : [...autour, section]
