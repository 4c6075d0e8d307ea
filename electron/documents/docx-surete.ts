import type { AppError } from '../../shared/app-error'
import { type ElementXml, estElement, parcourirXml, texteXmlDe } from './xml-tree'

/** Fields of Word that fetch or start something when they are updated. */
const champsActifs = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b/iu

/** Addresses that a reader may click, and that nothing fetches by itself. */
const adresseOrdinaire = /^(?:https?:\/\/|mailto:|#)/iu

/** Throws for a document that would bring or fetch something else than its text and its own pictures. */
export function refuserHostile(
  arbres: ReadonlyMap<string, ElementXml>,
  noms: readonly string[],
  refuse: (raison: string) => AppError,
): void {
  const types = [...(arbres.get('[Content_Types].xml')?.enfants ?? [])].filter(estElement)
  const principal = types
    .map(({ attributs }) => attributs['ContentType'] ?? '')
    .find((type) => /\.main\+xml$/iu.test(type))
  refuserType(principal, refuse)
  if (noms.some((nom) => /(?:^|\/)(?:embeddings|activex|afchunk)|oleobject/iu.test(nom)))
    throw refuse('contient des objets incorporés (classeur, bouton, autre document) : retirez-les et recommencez.')
  for (const [nom, arbre] of arbres) {
    if (/\.rels$/iu.test(nom)) refuserLiens(arbre, refuse)
    else refuserChamps(arbre, refuse)
  }
}

function refuserType(principal: string | undefined, refuse: (raison: string) => AppError): void {
  if (principal === undefined || !/word/iu.test(principal))
    throw refuse('n’est pas un document Word : c’est un autre document, qui en porte le nom.')
  if (/macroEnabled/iu.test(principal))
    throw refuse(
      'est prévu pour des macros (.docm) : enregistrez-le au format « Document Word (.docx) » et recommencez.',
    )
  if (!/wordprocessingml\.document\.main\+xml$/iu.test(principal))
    throw refuse('est un modèle de Word (.dotx) : enregistrez-le au format « Document Word (.docx) » et recommencez.')
}

function refuserLiens(relations: ElementXml, refuse: (raison: string) => AppError): void {
  for (const { attributs } of relations.enfants.filter(estElement)) {
    const genre = (attributs['Type'] ?? '').replace(/^.*\//u, '')
    const cible = attributs['Target'] ?? ''
    if (genre === 'aFChunk' || genre === 'oleObject' || genre === 'package' || genre === 'control')
      throw refuse('contient des objets incorporés (classeur, bouton, autre document) : retirez-les et recommencez.')
    if (attributs['TargetMode'] !== 'External') continue
    if (genre === 'hyperlink' && adresseOrdinaire.test(cible)) continue
    throw refuse(lienExterieur(genre, cible.slice(0, 80)))
  }
}

function lienExterieur(genre: string, cible: string): string {
  if (genre === 'attachedTemplate')
    return `est attaché à un autre modèle (${cible}) : dans Word, Fichier, Options, Compléments, Gérer « Modèles », remplacez-le par « Normal » et recommencez.`
  if (genre === 'image')
    return `montre une image qui n’est pas dans le fichier (${cible}) : insérez l’image elle-même et recommencez.`
  return `renvoie à un autre fichier (${cible}) : retirez ce lien et recommencez.`
}

/** An instruction may be cut into several runs: it is read paragraph by paragraph. */
function refuserChamps(arbre: ElementXml, refuse: (raison: string) => AppError): void {
  for (const element of parcourirXml(arbre)) {
    const instruction =
      element.nom === 'w:p'
        ? [...parcourirXml(element)]
            .filter(({ nom }) => nom === 'w:instrText')
            .map(texteXmlDe)
            .join('')
        : (element.attributs['w:instr'] ?? '')
    if (/\bMERGEFIELD\b/iu.test(instruction))
      throw refuse(
        'contient des champs de publipostage de Word : remplacez-les par ceux du logiciel, entre accolades, et recommencez.',
      )
    const actif = champsActifs.exec(instruction.replace(/"[^"]*"/gu, ''))?.[0]
    if (actif !== undefined)
      throw refuse(
        `contient un champ de Word qui va chercher autre chose (${actif.toUpperCase()}) : retirez-le et recommencez.`,
      )
  }
}
