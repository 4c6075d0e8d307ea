import { type Analyse, citer, lu, refuse } from '../../shared/analyse'
import { enToutesLettres, plier } from '../../shared/text'
import { analyserUai } from '../../shared/uai'
import type { Reader } from '../database/tables'
import type { SourceQuelconque } from './source'
import { listEtablissementsNommes, listTermes } from './liste.queries'

/** The term of one of the académie's lists that a cell names: by its label, its short form or its code. */
export async function trouverTerme(db: Reader, liste: string, texte: string): Promise<Analyse<string>> {
  const cherche = plier(texte)
  const termes = await listTermes(db, liste)
  const nomme = ({ libelle, libelleFeminin, abrege, code, synonymes }: (typeof termes)[number]): boolean =>
    [libelle, libelleFeminin, abrege, code, ...synonymes.split(';')].some(
      (nom) => nom !== null && plier(nom) === cherche,
    )
  const trouves = termes.filter(nomme)
  const [terme] =
    trouves.length > 1 ? trouves.filter(({ libelle, abrege }) => plier(abrege ?? libelle) === cherche) : trouves
  if (terme) return lu(terme.id)
  const connus = termes.map(({ abrege, libelle }) => abrege ?? libelle)
  return refuse(
    `${citer(texte)} n’est pas dans cette liste de l’académie : ${connus.slice(0, 12).join(', ')}${connus.length > 12 ? '…' : ''}.`,
  )
}

/** The établissement that a cell names: by its UAI, alone or before its name, or by its name, with its commune if need be. */
export async function trouverEtablissement(db: Reader, texte: string): Promise<Analyse<string>> {
  const [premier = ''] = texte.trim().split(/[\s,–-]+/u)
  const uai = analyserUai(premier)
  const trouves = await listEtablissementsNommes(db, uai.ok ? { uai: uai.valeur } : { nom: texte })
  const enMots = (nom: string): string => enToutesLettres(plier(nom))
  const cherche = enMots(texte)
  const exacts = uai.ok
    ? trouves
    : trouves.filter(({ nom, commune }) => enMots(nom) === cherche || enMots(`${nom} ${commune}`) === cherche)
  const [seul, autre] = exacts
  if (seul && !autre) return lu(seul.id)
  if (!seul)
    return refuse(
      `${citer(texte)} ne désigne aucun établissement du registre : écrivez son code UAI, ou son nom et sa commune.`,
    )
  const homonymes = exacts.slice(0, 5).map((each) => `${each.uai} (${each.commune})`)
  return refuse(
    `Plusieurs établissements s’appellent ${citer(texte)} : écrivez le code UAI, ${homonymes.join(', ')}.`,
    seul.uai,
  )
}

/** The labels that a column takes, in their order; none when any text may be written. */
export async function listerOptions(db: Reader, { liste }: SourceQuelconque, cle: string): Promise<string[]> {
  const ecriture = liste.colonnes.find((colonne) => colonne.cle === cle)?.ecriture
  if (ecriture?.choix) return Object.keys(ecriture.choix)
  if (ecriture?.vocabulaire === undefined) return []
  return (await listTermes(db, ecriture.vocabulaire)).map(({ abrege, libelle }) => abrege ?? libelle)
}
